import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';

import { markTold, takeBackTold } from '@/domain/messages/commands';
import { countMessages, listMessages } from '@/domain/messages/queries';
import { cancelSession } from '@/domain/trainings/decision-commands';
import { db } from '@/prisma/client';
import { makeEnrolmentStage, messagesOf, passOffers, statesOf } from '@/test/stages/enrolments';
import { versionOf } from '@/test/stages/trainings';
import { settleDueSeats } from './due-seat-commands';
import { listParticipants } from './participants/participant-queries';
import { findTicket } from './tickets/ticket-queries';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
});

/** A session of one seat that was given back: the second is offered it, the others wait. */
async function offered(waiting = 1) {
  const session = await stage.openSession(1);
  const first = await stage.join(session);
  const others: string[] = [];
  for (let each = 0; each <= waiting; each++) others.push(await stage.join(session));
  await stage.press(first, 'cancel');
  const ofOffer = (await messagesOf(session.id)).at(-1);
  return { session, second: others[0] ?? '', third: others[1] ?? '', messageId: ofOffer?.id ?? '' };
}
const hoursFromNow = (date: Date | null | undefined) => ((date?.getTime() ?? 0) - Date.now()) / 3_600_000;
const startsIn = (sessionId: string, hours: number) => db.$executeRaw`
  UPDATE session SET starts_at = now() + ${hours} * interval '1 hour', ends_at = now() + ${hours + 2} * interval '1 hour' WHERE id = ${sessionId}::uuid`;

test('the span of an offer begins when she was told; until then it stands for three days, and the list says which', async () => {
  const { session, second, messageId } = await offered();
  const line = async () => (await listParticipants(stage.official, session.id))?.participants[1];
  expect(await line()).toMatchObject({ state: 'offered', offerToldAt: null });
  expect(hoursFromNow((await line())?.offerUntil)).toBeCloseTo(72, 1);
  const [message] = (await listMessages(stage.official, { sessionId: session.id })).messages;
  if (!message) throw new Error('nothing to tell');
  expect(hoursFromNow(message.deadline)).toBeCloseTo(72, 1);
  expect(hoursFromNow(new Date(message.facts.until ?? ''))).toBeCloseTo(24, 1); // what she is told if she is told now

  expect((await markTold(stage.official, { messageIds: [messageId] })).ok).toBe(true);
  expect(hoursFromNow((await findTicket(second, 'vi'))?.offerUntil)).toBeCloseTo(24, 1);
  expect((await line())?.offerToldAt).toBeInstanceOf(Date);
  const said = (await findTicket(second, 'vi'))?.offerUntil;
  expect(await markTold(stage.official, { messageIds: [messageId] })).toMatchObject({ problem: 'already-told' });
  expect((await findTicket(second, 'vi'))?.offerUntil).toEqual(said);

  await takeBackTold(stage.official, { messageId });
  expect(await line()).toMatchObject({ offerToldAt: null, offerUntil: said });
});

test('telling her something else begins nothing', async () => {
  const { session, second } = await offered();
  const { enrolmentId } = (await messagesOf(session.id)).at(-1) ?? {};
  const { id } = await db.outboxMessage.create({
    data: {
      kind: 'zalo',
      about: 'session-moved',
      locale: 'vi',
      dedupeKey: `moved ${session.id}`,
      sessionId: session.id,
      enrolmentId: enrolmentId ?? null,
    },
    select: { id: true },
  });
  expect((await markTold(stage.official, { messageIds: [id] })).ok).toBe(true);
  expect(hoursFromNow((await findTicket(second, 'vi'))?.offerUntil)).toBeCloseTo(72, 1);
});

test('who was told and does not answer leaves the line; who was not told keeps her place in it, and the next is asked', async () => {
  for (const told of [true, false]) {
    const { session } = await offered();
    await passOffers(session.id, { told });
    expect(await settleDueSeats()).toBe(1);
    expect(await statesOf(session.id)).toEqual(['cancelled', told ? 'expired' : 'waiting', 'offered']);
    expect((await messagesOf(session.id)).map(({ about }) => about).includes('offer-expired')).toBe(told);
    expect(await settleDueSeats()).toBe(0);
  }
});

