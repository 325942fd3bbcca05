import { requestOf } from '../load/requests.mjs';
import { openedRecords } from './opened-records.mjs';

/** @import { Kind } from '../load/job.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */
/** @import { Opened } from './opened-records.mjs' */

const NAMES = ['lan', 'nguyen thi hoa', 'tran thi kim', 'hồng', 'đỗ thị', 'le thi ngoc anh', 'phuong', 'vu thi'];
/** Figures by commune have more to draw than other pages, and goals of their own. */
const COVERAGE = 'coverage';

/**
 * What somebody opens: one path, or several of a kind in turn.
 * @typedef {{ title: string, paths: string[] }} Page
 * @typedef {{ role: string, email: string, pages: Page[] }} Role
 */

/** @param {Page} page */
export const isCoverage = ({ title }) => title.startsWith(COVERAGE);

/** @param {[title: string, ...paths: string[]][]} pages */
const listed = (pages) => pages.map(([title, ...paths]) => ({ title, paths }));

/** @param {string} unit */
const searches = (unit) => NAMES.map((name) => `/admin/people?unit=${unit}&q=${encodeURIComponent(name)}`);

/**
 * Those that officials of a commune and of the province open most, each in her own units.
 * @param {Record<Opened, string>} record
 * @param {string} unit
 */
const pagesOfAnOfficial = (record, unit) =>
  listed([
    ['the overview', '/admin'],
    ['units', '/admin/units'],
    ['the page of her unit', `/admin/units/${unit}`],
    ['the page of a sub-association', `/admin/units/${record.sub}`],
    ['the page of a group', `/admin/units/${record.group}`],
    ['members', `/admin/people?unit=${unit}`],
    ['a search for a member', ...searches(unit)],
    ['the record of a member', `/admin/people/${record.instructor}`],
    ['digital models', '/admin/digital-models'],
    ['a digital model', `/admin/digital-models/${record.model}`],
    ['pairs', '/admin/pairs'],
    ['quiet pairs', '/admin/pairs/quiet'],
    ['chains of a commune', `/admin/pairs/chains?unit=${record.commune}`],
    ['trainings', '/admin/trainings'],
    ['a session', `/admin/trainings/${record.session}`],
    [`${COVERAGE} of a commune`, `/admin/coverage/${record.commune}`],
    [`${COVERAGE}: where to train next`, '/admin/coverage/next-trainings'],
    ['whom a reminder goes to', `/admin/reminders/new?commune=${record.commune}`],
    ['indicators', '/admin/indicators'],
    ['an indicator', '/admin/indicators/women_guided'],
    ['an indicator over six years', '/admin/indicators/women_guided?years=6'],
    ['people trained', '/admin/indicators/people_trained'],
    ['rows behind a number', `/admin/indicators/members_reached/rows?unit=${unit}`],
    ['priority groups', '/admin/indicators/priority_groups_reached'],
    ['targets', '/admin/targets'],
    ['what is on paper only', '/admin/digital-models/hints'],
    ['lessons among themselves', '/admin/peer-lessons'],
    ['reports', '/admin/reports'],
    ['the report of a month', `/admin/reports/${unit}/${record.month}`],
  ]);

/**
 * Whoever is no official of units, and what she opens.
 * @param {string} article
 * @returns {Role[]}
 */
const otherRoles = (article) => [
  {
    role: 'head',
    email: 'khupho5@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['members', '/admin/people'],
      ['pairs', '/admin/pairs'],
      ['trainings', '/admin/trainings'],
    ]),
  },
  {
    role: 'trainer',
    email: 'trainer@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['her week', '/admin/trainings?view=week&own=yes'],
      ['trainings', '/admin/trainings'],
    ]),
  },
  {
    role: 'editor',
    email: 'editor@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['articles', '/admin/articles'],
      ['an article', `/admin/articles/${article}`],
      ['editing it', `/admin/articles/${article}/edit`],
    ]),
  },
  {
    role: 'reader of figures',
    email: 'viewer@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['digital models', '/admin/digital-models'],
      [COVERAGE, '/admin/coverage'],
    ]),
  },
  {
    role: 'administrator',
    email: 'admin@demo.invalid',
    pages: listed([
      ['the overview', '/admin'],
      ['accounts', '/admin/accounts'],
      ['the trail', '/admin/audit'],
      ['jobs', '/admin/jobs'],
    ]),
  },
];

/**
 * Every role with the pages that it opens most; a page of a record that a small demonstration lacks is left out.
 * @param {string} databaseUrl
 * @returns {Promise<Role[]>}
 */
export async function rolesOf(databaseUrl) {
  const record = await openedRecords(databaseUrl);
  const founding = new URLSearchParams({ kind: 'digital_family', unit: record.sub });
  const commune = [
    ...pagesOfAnOfficial(record, record.commune),
    ...listed([['founding a family with its households', `/admin/digital-models/new?${founding}`]]),
  ];
  const province = [
    ...pagesOfAnOfficial(record, record.province),
    ...listed([
      ['half a page', '/admin/reports/summary'],
      [COVERAGE, '/admin/coverage'],
      [`${COVERAGE}: two days`, '/admin/coverage?with=2026-09-01'],
      [`${COVERAGE}: six years`, '/admin/coverage?years=6'],
      [`${COVERAGE}: places side by side`, '/admin/coverage?places=long-hung,trang-dai,tri-an'],
      [`${COVERAGE}: boundaries`, '/admin/coverage?map=boundaries'],
      [`${COVERAGE}: the projector`, '/admin/coverage/projector'],
      [`${COVERAGE}: the meeting`, '/admin/coverage/meeting'],
      ['checks by chance', '/admin/spot-checks'],
      ['drawing checks by chance', '/admin/spot-checks/new'],
      ['a round of checks', `/admin/spot-checks/${record.round}`],
      ['a check by chance', `/admin/spot-checks/${record.round}/${record.check}`],
      ['who has not reported', `/admin/reports/remind?period=${record.month}`],
      ['boundaries', '/admin/boundaries'],
    ]),
  ];
  const roles = [
    { role: 'commune', email: 'longhung@demo.invalid', pages: commune },
    { role: 'province', email: 'province@demo.invalid', pages: province },
    ...otherRoles(record.article),
  ];
  const isThere = (/** @type {Page} */ { paths }) => !paths.some((path) => /[/=](undefined|null)\b/.test(path));
  return roles.map((role) => ({ ...role, pages: role.pages.filter(isThere) }));
}

/**
 * @param {Ground} portal
 * @param {Page} page
 * @param {string} [cookie] of whoever is signed in
 * @returns {Kind}
 */
export const kindOf = ({ host, port }, { title, paths }, cookie) => ({
  name: title,
  requests: paths.map((path) =>
    requestOf({ path, host: `${host}:${port}`, ...(cookie && { fields: { Cookie: cookie } }) }),
  ),
});
