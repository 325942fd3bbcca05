import { beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeEnrolmentStage, statesOf } from '@/test/stages/enrolments';
import { makeDouble, mergeOf, type TwoRecords } from '@/test/stages/merging';
import { enrolMembers } from '../enrolments/enrol-commands';
import { mergePersons, undoMerge } from './merge-commands';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
});

type Session = Awaited<ReturnType<typeof stage.openSession>>;

/** Both records of one woman have a seat, and a member waits behind them. */
async function twoSeatsAndOneWaiting() {
  const session = await stage.openSession(2);
  const two = await makeDouble(stage.union);
  const next = await createMember(db, stage.union.khuPho5, { phone: '+84912999000' });
  const personIds = [two.survivorId, two.absorbedId, next.id];
  expect((await enrolMembers(stage.official, { sessionId: session.id, personIds })).ok).toBe(true);
  return { session, two };
}

async function merge(two: TwoRecords): Promise<string> {
  const merged = await mergePersons(stage.official, await mergeOf(two));
  if (!merged.ok) throw new Error(merged.problem);
  return merged.value.id;
}

const undo = async (mergeId: string) => {
  const undone = await undoMerge(stage.official, { mergeId });
  if (!undone.ok) throw new Error(undone.problem);
  return undone.value.left;
};

const toldOf = async ({ id }: Session) =>
  (
    await db.outboxMessage.findMany({
      where: { sessionId: id },
      orderBy: { createdAt: 'asc' },
      select: { about: true },
      take: 9,
    })
  ).map(({ about }) => about);

const placesOf = async ({ id }: Session, two: TwoRecords) => {
  const rows = await db.enrolment.findMany({
    where: { sessionId: id, personId: { in: [two.survivorId, two.absorbedId] } },
    orderBy: { arrivalNo: 'asc' },
    select: { personId: true, state: true, seatNo: true, mergedIntoId: true },
    take: 9,
  });
  return rows.map(({ personId, ...row }) => ({ ...row, hers: personId === two.survivorId ? 'survivor' : 'absorbed' }));
};

test('the seat that she held twice is offered to the next in line by the merger itself, and she is told', async () => {
  const { session, two } = await twoSeatsAndOneWaiting();
  await merge(two);
  expect(await statesOf(session.id)).toEqual(['confirmed', 'merged', 'offered']);
  expect((await toldOf(session)).at(-1)).toBe('seat-offered');
});

test('undone after the seat went to somebody else: she keeps it, and the other waits in the order in which she arrived, and is told', async () => {
  const { session, two } = await twoSeatsAndOneWaiting();
  const mergeId = await merge(two);
  const left = await undo(mergeId);
  expect(left).toMatchObject([{ table: 'enrolment' }]);
  expect(await statesOf(session.id)).toEqual(['confirmed', 'waiting', 'offered']);
  expect(await placesOf(session, two)).toEqual([
    { hers: 'survivor', state: 'confirmed', seatNo: 1, mergedIntoId: null },
    { hers: 'absorbed', state: 'waiting', seatNo: null, mergedIntoId: null },
  ]);
  const waiting = await db.outboxMessage.findFirst({
    where: { sessionId: session.id, about: 'waiting', enrolment: { personId: two.absorbedId } },
    select: { facts: true },
  });
  expect(waiting).toMatchObject({ facts: { position: '1' } });
});

test('undone while her seat is free she has it again, and another one where only that is taken', async () => {
  for (const taken of [false, true]) {
    const session = await stage.openSession(3);
    const two = await makeDouble(stage.union);
    const personIds = [two.survivorId, two.absorbedId];
    await enrolMembers(stage.official, { sessionId: session.id, personIds });
    const mergeId = await merge(two);
    if (taken) await stage.join(session);
    expect(await undo(mergeId)).toHaveLength(taken ? 1 : 0);
    expect((await placesOf(session, two))[1]).toEqual({
      hers: 'absorbed',
      state: 'confirmed',
      mergedIntoId: null,
      seatNo: taken ? 3 : 2,
    });
  }
});

test('a merger and a seat given back in the same session at once both succeed', async () => {
  for (let round = 0; round < 5; round++) {
    const session = await stage.openSession(3);
    const two = await makeDouble(stage.union);
    await enrolMembers(stage.official, { sessionId: session.id, personIds: [two.survivorId, two.absorbedId] });
    const ticket = await stage.join(session);
    await stage.join(session);
    const [mergeId, given] = await Promise.all([merge(two), stage.press(ticket, 'cancel')]);
    expect(mergeId).not.toBe('');
    expect(given).toMatchObject({ ok: true });
    expect((await statesOf(session.id)).sort()).toEqual(['cancelled', 'confirmed', 'merged', 'offered']);
  }
});
