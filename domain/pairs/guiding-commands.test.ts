import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createContact, createGoal, createPair } from '@/test/factories/pairs';
import { createSkill } from '@/test/factories/trainings';
import { lockPeriod, makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { endPair } from './change-commands';
import { pairUp } from './commands';
import { recordContact, recordMetToday } from './contacts/contact-commands';
import { listContacts } from './contacts/contact-queries';
import { isReached } from './goals/goal';
import { addGoal, markGoal, removeGoal } from './goals/goal-commands';
import { listGoals } from './goals/goal-queries';
import { GOALS_MAX } from './pair';

let union: TestUnion;
let head: Viewer;
let official: Viewer;
let outsider: Viewer;
let reader: Viewer;
let skillId: string;
const began = addDays(today(), -30);

beforeAll(async () => {
  union = await makeUnion();
  head = await makeViewer('sub_association_head', union.khuPho5);
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
  skillId = (await createSkill(db)).id;
});

async function pair(from: Day = began, to?: Day): Promise<string> {
  const [instructor, learner] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  return (await createPair(db, union.khuPho5, { id: instructor }, { id: learner }, { from, ...(to ? { to } : {}) })).id;
}
const goalOf = async (pairId: string) => (await createGoal(db, { id: pairId }, { id: skillId })).id;
const contact = (pairId: string, more = {}) => ({ id: randomUUID(), pairId, day: today(), minutes: 30, ...more });
const trails = (subjectId: string, action: string) => db.auditEntry.count({ where: { subjectId, action } });

describe('what a pair sets out to learn', () => {
  test('is chosen with the pair, or skill by skill afterwards; twice the same is one', async () => {
    const [instructorId, learnerId] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
    const input = { unitId: union.khuPho5.id, instructorId, learnerId, from: today(), goals: [skillId, skillId] };
    expect(await pairUp(head, { ...input, goals: [nothing] })).toEqual({ ok: false, problem: 'not-found' });
    const made = await pairUp(head, input);
    const pairId = made.ok ? made.value.id : expect.unreachable();
    const other = (await createSkill(db)).id;
    const twice = { pairId, skillId: other };
    const both = await Promise.all([addGoal(head, twice), addGoal(official, twice)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect((await listGoals(head, pairId)).map((goal) => goal.skillId).sort()).toEqual([skillId, other].sort());
    expect(await trails(pairId, 'addGoal')).toBe(1);
    expect(await addGoal(head, { pairId, skillId: nothing })).toEqual({ ok: false, problem: 'not-found' });
  });

  test('are twelve skills at most, and none more once the pair has ended', async () => {
    const pairId = await pair();
    for (let at = 0; at < GOALS_MAX; at++) await createGoal(db, { id: pairId }, await createSkill(db));
    expect(await addGoal(head, { pairId, skillId })).toMatchObject({ problem: 'goals-full' });
    expect(await addGoal(head, { pairId: await pair(began, today()), skillId })).toMatchObject({
      problem: 'already-ended',
    });
  });

  test('a level is set, not turned over: the same one twice stands, and two offices see each other', async () => {
    const pairId = await pair();
    const goalId = await goalOf(pairId);
    const input = { goalId, version: 1, level: 'with_help' as const, day: today() };
    const twice = await Promise.all([markGoal(head, input), markGoal(head, input)]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await listGoals(head, pairId)).toMatchObject([{ level: 'with_help', markedOn: today(), version: 2 }]);
    expect(await markGoal(official, { ...input, level: 'alone' })).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
      detail: { level: 'with_help', day: today(), version: '2' },
    });
    expect((await markGoal(official, { ...input, level: 'alone', version: 2 })).ok).toBe(true);
    expect(isReached(await listGoals(head, pairId))).toBe(true);
    expect(await trails(pairId, 'markGoal')).toBe(2);
  });

  test('a goal with a level is not removed, also when the level comes at the same moment; without one it is', async () => {
    const pairId = await pair();
    const goalId = await goalOf(pairId);
    await markGoal(head, { goalId, version: 1, level: 'saw_it', day: today() });
    expect(await removeGoal(head, { goalId })).toEqual({ ok: false, problem: 'goal-marked' });
    expect((await markGoal(head, { goalId, version: 2, day: today() })).ok).toBe(true);
    const [removed, marked] = await Promise.all([
      removeGoal(head, { goalId }),
      markGoal(official, { goalId, version: 3, level: 'alone', day: today() }),
    ]);
    expect([removed.ok, marked.ok].filter(Boolean)).toHaveLength(1);
    expect(await listGoals(head, pairId)).toHaveLength(removed.ok ? 0 : 1);
  });

  test('a level lies within the days of its pair, up to today, and not in a closed month', async () => {
    const goalId = await goalOf(await pair('2025-07-15'));
    const on = (day: Day) => markGoal(head, { goalId, version: 1, level: 'alone', day });
    expect(await on('2025-07-14')).toMatchObject({ problem: 'before-pair' });
    expect(await on(addDays(today(), 1))).toMatchObject({ problem: 'not-yet' });
    await lockPeriod(union.longHung, '2025-08-01', '2025-09-01');
    expect(await on('2025-08-31')).toMatchObject({ problem: 'period-locked' });
    expect((await on('2025-09-01')).ok).toBe(true);
  });
});

describe('contacts', () => {
  test('one form sent twice at once is one contact; another under its id is refused', async () => {
    const pairId = await pair();
    const sent = contact(pairId, { skillId });
    const twice = await Promise.all([recordContact(head, sent), recordContact(head, sent)]);
    expect(twice).toEqual([
      { ok: true, value: { id: sent.id, pairId } },
      { ok: true, value: { id: sent.id, pairId } },
    ]);
    expect((await listContacts(head, pairId)).total).toBe(1);
    expect(await trails(pairId, 'recordContact')).toBe(1);
    expect(await recordContact(head, { ...sent, minutes: 60 })).toMatchObject({ problem: 'already-recorded' });
    expect(await recordContact(head, { ...sent, pairId: await pair() })).toMatchObject({ problem: 'already-recorded' });
  });

  test('that they met today, told with one tap each by two at once, is one contact; of another pair it is another', async () => {
    const [pairId, other] = [await pair(), await pair()];
    const both = await Promise.all([recordMetToday(head, { pairId }), recordMetToday(official, { pairId })]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const met = await listContacts(head, pairId);
    expect(met).toMatchObject({ total: 1, contacts: [{ day: today(), minutes: 30 }] });
    expect(await trails(pairId, 'recordContact')).toBe(1);
    expect((await recordMetToday(head, { pairId: other })).ok).toBe(true);
    expect((await listContacts(head, other)).total).toBe(1);
    expect(await recordMetToday(outsider, { pairId })).toEqual({ ok: false, problem: 'not-found' });
    expect(await recordMetToday(reader, { pairId })).toEqual({ ok: false, problem: 'not-allowed' });
  });

  test('lie within the days of their pair, up to today', async () => {
    const pairId = await pair(began, addDays(today(), -5));
    const on = (day: Day) => recordContact(head, contact(pairId, { day }));
    expect(await on(addDays(began, -1))).toMatchObject({ problem: 'before-pair' });
    expect(await on(addDays(today(), -5))).toMatchObject({ problem: 'after-pair' });
    expect((await on(began)).ok).toBe(true);
    expect((await on(addDays(today(), -6))).ok).toBe(true);
    expect(await recordContact(head, contact(await pair(), { day: addDays(today(), 1) }))).toMatchObject({
      problem: 'not-yet',
    });
  });

  test('a pair does not end before its last contact, also when both are recorded at once', async () => {
    const pairId = await pair();
    await createContact(db, { id: pairId }, addDays(today(), -3));
    const ending = { pairId, version: 1, reason: 'no-time' as const };
    expect(await endPair(head, { ...ending, lastDay: addDays(today(), -4) })).toMatchObject({ problem: 'met-later' });
    const [ended, met] = await Promise.all([
      endPair(head, { ...ending, lastDay: addDays(today(), -3) }),
      recordContact(official, contact(pairId)),
    ]);
    expect([ended.ok, met.ok].filter(Boolean)).toHaveLength(1);
  });

  test('stand youngest first, twenty a page', async () => {
    const pairId = await pair();
    for (let at = 0; at < 23; at++) await createContact(db, { id: pairId }, addDays(today(), -at));
    const first = await listContacts(reader, pairId);
    expect(first).toMatchObject({ total: 23, next: expect.any(String) });
    const rest = await listContacts(reader, pairId, first.next ?? '');
    expect([...first.contacts, ...rest.contacts].map(({ day }) => day)).toEqual(
      Array.from({ length: 23 }, (_, at) => addDays(today(), -at)),
    );
    expect(rest.next).toBeNull();
  });
});

test('a pair of Long Hưng does not exist for Trảng Dài, nor its goals and contacts; a reader sees and changes nothing', async () => {
  const pairId = await pair();
  const goalId = await goalOf(pairId);
  await createContact(db, { id: pairId }, today());
  const tries = (viewer: Viewer, pairOf: string, goal: string) =>
    Promise.all([
      addGoal(viewer, { pairId: pairOf, skillId }),
      removeGoal(viewer, { goalId: goal }),
      markGoal(viewer, { goalId: goal, version: 1, level: 'alone', day: today() }),
      recordContact(viewer, contact(pairOf)),
    ]);
  const refused = (problem: string) => Array.from({ length: 4 }, () => ({ ok: false, problem }));
  expect(await tries(outsider, pairId, goalId)).toEqual(refused('not-found'));
  expect(await tries(outsider, nothing, nothing)).toEqual(refused('not-found'));
  expect(await tries(reader, pairId, goalId)).toEqual(refused('not-allowed'));
  expect([await listGoals(outsider, pairId), (await listContacts(outsider, pairId)).total]).toEqual([[], 0]);
  expect([(await listGoals(reader, pairId)).length, (await listContacts(reader, pairId)).total]).toEqual([1, 1]);
});
