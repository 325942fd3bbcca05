import { expect } from 'vitest';
import type { Permission } from '@/domain/access/permissions';
import { db } from '@/prisma/client';

/**
 * The entries of an attempt that could be made: verb, action and what it was done to. Written by hand: nothing is
 * read from the commands. Looking at what anybody in reach may see leaves none.
 */
export const trail: Record<Permission, readonly string[]> = {
  'units.see': [],
  'units.found': ['created foundUnit unit'],
  'units.change': ['changed renameUnit unit'],
  'units.receive': ['changed setReception unit'],
  'people.see': [],
  'people.see-phone': ['read seePhone person'],
  'people.record': ['changed editPerson person'],
  'people.appoint': ['changed appoint person'],
  'people.networks': ['created createNetwork person'],
  'member-cards.make': ['created makeMemberCard person'],
  'merging.merge': ['changed mergePersons person'],
  'merging.ask': ['created askFor request'],
  'merging.answer': ['changed answerRequest request'],
  'merging.hand-over': ['changed handOver person'],
  'consents.see': [],
  'consents.record': ['created takeConsent person'],
  'sensitive.see': ['read readSensitive person'],
  'sensitive.record': ['changed writeSensitive person'],
  'own-data.export': ['exported exportOwnData person'],
  // her erasure waits for a second person
  'own-data.erase': ['created askForSecond second-pair'],
  'digital-models.see': [],
  'digital-models.found': ['created foundModel digital-model'],
  'digital-models.edit': ['changed editModel digital-model'],
  'digital-models.change-status': ['changed changeStatus digital-model'],
  'digital-models.record-activity': ['created recordActivity digital-model'],
  'digital-models.keep-people': ['created appointToBoard digital-model'],
  'digital-models.share-practice': ['changed writePractice digital-model'],
  'digital-models.judge': ['changed meetCriterion digital-model'],
  'digital-models.set-criteria': ['created planCriteria criteria'],
  'digital-models.see-hints': [],
  'digital-models.answer-hint': ['changed answerHint digital-model'],
  'pairs.see': [],
  'pairs.pair-up': ['created pairUp pair'],
  'pairs.end': ['ended endPair pair'],
  'pairs.guide': [
    'changed addGoal pair',
    'changed markGoal pair',
    'changed removeGoal pair',
    'created recordContact pair',
  ],
  'peer-lessons.see': [],
  'peer-lessons.record': ['created recordPeerLesson peer-lesson'],
  'peer-lessons.correct': ['changed correctPeerLesson peer-lesson', 'ended takeBackPeerLesson peer-lesson'],
  'trainings.see': [],
  'trainings.propose': ['created proposeSession session'],
  'trainings.decide': ['changed approveSession session'],
  'trainings.edit': ['changed editSession session'],
  'trainings.cancel': ['changed cancelSession session'],
  'trainings.keep-courses': ['created createCourse course'],
  'trainings.keep-venues': ['created createVenue venue'],
  'trainings.call': ['created announceCall trainer-call'],
  'messages.tell': ['changed markTold session'],
  'messages.send-again': ['changed sendAgain session'],
  'outcomes.see': [],
  'outcomes.record': ['changed recordOutcomes session'],
  'outcomes.report': ['created reportSession session'],
  'outcomes.see-taught': [],
  'attendance.see': [],
  'attendance.take': ['created openPhone device', 'exported takeRoster session'],
  'attendance.settle': ['changed settleAttendance enrolment'],
  'attendance.review': ['changed reviewAttendance session'],
  'enrolments.see': [],
  'enrolments.see-waits': [],
  'enrolments.see-phone': ['read seeParticipantPhone person'],
  'enrolments.enrol': ['created enrolMembers session'],
  'certificates.see': [],
  'certificates.issue': ['created issueCertificates session'],
  'certificates.revoke': ['ended revokeCertificate certificate'],
  'certificates.qualify': ['created recogniseInstructor person'],
  'articles.see': [],
  'articles.write': ['created draftArticle article'],
  'articles.publish': ['changed approveArticle article'],
  'pictures.see': [],
  'pictures.keep': ['created addPicture picture'],
  'articles.withdraw': ['ended withdrawArticle article'],
  'articles.rule': ['created ruleApproval approval-ruling'],
  'coverage.see': [],
  'boundaries.keep': ['created uploadBoundaries boundary-edition'],
  'coverage.declare': ['changed declareRecordKeeping unit'],
  'targets.set': ['changed setTarget target'],
  'reminders.remind': ['created remind reminder'],
  'coverage.rule': ['changed ruleCoverage coverage-ruling'],
  'reports.see': [],
  'reports.file': ['changed signReport report'],
  'reports.file-province': ['changed startSigning report'],
  'reports.keep-template': ['created uploadReportTemplate report-template'],
  'reports.decide': ['changed acceptReport report'],
  'spot-checks.draw': ['created announceSpotRound spot-round'],
  'spot-checks.see': [],
  'spot-checks.visit': ['changed answerSpotCheck spot-check'],
  'spot-checks.remark': ['changed remarkOnSpotCheck spot-check'],
  'accounts.see': [],
  'accounts.invite': ['created inviteAccount invitation'],
  'accounts.grant': ['created grantRole account'],
  'accounts.revoke': ['ended revokeRole account'],
  'imports.members': ['created uploadSheet import'],
  'exports.persons': [],
  'jobs.see': [],
  'jobs.run': ['changed runJobNow job'],
  'condition.see': [],
  'condition.see-to-alarms': ['changed seeToAlarm alarm'],
  'second-pairs.see': [],
  'second-pairs.rule': ['changed changeRule second-pair-rule'],
  'audit.see': [],
};

/** Tables that are not called as what is in them. */
const TABLES: Record<string, string> = {
  criteria: 'criteria_list',
  import: 'import_batch',
  picture: 'media_asset',
  request: 'person_request',
};
/** A job has a name and no number. */
const WITHOUT_NUMBER = ['job'];
/** A phone is opened by all who may take attendance anywhere: only then is it asked for the session. */
const BEFORE_THE_RECORD = ['openPhone'];

/** Each account left in the trail what is written above and nothing else, of a record that there is. */
export async function expectTrail(verb: Permission, accountIds: string[], { done }: { done: boolean }): Promise<void> {
  const entries = await db.auditEntry.findMany({
    where: {
      actorId: { in: accountIds },
      verb: { not: 'refused' },
      ...(done ? {} : { action: { notIn: BEFORE_THE_RECORD } }),
    },
    select: { actorId: true, verb: true, action: true, subjectType: true, subjectId: true },
  });
  for (const accountId of accountIds) {
    const hers = entries.filter(({ actorId }) => actorId === accountId);
    const told = hers.map((entry) => `${entry.verb} ${entry.action} ${entry.subjectType}`);
    expect([...new Set(told)].sort(), `${verb}: the trail of who ${done ? 'did it' : 'was refused'}`).toEqual(
      done ? [...trail[verb]].sort() : [],
    );
  }
  for (const { subjectType, subjectId } of entries) {
    if (WITHOUT_NUMBER.includes(subjectType)) continue;
    const table = TABLES[subjectType] ?? subjectType.replaceAll('-', '_');
    const found = await db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE id = $1::uuid`, subjectId);
    expect(found, `${verb}: the ${subjectType} that the trail names`).toHaveLength(1);
  }
}
