import { beforeAll, describe, expect, test } from 'vitest';
import type { Attempt } from '@/test/attempt';
import { accountsAttempts } from '@/test/attempts/accounts';
import { articlesAttempts } from '@/test/attempts/articles';
import { attendanceAttempts } from '@/test/attempts/attendance';
import { auditAttempts } from '@/test/attempts/audit';
import { boundariesAttempts } from '@/test/attempts/boundaries';
import { certificatesAttempts } from '@/test/attempts/certificates';
import { conditionAttempts } from '@/test/attempts/condition';
import { consentsAttempts } from '@/test/attempts/consents';
import { coverageAttempts } from '@/test/attempts/coverage';
import { digitalModelsAttempts } from '@/test/attempts/digital-models';
import { enrolmentsAttempts } from '@/test/attempts/enrolments';
import { exportsAttempts } from '@/test/attempts/exports';
import { importsAttempts } from '@/test/attempts/imports';
import { jobsAttempts } from '@/test/attempts/jobs';
import { memberCardsAttempts } from '@/test/attempts/member-cards';
import { mergingAttempts } from '@/test/attempts/merging';
import { messagesAttempts } from '@/test/attempts/messages';
import { outcomesAttempts } from '@/test/attempts/outcomes';
import { pairsAttempts } from '@/test/attempts/pairs';
import { peerLessonsAttempts } from '@/test/attempts/peer-lessons';
import { peopleAttempts } from '@/test/attempts/people';
import { picturesAttempts } from '@/test/attempts/pictures';
import { remindersAttempts } from '@/test/attempts/reminders';
import { reportsAttempts } from '@/test/attempts/reports';
import { secondPairsAttempts } from '@/test/attempts/second-pairs';
import { spotChecksAttempts } from '@/test/attempts/spot-checks';
import { targetsAttempts } from '@/test/attempts/targets';
import { trainingsAttempts } from '@/test/attempts/trainings';
import { unitsAttempts } from '@/test/attempts/units';
import { makeCourse, makeVenue } from '@/test/stages/trainings';
import { expectTrail } from '@/test/trail';
import { makeFormerViewer, makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type Permission, permissions, type Role, roles } from './permissions';

let union: TestUnion;
let attempts: Record<Permission, Attempt>;

beforeAll(async () => {
  union = await makeUnion();
  const province = await makeViewer('province_official', union.province);
  const stage = { union, province, courseId: await makeCourse(), venueId: await makeVenue(union.khuPho5) };
  await makeMember(union.khuPho5);
  attempts = {
    ...unitsAttempts(stage),
    ...peopleAttempts(stage),
    ...consentsAttempts(stage),
    ...digitalModelsAttempts(stage),
    ...memberCardsAttempts(stage),
    ...mergingAttempts(stage),
    ...pairsAttempts(stage),
    ...peerLessonsAttempts(stage),
    ...trainingsAttempts(stage),
    ...enrolmentsAttempts(stage),
    ...messagesAttempts(stage),
    ...outcomesAttempts(stage),
    ...attendanceAttempts(stage),
    ...certificatesAttempts(stage),
    ...articlesAttempts(stage),
    ...coverageAttempts(stage),
    ...targetsAttempts(stage),
    ...reportsAttempts(stage),
    ...spotChecksAttempts(stage),
    ...remindersAttempts(stage),
    ...picturesAttempts(stage),
    ...accountsAttempts(stage),
    ...importsAttempts(stage),
    ...exportsAttempts(stage),
    ...boundariesAttempts(),
    ...auditAttempts(),
    ...jobsAttempts(),
    ...conditionAttempts(),
    ...secondPairsAttempts(),
  };
});

/** Where she stands to the records of Khu phố 5, and whether her role reaches them from there. */
const positions: Record<string, { at: keyof TestUnion; reaches: boolean }> = {
  'a record below her unit': { at: 'longHung', reaches: true },
  'a record of her own unit': { at: 'khuPho5', reaches: true },
  'a record of the unit above hers': { at: 'to1', reaches: false },
  'a record of the unit beside hers': { at: 'khuPho6', reaches: false },
  'a record of the next commune': { at: 'trangDai', reaches: false },
};
/** Lists of whatever she reaches, from elsewhere her own; what is handed to her; and what has no place. */
const OWN_LISTS: readonly Permission[] = [
  'audit.see',
  'second-pairs.see',
  'coverage.see',
  'accounts.see',
  'jobs.see',
  'jobs.run',
  'condition.see',
  'condition.see-to-alarms',
  'spot-checks.visit',
];

/** What is one for the whole province: done by a role that is held there. */
const WHOLE_PROVINCE: readonly Permission[] = [
  'digital-models.set-criteria',
  'trainings.keep-courses',
  'articles.rule',
  'coverage.rule',
  'reports.file-province',
  'reports.keep-template',
  'boundaries.keep',
  'spot-checks.draw',
  'second-pairs.rule',
];
/** What a commune says as a whole: done by a role that is held there. */
const WHOLE_COMMUNE: readonly Permission[] = [
  'coverage.declare',
  'units.receive',
  'reports.see',
  'reports.file',
  'reports.decide',
];

const wholeOf = (verb: Permission): keyof TestUnion | undefined =>
  WHOLE_PROVINCE.includes(verb) ? 'province' : WHOLE_COMMUNE.includes(verb) ? 'longHung' : undefined;

describe('the table of roles and verbs, cell by cell', () => {
  for (const verb of Object.keys(permissions) as Permission[]) {
    test(`${verb}: done by whom the table names, where her unit reaches, by nobody else and nowhere else; the trail keeps each deed`, async () => {
      const did: string[] = [];
      const refused: string[] = [];
      for (const role of roles) {
        const named = (permissions[verb] as readonly Role[]).includes(role);
        for (const [position, { at, reaches }] of Object.entries(positions)) {
          if (!reaches && OWN_LISTS.includes(verb)) continue;
          if (!reaches && !named) continue; // not hers at home, so nowhere
          const viewer = await makeViewer(role, union[reaches ? (wholeOf(verb) ?? at) : at]);
          const isDone = await attempts[verb](viewer);
          expect(isDone, `${role}, ${position}`).toBe(named && reaches);
          (isDone ? did : refused).push(viewer.accountId);
        }
        if (!named) continue;
        expect(await attempts[verb](await makeFormerViewer(role, union.longHung)), `${role}, ended`).toBe(false);
      }
      await expectTrail(verb, did, { done: true });
      await expectTrail(verb, refused, { done: false });
    });
  }
});
