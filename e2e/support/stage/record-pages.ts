import type { Permission } from '../../../domain/access/permissions';
import type { Places, Records } from './stage';

/** Pages of one record: open to whoever may do this where the record is, and to nobody else. */
export const recordPages: [address: (records: Records, places: Places) => string, needs: Permission][] = [
  [({ model }) => `/admin/digital-models/${model}`, 'digital-models.see'],
  [({ model }) => `/admin/digital-models/${model}/edit`, 'digital-models.edit'],
  [({ model }) => `/admin/digital-models/${model}/board`, 'digital-models.see'],
  [({ model }) => `/admin/digital-models/${model}/activities`, 'digital-models.see'],
  [({ model, activity }) => `/admin/digital-models/${model}/activities/${activity}`, 'digital-models.record-activity'],
  [({ pair }) => `/admin/pairs/${pair}`, 'pairs.see'],
  [({ lesson }) => `/admin/peer-lessons/${lesson}`, 'peer-lessons.see'],
  [({ person }) => `/admin/pairs/chains/${person}`, 'pairs.see'],
  [(_records, { subAssociation }) => `/admin/units/${subAssociation.id}`, 'units.see'],
  [(_records, { subAssociation }) => `/admin/indicators/members_reached/rows?unit=${subAssociation.id}`, 'people.see'],
  [
    (_records, { subAssociation }) => `/admin/indicators/models_planned/rows?unit=${subAssociation.id}`,
    'digital-models.see',
  ],
  [(_records, { subAssociation }) => `/admin/reminders/new?units=${subAssociation.id}`, 'people.see'],
  [({ person }) => `/admin/people/${person}`, 'people.see'],
  [({ person }) => `/admin/people/${person}/edit`, 'people.record'],
  [({ person }) => `/admin/people/${person}/member-card`, 'member-cards.make'],
  [({ person }) => `/admin/people/${person}/consents`, 'consents.see'],
  [({ person }) => `/admin/people/${person}/consents/pictures`, 'consents.record'],
  [({ person }) => `/admin/people/${person}/sensitive`, 'sensitive.see'],
  [({ person }) => `/admin/people/${person}/own-data`, 'own-data.export'],
  [({ person }) => `/admin/people/${person}/consents/sheet`, 'consents.record'],
  [({ person }) => `/admin/people/${person}/own-data/export?format=json`, 'own-data.export'],
  [({ person }) => `/admin/people/${person}/handover`, 'merging.hand-over'],
  [({ person }) => `/admin/people/${person}/death`, 'merging.hand-over'],
  [({ person, learner }) => `/admin/people/${person}/merge?with=${learner}`, 'merging.merge'],
  [({ session }) => `/admin/trainings/${session}`, 'trainings.see'],
  [({ session }) => `/admin/trainings/${session}/edit`, 'trainings.edit'],
  [({ session }) => `/admin/trainings/${session}/participants`, 'enrolments.see'],
  [({ held }) => `/admin/trainings/${held}/outcomes/certificates`, 'certificates.see'],
  [({ held }) => `/admin/trainings/${held}/outcomes/certificates/print`, 'certificates.issue'],
  [({ certificate }) => `/admin/certificates/${certificate}`, 'certificates.see'],
  [({ person }) => `/admin/people/${person}/passport`, 'people.see'],
  [({ article }) => `/admin/articles/${article}`, 'articles.see'],
  [({ article }) => `/admin/articles/${article}/preview`, 'articles.see'],
  [({ article }) => `/admin/articles/${article}/preview/card/wide`, 'articles.see'],
  [({ article }) => `/xem-truoc/bai/${article}`, 'articles.see'],
  [({ article }) => `/admin/articles/${article}/edit`, 'articles.write'],
  [({ article }) => `/admin/articles/${article}/versions`, 'articles.see'],
  [({ article }) => `/admin/articles/${article}/picture`, 'articles.write'],
  [({ story }) => `/admin/articles/${story}/subject-person`, 'articles.write'],
  [({ guide }) => `/admin/articles/${guide}/parts`, 'articles.write'],
  [({ alert }) => `/admin/articles/${alert}/parts`, 'articles.write'],
  [({ picture }) => `/admin/pictures/${picture}`, 'pictures.see'],
  [({ account }) => `/admin/accounts/${account}`, 'accounts.see'],
  [({ round, check }) => `/admin/spot-checks/${round}/${check}`, 'spot-checks.see'],
];

/** Pages of the whole city: open to whoever may do this for all of it, and to nobody whose role is of a part. */
export const cityPages: [address: (period: string) => string, needs: Permission][] = [
  [() => '/admin/reports/summary', 'reports.see'],
  [(period) => `/admin/reports/summary?period=${period}`, 'reports.see'],
  [(period) => `/admin/reports/remind?period=${period}`, 'reminders.remind'],
  [() => '/admin/reports/template', 'reports.keep-template'],
  [() => '/admin/reports/template/fields', 'reports.keep-template'],
  [() => '/admin/articles/rulings', 'articles.rule'],
  [() => '/admin/articles/front', 'articles.publish'],
];

/** The report of a commune: open to whoever may see reports there. */
export const reportPage = ({ commune }: Places, period: string) => `/admin/reports/${commune.id}/${period}`;

/** Her own account, which everybody has who may sign in. */
export const ownPage = '/admin/accounts/own';

/** Pages with a form for something new at the sub-association. */
export const formPages: ((places: Places) => string)[] = [
  () => '/admin/digital-models/new?kind=digital_family',
  ({ subAssociation }) => `/admin/pairs/new?unit=${subAssociation.id}`,
  ({ subAssociation }) => `/admin/people/new?unit=${subAssociation.id}`,
  () => '/admin/trainings/new',
  () => '/admin/trainings/calls/new',
  ({ subAssociation }) => `/admin/peer-lessons/new?unit=${subAssociation.id}`,
  () => '/admin/venues/new',
  () => '/admin/articles/new',
  () => '/admin/pictures/new',
  () => '/admin/accounts/new',
];
