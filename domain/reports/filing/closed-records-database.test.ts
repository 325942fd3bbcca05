import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import { mergePersons } from '@/domain/merging/merge-commands';
import { reportInput } from '@/domain/outcomes/reports/report';
import { writeReport } from '@/domain/outcomes/reports/report-commands';
import { endMembership, startMembership } from '@/domain/people/memberships/membership-commands';
import { newPersonInput } from '@/domain/people/record';
import { recordPerson } from '@/domain/people/record-commands';
import { db, firstOpenDay } from '@/prisma/client';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createLesson } from '@/test/factories/peer-lessons';
import { createMember } from '@/test/factories/people';
import { createCourse, createEnrolment, createSession } from '@/test/factories/trainings';
import { type Made, newId, write } from '@/test/factories/write';
import { mergeOf } from '@/test/stages/merging';
import { lockPeriod, makeUnion, makeViewer, type TestUnion } from '@/test/union';

/** August is closed for Long Hưng: a day in it, its first open day, and a day long before. */
const [FIRST, IN_IT, OPEN, SINCE] = ['2026-08-01', '2026-08-12', '2026-09-01', '2025-10-01'] as const;

let union: TestUnion;
let official: Viewer;
let women: Made[];
let held: Made;
let begun: Made;
let there: Made;
let away: Made;
let unheard: Made;
let pair: Made;
let club: Made;
let lesson: Made;
let device: string;

const at = (day: string) => ({ startsAt: `${day}T08:00:00+07:00`, endsAt: `${day}T10:00:00+07:00` });
type Change = () => Promise<unknown>;
let arrival = 0;
/** What a phone says of a woman, as it is kept. */
const say = (session: Made, enrolment: Made, mark: 'present' | 'absent') =>
  write(db, [
    [
      'attendance_event',
      {
        device_id: device,
        sequence: ++arrival,
        session_id: session.id,
        enrolment_id: enrolment.id,
        kind: 'mark',
        mark,
        marked_at: new Date().toISOString(),
        marked_by_id: official.accountId,
        received_at: new Date().toISOString(),
        clock_offset_ms: 0,
        held_for_review: false,
      },
    ],
  ]);

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  const { khuPho5: unit } = union;
  women = [];
  for (let no = 0; no < 5; no++) women.push(await createMember(db, unit, { from: SINCE }));
  const [one, two, three, four] = women as [Made, Made, Made, Made];
  device = newId();
  await write(db, [['device', { id: device, account_id: official.accountId, label: 'Điện thoại' }]]);
  const course = await createCourse(db);
  held = await createSession(db, { course, unit, ...at(IN_IT) });
  begun = await createSession(db, { course, unit, ...at('2026-08-13') });
  [there, away] = [await createEnrolment(db, held, one, 1), await createEnrolment(db, held, two, 2)];
  unheard = await createEnrolment(db, begun, one, 1);
  await say(held, there, 'present');
  await say(held, away, 'absent');
  await say(begun, unheard, 'present');
  await decide(held);
  pair = await createPair(db, unit, one, two, { from: SINCE });
  await createPair(db, unit, three, four, { from: SINCE });
  club = await createModel(db, unit, { kind: 'digital_womens_club', from: SINCE });
  lesson = await createLesson(db, unit, { on: IN_IT });
  await lockPeriod(union.longHung, FIRST, OPEN);
});

const decide = (session: Made) =>
  write(db, [
    ['session_decision', { id: newId(), session_id: session.id, kind: 'held', decided_at: `${IN_IT}T04:00Z` }],
  ]);
const hers = () => ({ personId: women[1]?.id ?? '' });
const ended = { validTo: toDate(IN_IT) };
const refused = async (change: Change) => firstOpenDay(await change().catch((error: unknown) => error));

/** What the commune and its parts are told of August. */
const told = async () =>
  db.$queryRaw<{ told: string }[]>`
    SELECT unit_id::text || figures::text AS told FROM app.figures_told(${union.longHung.id}::uuid, ${toDate(FIRST)}::date, '2026-08-31') ORDER BY 1`;

/** Nothing of it is done, and August is told as before. */
async function expectRefused(change: Change) {
  const before = await told();
  expect(await refused(change)).toBe(OPEN);
  expect(await told()).toEqual(before);
}

