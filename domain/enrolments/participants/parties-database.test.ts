import { beforeAll, describe, expect, test } from 'vitest';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { makeEnrolmentStage, newPhone, statesOf } from '@/test/stages/enrolments';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { settleDueSeats } from '../due-seat-commands';
import { findTicket } from '../tickets/ticket-queries';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
});

describe('two who come together', () => {
  test('leave one line in the trail of the unit that holds the session, as who comes alone does', async () => {
    const session = await stage.openSession(1);
    await stage.join(session);
    await stage.join(session, { companionName: 'Cô Bảy', companionPhone: newPhone() });
    const [alone, together] = await db.enrolment.findMany({
      where: { sessionId: session.id },
      orderBy: { arrivalNo: 'asc' },
      take: 3,
    });
    const trail = await db.auditEntry.findMany({
      where: { subjectId: { in: [alone?.id ?? '', together?.id ?? ''] } },
      orderBy: { id: 'asc' },
      select: { verb: true, action: true, subjectType: true, actorId: true, unitId: true, change: true },
    });
    const { unitId } = await db.session.findUniqueOrThrow({ where: { id: session.id }, select: { unitId: true } });
    const line = { verb: 'created', action: 'signUpForSession', subjectType: 'enrolment', actorId: null, unitId };
    expect(trail).toEqual([
      { ...line, change: { state: 'confirmed', companion: false } },
      { ...line, change: { state: 'waiting', companion: true } },
    ]);
  });

  test('get two seats, or both wait while what is free is kept for them, and nobody passes until two days before', async () => {
    const session = await stage.openSession(3);
    const couple = () => ({ companionName: 'Cô Bảy', companionPhone: newPhone() });
    const first = await stage.join(session, couple());
    expect(await findTicket(first, 'vi')).toMatchObject({ state: 'confirmed', companion: { state: 'confirmed' } });
    const second = await stage.join(session, couple());
    expect(await findTicket(second, 'vi')).toMatchObject({
      state: 'waiting',
      place: { position: 1, free: 1, party: 2 },
      session: { free: 0, isFull: true }, // nobody can have it
    });
    const alone = await stage.join(session);
    expect(await findTicket(alone, 'vi')).toMatchObject({
      state: 'waiting',
      place: { position: 3, free: 1, party: 1 },
    });
    await stage.press(first, 'cancel');
    expect((await statesOf(session.id)).slice(2)).toEqual(['offered', 'offered', 'waiting']);
  });

  test('are passed by single ones from two days before the start on, by the clock, and keep their place', async () => {
    const session = await stage.openSession(3);
    const couple = () => ({ companionName: 'Cô Bảy', companionPhone: newPhone() });
    await stage.join(session, couple());
    const pair = await stage.join(session, couple());
    const alone = await stage.join(session);
    const startsIn = (hours: number) => db.$executeRaw`
      UPDATE session SET starts_at = now() + ${hours} * interval '1 hour', ends_at = now() + ${hours + 2} * interval '1 hour' WHERE id = ${session.id}::uuid`;
    await startsIn(48.1);
    await settleDueSeats();
    expect((await statesOf(session.id)).slice(2)).toEqual(['waiting', 'waiting', 'waiting']);
    await startsIn(47.9);
    await settleDueSeats();
    expect((await statesOf(session.id)).slice(2)).toEqual(['waiting', 'waiting', 'offered']);
    expect(await findTicket(pair, 'vi')).toMatchObject({ place: { position: 1, free: 0, party: 2 } });
    expect(await findTicket(alone, 'vi')).toMatchObject({ state: 'offered' });
  });

  test('keep nobody out of a class that is too small for them', async () => {
    const session = await stage.openSession(1);
    await stage.join(session, { companionName: 'Cô Bảy', companionPhone: newPhone() });
    await stage.join(session);
    expect(await statesOf(session.id)).toEqual(['waiting', 'waiting', 'confirmed']);
  });
});

test('of two who are put on the list at once for the last seat the second waits for the first, then in the line, whoever writes', async () => {
  const session = await stage.openSession(1);
  const enrol = (tx: Transaction) =>
    tx.$queryRaw`SELECT 1 FROM app.enrol(${session.id}::uuid, app.uuid7(), 'Cô Sáu', ${newPhone('+84')})`;
  const second = await transaction(async (tx) => {
    await enrol(tx);
    const other = transaction(enrol);
    await untilSomebodyWaitsFor(await processOf(tx));
    return { other };
  });
  await second.other;
  expect(await statesOf(session.id)).toEqual(['confirmed', 'waiting']);
});
