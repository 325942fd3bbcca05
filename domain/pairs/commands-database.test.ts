import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { foundModel } from '@/domain/digital-models/commands';
import { holdModel } from '@/domain/digital-models/refusals';
import { lockPerson } from '@/domain/people/memberships/leaving-writes';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { tiePair } from './change-commands';
import { pairUp } from './commands';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

async function couple() {
  const { khuPho5: unit } = union;
  const [instructorId, learnerId] = [await makeMember(unit, 'Phạm Thị Thảo'), await makeMember(unit, 'Võ Thị Sáu')];
  return { unitId: unit.id, instructorId, learnerId, from: today() };
}

async function family(): Promise<string> {
  const name = `Gia đình số ${Math.random().toString(36).slice(2)}`;
  const days = { foundedOn: addDays(today(), -30), status: 'active' as const, pilot: false };
  const result = await foundModel(official, { kind: 'digital_family', unitId: union.khuPho5.id, name, ...days });
  return result.ok ? result.value.id : expect.unreachable(result.problem);
}

/** Changes something, and is not through before the command waits for it: answers with what the command said then. */
const changeBefore = <Answer>(change: (tx: Transaction) => Promise<unknown>, command: () => Promise<Answer>) =>
  transaction(async (tx) => {
    await change(tx);
    const answer = command();
    await untilSomebodyWaitsFor(await processOf(tx));
    return { answer };
  }).then(({ answer }) => answer);

const leave = (personId: string) => async (tx: Transaction) => {
  await lockPerson(tx, personId);
  await tx.membership.updateMany({ where: { personId }, data: { validTo: toDate(today()) } });
};

const end = (modelId: string) => async (tx: Transaction) => {
  await tx.$queryRaw`SELECT 1 FROM digital_model WHERE id = ${modelId}::uuid FOR NO KEY UPDATE`;
  await tx.modelStatus.updateMany({ where: { modelId, validTo: null }, data: { validTo: toDate(today()) } });
  await tx.modelStatus.create({ data: { modelId, status: 'ended', validFrom: toDate(today()) }, select: { id: true } });
};

const pairsOf = ({ instructorId }: { instructorId: string }) => db.pair.count({ where: { instructorId } });

test.each([
  ['the instructor', 'instructorId', 'instructor'],
  ['the learner', 'learnerId', 'learner'],
] as const)(
  'where %s leaves while the two are paired, no pair begins, and it is said who is no member',
  async (_who, field, who) => {
    const women = await couple();
    const answer = await changeBefore(leave(women[field]), () => pairUp(official, women));
    expect(answer).toEqual({ ok: false, problem: 'no-member', detail: { who } });
    expect(await pairsOf(women)).toBe(0);
  },
);

test('a pair begins on no day on which one of the two will have left', async () => {
  const women = await couple();
  const last = toDate(addDays(today(), 10));
  await db.membership.updateMany({ where: { personId: women.learnerId }, data: { validTo: last } });
  const later = { ...women, from: addDays(today(), 10) };
  expect(await pairUp(official, later)).toMatchObject({ problem: 'no-member', detail: { who: 'learner' } });
  expect(await pairUp(official, { ...later, from: addDays(today(), 9) })).toMatchObject({ ok: true });
});

test('where a family ends while a pair is tied to it, or begins in it, nothing is tied', async () => {
  const [modelId, another] = [await family(), await family()];
  const women = await couple();
  const tied = await changeBefore(end(modelId), () => pairUp(official, { ...women, modelId }));
  expect(tied).toEqual({ ok: false, problem: 'family-ended' });
  expect(await pairsOf(women)).toBe(0);

  const paired = await pairUp(official, women);
  const pairId = paired.ok ? paired.value.id : expect.unreachable(paired.problem);
  const tie = { pairId, modelId: another, from: today(), version: 1 };
  expect(await changeBefore(end(another), () => tiePair(official, tie))).toEqual({
    ok: false,
    problem: 'family-ended',
  });
  expect(await db.pairTie.count({ where: { pairId } })).toBe(0);
});

describe('the family is held before its women, and they before their pair, as whoever keeps its people holds them', () => {
  /** What whoever holds the family can still take for herself while the command waits for it. */
  const takesWomen = (women: { instructorId: string; learnerId: string }) => async (tx: Transaction) =>
    tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM person WHERE id IN (${women.instructorId}::uuid, ${women.learnerId}::uuid) FOR NO KEY UPDATE NOWAIT`;
  const whileFamilyIsHeld = <Answer, Taken>(
    modelId: string,
    command: () => Promise<Answer>,
    take: (tx: Transaction) => Promise<Taken>,
  ) =>
    transaction(async (tx) => {
      await holdModel(tx, modelId);
      const answer = command();
      await untilSomebodyWaitsFor(await processOf(tx));
      return { taken: await take(tx), answer };
    }).then(async ({ taken, answer }) => ({ taken, answer: await answer }));

  test('where two are paired in it', async () => {
    const [modelId, women] = [await family(), await couple()];
    const { taken, answer } = await whileFamilyIsHeld(
      modelId,
      () => pairUp(official, { ...women, modelId }),
      takesWomen(women),
    );
    expect(taken).toHaveLength(2);
    expect(answer).toMatchObject({ ok: true });
  });

  test('where their pair is tied to it', async () => {
    const [modelId, women] = [await family(), await couple()];
    const paired = await pairUp(official, women);
    const pairId = paired.ok ? paired.value.id : expect.unreachable(paired.problem);
    const { taken, answer } = await whileFamilyIsHeld(
      modelId,
      () => tiePair(official, { pairId, modelId, from: today(), version: 1 }),
      async (tx) => [
        ...(await takesWomen(women)(tx)),
        ...(await tx.$queryRaw<{ id: string }[]>`
          SELECT id::text FROM pair WHERE id = ${pairId}::uuid FOR NO KEY UPDATE NOWAIT`),
      ],
    );
    expect(taken).toHaveLength(3);
    expect(answer).toMatchObject({ ok: true });
  });
});