describe('of a closed August the database refuses, by whatever way it comes,', () => {
  test.each<[string, Change]>([
    ['a session that is reported as held', () => decide(begun)],
    [
      'the hours of a session',
      () => db.session.updateMany({ where: { id: held.id }, data: { endsAt: new Date(`${IN_IT}T05:00:00Z`) } }),
    ],
    [
      'the day of a session',
      () =>
        db.session.updateMany({
          where: { id: held.id },
          data: { startsAt: new Date(`${OPEN}T01:00:00Z`), endsAt: new Date(`${OPEN}T03:00:00Z`) },
        }),
    ],
    [
      'the unit of a session',
      () => db.session.updateMany({ where: { id: held.id }, data: { unitId: union.khuPho6.id } }),
    ],
    ['a woman who was there after all', () => say(held, away, 'present')],
    ['a woman who was not', () => say(held, there, 'absent')],
    [
      'a woman at the door, written down later',
      async () => say(held, await createEnrolment(db, held, women[2] as Made, 3), 'present'),
    ],
    [
      'two of its register that become one',
      async () => {
        const data = { state: 'merged', seatNo: null, mergedIntoId: away.id } as const;
        await db.enrolment.update({ where: { id: there.id }, data, select: { id: true } });
      },
    ],
  ])('of trainings: %s', (_what, change) => expectRefused(change));

  test.each<[string, Change]>([
    [
      'another pair of a covered unit',
      () => createPair(db, union.khuPho5, women[0] as Made, women[3] as Made, { from: IN_IT }),
    ],
    ['the end of one of two pairs', () => db.pair.updateMany({ where: { id: pair.id }, data: ended })],
    ['when a pair began', () => db.pair.updateMany({ where: { id: pair.id }, data: { validFrom: toDate(IN_IT) } })],
    [
      'the unit of a pair',
      () => db.pairHost.updateMany({ where: { pairId: pair.id }, data: { unitId: union.khuPho6.id } }),
    ],
    ['a club that is founded', () => createModel(db, union.khuPho6, { kind: 'digital_womens_club', from: IN_IT })],
    [
      'a club that is paused',
      () =>
        db.$transaction(async (tx) => {
          await tx.modelStatus.updateMany({ where: { modelId: club.id }, data: ended });
          await createStatus(tx, club, 'paused', { from: IN_IT });
        }),
    ],
    [
      'the unit of a club',
      () => db.modelHost.updateMany({ where: { modelId: club.id }, data: { unitId: union.khuPho6.id } }),
    ],
    ['the end of a membership', () => db.membership.updateMany({ where: hers(), data: ended })],
    ['the unit of a membership', () => db.membership.updateMany({ where: hers(), data: { unitId: union.khuPho6.id } })],
    ['another peer lesson', () => createLesson(db, union.khuPho5, { on: IN_IT })],
    [
      'the minutes of a peer lesson',
      () => db.peerLesson.updateMany({ where: { id: lesson.id }, data: { minutes: 60 } }),
    ],
    [
      'a peer lesson that is taken back',
      () =>
        db.peerLesson.updateMany({
          where: { id: lesson.id },
          data: { takenBackAt: new Date(), takenBackById: official.accountId },
        }),
    ],
  ])('of models, pairs and women: %s', (_what, change) => expectRefused(change));
});

describe('it lets through what is no correction of it:', () => {
  test('a woman whose record comes late or whose first day was wrong, marks of a session that does not count yet, and September', async () => {
    await createMember(db, union.khuPho5, { from: SINCE });
    await db.membership.updateMany({ where: hers(), data: { validFrom: toDate('2026-08-20') } });
    await say(begun, unheard, 'absent');
    await db.pair.updateMany({ where: { id: pair.id }, data: { validTo: toDate(OPEN) } });
    await createModel(db, union.khuPho6, { kind: 'digital_womens_club', from: OPEN });
    await db.membership.updateMany({ where: hers(), data: { validTo: toDate(OPEN) } });
    expect(await db.membership.count({ where: { unitId: union.khuPho5.id, validTo: toDate(OPEN) } })).toBe(1);
  });

  test('two records of one woman that become one, though August counted her twice', async () => {
    const [twice] = [await createMember(db, union.khuPho5, { from: SINCE })];
    const two = { survivorId: women[1]?.id ?? '', absorbedId: twice.id };
    expect(await mergePersons(official, await mergeOf(two))).toMatchObject({ ok: true });
  });

  test('a neighbour’s August, which nobody closed', async () => {
    await createModel(db, union.ongHuong, { kind: 'digital_womens_club', from: IN_IT });
    expect(await db.modelHost.count({ where: { unitId: union.ongHuong.id } })).toBe(1);
  });
});

describe('who comes late is let in, and whoever writes her down is told:', () => {
  test.each([
    [IN_IT, true],
    [OPEN, false],
  ])('of a first day of %s: %s', async (from, late) => {
    const { khuPho5, khuPho6 } = union;
    const her = {
      unitId: khuPho5.id,
      name: late ? 'Lê Thị Muộn' : 'Võ Thị Đúng',
      kind: 'member',
      from,
      birthYear: '1970',
    };
    const recorded = await recordPerson(official, newPersonInput.parse(her));
    expect(recorded).toMatchObject({ ok: true, value: { late } });
    const personId = recorded.ok ? recorded.value.id : '';
    const further = { personId, unitId: khuPho6.id, kind: 'member' as const, from };
    expect(await startMembership(official, further)).toEqual({ ok: true, value: { id: personId, late } });
  });
});

describe('commands word it, with the first open day:', () => {
  const LOCKED = { ok: false, problem: 'period-locked', detail: { until: OPEN } };

  test('the trainer’s report that would make a session of August count', async () => {
    const words = { wentWell: 'Chị em tự đăng nhập được.', toImprove: '', materials: '' };
    await say(begun, unheard, 'present');
    const input = reportInput.parse({ sessionId: begun.id, number: '0', ...words });
    expect(await writeReport(official, input)).toEqual(LOCKED);
    expect(await db.sessionReport.count({ where: { sessionId: begun.id } })).toBe(0);
  });

  test('a membership that would have ended in August', async () => {
    const personId = women[4]?.id ?? '';
    const [row] = await db.membership.findMany({ where: { personId }, select: { id: true, version: true } });
    const leaving = { personId, membershipId: row?.id ?? '', version: row?.version ?? 0 };
    expect(await endMembership(official, { ...leaving, lastDay: IN_IT, reason: 'moved_away' })).toEqual(LOCKED);
    expect(await db.membership.count({ where: { personId, validTo: null } })).toBe(1);
  });
});
