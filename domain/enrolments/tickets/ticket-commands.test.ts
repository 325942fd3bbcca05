import { beforeAll, describe, expect, test } from 'vitest';
import { markTold } from '@/domain/messages/commands';
import { listMessages } from '@/domain/messages/queries';
import { db } from '@/prisma/client';
import { makeEnrolmentStage, messagesOf, passOffers, statesOf } from '@/test/stages/enrolments';
import { settleDueSeats } from '../due-seat-commands';
import { findTicket } from './ticket-queries';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
});

describe('a ticket', () => {
  test('another text opens nothing and changes nothing', async () => {
    const session = await stage.openSession(1);
    const secret = await stage.join(session);
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('a') ? 'b' : 'a'}`;
    for (const text of [wrong, secret.toUpperCase(), '', 'x'.repeat(26)]) {
      expect(await findTicket(text, 'vi')).toBeNull();
      expect(await stage.press(text, 'cancel')).toMatchObject({ problem: 'not-found' });
    }
    expect(await statesOf(session.id)).toEqual(['confirmed']);
  });

  test('given back, the seat is offered to the next in line, who is told, takes it, or passes it on', async () => {
    const session = await stage.openSession(1);
    const [first, second, third] = [await stage.join(session), await stage.join(session), await stage.join(session)];
    expect(await stage.press(second, 'accept')).toMatchObject({ problem: 'offer-over' });
    expect((await stage.press(first, 'cancel')).ok).toBe(true);
    expect(await statesOf(session.id)).toEqual(['cancelled', 'offered', 'waiting']);
    expect((await messagesOf(session.id)).at(-1)).toMatchObject({ about: 'seat-offered' });
    await stage.press(second, 'decline');
    expect(await statesOf(session.id)).toEqual(['cancelled', 'declined', 'offered']);
    await stage.press(third, 'accept');
    expect(await statesOf(session.id)).toEqual(['cancelled', 'declined', 'confirmed']);
    for (const again of ['accept', 'accept'] as const) expect((await stage.press(third, again)).ok).toBe(true);
    expect((await stage.press(first, 'cancel')).ok).toBe(true);
    expect(await statesOf(session.id)).toEqual(['cancelled', 'declined', 'confirmed']);
  });

  test('tells the number of a seat, and in a session for priority groups only that there is one', async () => {
    const session = await stage.openSession(2);
    const secret = await stage.join(session);
    expect(await findTicket(secret, 'vi')).toMatchObject({ seatNo: 1, seated: true });
    await db.session.update({ where: { id: session.id }, data: { audience: 'priority_groups' }, select: { id: true } });
    expect(await findTicket(secret, 'vi')).toMatchObject({ state: 'confirmed', seatNo: null, seated: true });
    await stage.press(secret, 'cancel');
    expect(await findTicket(secret, 'vi')).toMatchObject({ seatNo: null, seated: false });
  });

  test('who tells women sees an offer as long as it stands, and nothing that they did on their tickets', async () => {
    const session = await stage.openSession(1);
    const [first, second, third] = [await stage.join(session), await stage.join(session), await stage.join(session)];
    const toTell = async () => {
      const { messages } = await listMessages(stage.official, { sessionId: session.id });
      return messages.map(({ about }) => about);
    };
    expect((await toTell()).sort()).toEqual(['enrolled', 'waiting', 'waiting']); // each of her own place, and of her ticket
    const messageIds = (await messagesOf(session.id)).map(({ id }) => id);
    expect(await markTold(stage.official, { messageIds })).toMatchObject({ value: { count: 3 } });
    await stage.press(first, 'cancel');
    expect(await toTell()).toEqual(['seat-offered']);
    await stage.press(second, 'decline');
    expect(await toTell()).toEqual(['seat-offered']);
    await passOffers(session.id, { told: true });
    expect(await toTell()).toEqual([]); // it has lapsed, though nobody has looked yet
    await settleDueSeats();
    expect(await findTicket(third, 'vi')).toMatchObject({ state: 'expired' });
    expect(await toTell()).toEqual(['offer-expired']);
    const fourth = await stage.join(session);
    expect(await findTicket(fourth, 'vi')).toMatchObject({ state: 'confirmed' });
    expect((await toTell()).sort()).toEqual(['enrolled', 'offer-expired']);
  });

  test('an offer that nobody answers lapses, whether the clock or the next woman comes first', async () => {
    const session = await stage.openSession(1);
    const [first, second, third] = [await stage.join(session), await stage.join(session), await stage.join(session)];
    await stage.press(first, 'cancel');
    await passOffers(session.id, { told: true });
    expect(await stage.press(second, 'accept')).toMatchObject({ problem: 'offer-over' }); // before the clock has looked
    await settleDueSeats();
    expect(await findTicket(third, 'vi')).toMatchObject({ state: 'offered', open: true });
    expect(await findTicket(second, 'vi')).toMatchObject({ state: 'expired', open: false });
    expect(await stage.press(second, 'accept')).toMatchObject({ problem: 'offer-over' });
    await passOffers(session.id, { told: true });
    await stage.join(session); // whoever signs up looks too
    expect(await statesOf(session.id)).toEqual(['cancelled', 'expired', 'expired', 'confirmed']);
    expect((await messagesOf(session.id)).map(({ about }) => about)).toContain('offer-expired');
  });

  test('nothing is given back, taken or offered after the start', async () => {
    const session = await stage.openSession(1);
    const [first, second] = [await stage.join(session), await stage.join(session)];
    await db.$executeRaw`UPDATE session SET starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour' WHERE id = ${session.id}::uuid`;
    for (const secret of [first, second])
      expect(await stage.press(secret, 'cancel')).toMatchObject({ problem: 'already-begun' });
    expect(await statesOf(session.id)).toEqual(['confirmed', 'waiting']);
  });

  test('an offer near the start leaves time for the next one', async () => {
    const session = await stage.openSession(1);
    await db.$executeRaw`UPDATE session SET starts_at = now() + interval '4 hours', ends_at = now() + interval '5 hours' WHERE id = ${session.id}::uuid`;
    const [first, second] = [await stage.join(session), await stage.join(session)];
    await stage.press(first, 'cancel');
    const until = (await findTicket(second, 'vi'))?.offerUntil?.getTime() ?? 0;
    expect((until - Date.now()) / 3_600_000).toBeCloseTo(2, 1);
  });
});
