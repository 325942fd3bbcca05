import { describe, expect, test } from 'vitest';
import { may } from './access';
import { type Permission, permissions, type Role, roles } from './permissions';

/**
 * The table of roles once more, written out by hand from what the product says a role may: `permissions.ts` is held against it,
 * and everything else that tests who may do what takes what it expects from there.
 */
const ACCOUNTS = 'accounts.see accounts.invite accounts.grant accounts.revoke';
const MEMBERS = 'people.see people.see-phone people.record member-cards.make consents.see consents.record';
const PAIRS = 'pairs.see pairs.pair-up pairs.end pairs.guide';
const LESSONS = 'peer-lessons.see peer-lessons.record';
const MODELS = `digital-models.see digital-models.found digital-models.edit digital-models.change-status
  digital-models.record-activity digital-models.keep-people digital-models.share-practice`;
const PARTICIPANTS = 'enrolments.see enrolments.see-phone enrolments.enrol certificates.see messages.tell';
const RUNNING_A_SESSION = `outcomes.see outcomes.record outcomes.report attendance.see attendance.take attendance.settle`;
const DRAFTS = 'articles.see articles.write pictures.see pictures.keep';
const MEDIA = 'articles.publish articles.withdraw';

/** Rights of both officials, each where her role is held. */
const OFFICIAL = `
  units.found units.change units.receive
  ${MEMBERS} people.appoint people.networks
  merging.merge merging.ask merging.answer merging.hand-over
  sensitive.see sensitive.record own-data.export own-data.erase
  ${MODELS} digital-models.judge digital-models.see-hints
  ${PAIRS} ${LESSONS} peer-lessons.correct
  trainings.see trainings.propose trainings.decide trainings.edit trainings.cancel trainings.keep-venues trainings.call
  ${PARTICIPANTS} enrolments.see-waits messages.send-again
  ${RUNNING_A_SESSION} outcomes.see-taught attendance.review
  certificates.issue certificates.revoke certificates.qualify
  ${DRAFTS} coverage.see coverage.declare targets.set reports.see reminders.remind spot-checks.see spot-checks.visit
  imports.members exports.persons`;

const product: Record<Role, string> = {
  // accounts, roles, settings, the trail; no content; the names of units are for all who are signed in
  system_administrator: `units.see ${ACCOUNTS} audit.see jobs.see jobs.run condition.see condition.see-to-alarms
    second-pairs.see second-pairs.rule`,
  // everything, but for the answer to a hint, the remark on a check and the signing of a commune's report: these are the commune's own
  province_official: `units.see ${OFFICIAL} ${MEDIA} articles.rule ${ACCOUNTS} audit.see digital-models.set-criteria trainings.keep-courses
    coverage.rule reports.file-province reports.keep-template reports.decide boundaries.keep spot-checks.draw second-pairs.see second-pairs.rule`,
  // reads, changes nothing, and sees no sensitive fields: no numbers, no consents, no files of persons
  viewer: `units.see people.see digital-models.see pairs.see peer-lessons.see trainings.see outcomes.see outcomes.see-taught enrolments.see
    enrolments.see-waits certificates.see articles.see pictures.see coverage.see reports.see spot-checks.see
    second-pairs.see`,
  editor: `units.see ${DRAFTS} ${MEDIA} coverage.see`,
  // her commune, and what is told of it; approves sessions and what others wrote for her commune's page; gives no roles, reads no trail
  commune_official: `units.see ${OFFICIAL} ${MEDIA} digital-models.answer-hint reports.file spot-checks.remark
    second-pairs.see`,
  // members, models, pairs, activities of her sub-association; drafts; decides on no session and judges no model
  sub_association_head: `units.see ${MEMBERS} ${MODELS} ${PAIRS} ${LESSONS} trainings.see ${PARTICIPANTS} outcomes.see ${DRAFTS}
    coverage.see imports.members exports.persons second-pairs.see`,
  // proposes sessions and runs her own; of women only those who take part there
  trainer: `units.see trainings.see trainings.propose ${RUNNING_A_SESSION} messages.tell`,
};

/** Where a record stands to the unit that a role is held for, and whether the role reaches it. */
const HELD_FOR = '/1/57/1203/';
const positions = {
  own: { path: '/1/57/1203/', reaches: true },
  below: { path: '/1/57/1203/9001/', reaches: true },
  beside: { path: '/1/57/1204/', reaches: false },
  'beside, with a number that begins alike': { path: '/1/57/12030/', reaches: false },
  above: { path: '/1/57/', reaches: false },
  'of the next commune': { path: '/1/58/', reaches: false },
} as const;

const verbs = Object.keys(permissions) as Permission[];
const verbsOf = (role: Role) => product[role].trim().split(/\s+/);

describe('what the product says a role may', () => {
  for (const role of roles)
    test(`${role}: these verbs in her own unit and below, none of them beside or above, and no other verb anywhere`, () => {
      const hers = verbsOf(role);
      const viewer = {
        accountId: 'a',
        personId: null,
        displayName: 'Thử',
        locale: 'vi' as const,
        grants: [{ role, unitId: HELD_FOR, path: HELD_FOR }],
      };
      for (const [position, { path, reaches }] of Object.entries(positions))
        for (const verb of verbs)
          expect(may(viewer, verb, path), `${verb}, ${position}`).toBe(hers.includes(verb) && reaches);
    });

  test('no verb is known to one table alone, and none is written twice', () => {
    for (const role of roles) {
      for (const verb of verbsOf(role)) expect(verbs).toContain(verb);
      expect(new Set(verbsOf(role)).size, role).toBe(verbsOf(role).length);
    }
  });
});