test('who was not told and is alone in the line is offered the seat again, and is told once', async () => {
  const { session, second } = await offered(0);
  await passOffers(session.id, { told: false });
  await settleDueSeats();
  expect(await findTicket(second, 'vi')).toMatchObject({ state: 'offered', open: true });
  expect(hoursFromNow((await findTicket(second, 'vi'))?.offerUntil)).toBeCloseTo(72, 1);
  expect((await listMessages(stage.official, { sessionId: session.id })).messages).toHaveLength(1);
});

test('near the start an untold offer waits for half of what is left, and what is offered at the start is over', async () => {
  const { session } = await offered();
  await startsIn(session.id, 10);
  await passOffers(session.id, { told: false });
  await settleDueSeats();
  const { participants } = (await listParticipants(stage.official, session.id)) ?? {};
  expect(hoursFromNow(participants?.[2]?.offerUntil)).toBeCloseTo(5, 1);
  await startsIn(session.id, -0.1);
  expect(await settleDueSeats()).toBe(1);
  expect(await statesOf(session.id)).toEqual(['cancelled', 'waiting', 'expired']);
});

test('of a cancelled session nothing lapses: whoever held an offer is told that it is off', async () => {
  const { session } = await offered();
  await passOffers(session.id, { told: true });
  const version = await versionOf(session.id);
  expect((await cancelSession(stage.official, { sessionId: session.id, version, reason: 'Mưa lớn' })).ok).toBe(true);
  expect(await settleDueSeats()).toBe(0);
  expect(await statesOf(session.id)).toEqual(['cancelled', 'offered', 'waiting']);
});

test('two clocks, the woman herself and an official at the same moment: one seat, one next, each told once', async () => {
  const { session, second, third, messageId } = await offered();
  await passOffers(session.id, { told: true });
  await Promise.all([
    settleDueSeats(),
    settleDueSeats(),
    stage.press(second, 'accept'),
    markTold(stage.official, { messageIds: [messageId] }),
    stage.join(session),
  ]);
  expect((await statesOf(session.id)).slice(0, 3)).toEqual(['cancelled', 'expired', 'offered']);
  expect(await findTicket(third, 'vi')).toMatchObject({ state: 'offered' });
  const told = (await messagesOf(session.id)).map(({ about }) => about).filter((about) => about.includes('offer'));
  expect(told.sort()).toEqual(['offer-expired', 'seat-offered', 'seat-offered']);
});

test('a session that cannot be settled keeps no other waiting', async () => {
  const stages = [await offered(), await offered()];
  const [broken, sound] = stages.map(({ session }) => session.id).sort();
  for (const { session } of stages) await passOffers(session.id, { told: true });
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(
    `CREATE FUNCTION app.broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken' USING ERRCODE = 'XX001'; END $$`,
  );
  await owner.query(
    `CREATE TRIGGER broken BEFORE UPDATE ON enrolment FOR EACH ROW WHEN (NEW.session_id = '${broken}') EXECUTE FUNCTION app.broken()`,
  );
  await expect(settleDueSeats()).rejects.toThrow('broken');
  await owner.query('DROP TRIGGER broken ON enrolment');
  await owner.end();
  expect(await statesOf(sound ?? '')).toEqual(['cancelled', 'expired', 'offered']);
  expect(await settleDueSeats()).toBe(1); // nothing of it is lost
  expect(await statesOf(broken ?? '')).toEqual(['cancelled', 'expired', 'offered']);
});

test('offers come first among what is to be told, the one that ends first at the head, and the count gives its time', async () => {
  const before = await countMessages(stage.official, { sessionId: (await stage.openSession(1)).id });
  expect(before).toEqual({ toTell: 0, deadline: null, failed: 0 });
  const { session, messageId } = await offered(2);
  const mover = (await messagesOf(session.id)).at(-1)?.enrolmentId ?? null;
  await db.outboxMessage.create({
    data: {
      kind: 'zalo',
      about: 'session-moved',
      locale: 'vi',
      dedupeKey: `later ${session.id}`,
      sessionId: session.id,
      enrolmentId: mover,
    },
    select: { id: true },
  });
  const { messages } = await listMessages(stage.official, { sessionId: session.id });
  expect(messages.map(({ about }) => about)).toEqual(['seat-offered', 'session-moved', 'waiting', 'waiting']);
  const { toTell, deadline } = await countMessages(stage.official, { sessionId: session.id });
  expect([toTell, deadline]).toEqual([4, messages[0]?.deadline]);
  await markTold(stage.official, { messageIds: [messageId] });
  expect(await countMessages(stage.official, { sessionId: session.id })).toMatchObject({ toTell: 3, deadline: null });
});
