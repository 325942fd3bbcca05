import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { db, transaction } from '@/prisma/client';
import { createGoal, createPair } from '@/test/factories/pairs';
import { createSkill } from '@/test/factories/trainings';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { lockPeriod, makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import type { MarkGoalInput } from './goal';
import { addGoal, markGoal, removeGoal } from './goal-commands';
import { listGoals } from './goal-queries';

let union: TestUnion;
let head: Viewer;
let pairId: string;
let skillId: string;
let goalId: string;

beforeEach(async () => {
  union = await makeUnion();
  head = await makeViewer('sub_association_head', union.khuPho5);
  const [instructor, learner] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  const made = await createPair(db, union.khuPho5, { id: instructor }, { id: learner }, { from: '2025-07-15' });
  pairId = made.id;
  skillId = (await createSkill(db)).id;
  goalId = (await createGoal(db, made, { id: skillId })).id;
});

describe('a pair ends', () => {
  /** Ends it since yesterday with the deed begun, and lets go once the deed waits. */
  async function whileItEnds<Answer>(deed: () => Promise<Answer>): Promise<Answer | undefined> {
    let answer: Promise<Answer> | undefined;
    await transaction(async (tx) => {
      const data = { validTo: toDate(addDays(today(), -1)) };
      await tx.pair.update({ where: { id: pairId }, data, select: { id: true } });
      answer = deed();
      await untilSomebodyWaitsFor(await processOf(tx));
    });
    return answer;
  }
  const ended = { ok: false, problem: 'already-ended', detail: { day: addDays(today(), -2), never: 'no' } };

  test('and a goal that is added meanwhile is not its goal any more', async () => {
    const { id: other } = await createSkill(db);
    expect(await whileItEnds(() => addGoal(head, { pairId, skillId: other }))).toEqual(ended);
    expect(await listGoals(head, pairId)).toHaveLength(1);
  });

  test('and a goal that is removed meanwhile stays', async () => {
    expect(await whileItEnds(() => removeGoal(head, { goalId }))).toEqual(ended);
    expect(await listGoals(head, pairId)).toHaveLength(1);
  });

  test('and a level that was seen after its end is not set', async () => {
    const marking = { goalId, version: 1, level: 'alone' as const, day: today() };
    expect(await whileItEnds(() => markGoal(head, marking))).toMatchObject({ problem: 'after-pair' });
    expect(await listGoals(head, pairId)).toMatchObject([{ level: null }]);
  });
});

describe('a level that was seen on a day of a closed month', () => {
  beforeEach(async () => {
    await markGoal(head, { goalId, version: 1, level: 'with_help', day: '2025-08-20' });
    await lockPeriod(union.longHung, '2025-08-01', '2025-09-01');
  });
  const on = (day: Day, level?: MarkGoalInput['level']) => markGoal(head, { goalId, version: 2, level, day });

  test('is not taken back, lowered or moved to an open day', async () => {
    const refused = { ok: false, problem: 'mark-locked', detail: { day: '2025-08-20' } };
    expect(await on('2025-09-10')).toEqual(refused);
    expect(await on('2025-09-10', 'saw_it')).toEqual(refused);
    expect(await on('2025-09-10', 'with_help')).toEqual(refused);
    expect(await on('2025-07-20', 'alone')).toEqual(refused);
    expect(await listGoals(head, pairId)).toMatchObject([{ level: 'with_help', markedOn: '2025-08-20', version: 2 }]);
  });

  test('is raised once she comes further on a later day: what she learned goes on', async () => {
    expect(await on('2025-08-25', 'alone')).toMatchObject({ problem: 'period-locked' });
    expect(await on('2025-09-10', 'alone')).toMatchObject({ ok: true });
    expect(await listGoals(head, pairId)).toMatchObject([{ level: 'alone', markedOn: '2025-09-10' }]);
    expect(await markGoal(head, { goalId, version: 3, day: '2025-09-10' })).toMatchObject({ ok: true });
  });

  test('stands also where its month is being looked at by two: the second is shown what stands', async () => {
    expect(await markGoal(head, { goalId, version: 1, level: 'alone', day: '2025-09-10' })).toEqual({
      ok: false,
      problem: 'changed-meanwhile',
      detail: { level: 'with_help', day: '2025-08-20', version: '2' },
    });
  });
});
