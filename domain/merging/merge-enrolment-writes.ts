import { tellAgain } from '@/domain/enrolments/tell-writes';
import { holdSessions } from '@/domain/session-writes';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import type { Transaction } from '@/prisma/transaction';
import type { LeftAlone } from './merge';
import type { Done } from './merge-rows';
import { type Change, textOf } from './merge-tables';

/**
 * Carries out a merger's changes (`write`) so that the seat of a woman who was enrolled twice in one session is offered to
 * the next in line at once.
 */
export async function offeringSeats<Value>(
  tx: Transaction,
  changes: readonly Change[],
  write: () => Promise<Value>,
): Promise<Value> {
  const freed = changes.flatMap((change) =>
    change.table === 'enrolment' && change.was.seat_no !== null && 'set' in change && change.set.seat_no === null
      ? [textOf(change.was, 'session_id')]
      : [],
  );
  if (freed.length > 0) await holdSessions(tx, freed, 'seats');
  const value = await write();
  await settleSeats(tx, ...freed);
  return value;
}

type Place = { id: string; sessionId: string; was: number; seat: number | null };

/**
 * Undoes a merger (`restore`). Somebody who has her seat by now keeps it: she gets another free one, else her old
 * place in the line, and is told. Answers with everything that is not as it was.
 */
export async function givingBackSeats(
  tx: Transaction,
  moved: Done[],
  restore: (moved: Done[]) => Promise<LeftAlone[]>,
): Promise<LeftAlone[]> {
  const places = await placesAgain(tx, moved);
  if (places.length === 0) return restore(moved);
  const others = new Map(places.filter(({ was, seat }) => seat !== was).map((place) => [place.id, place]));
  const left = await restore(
    moved.map((done) => {
      const place = others.get(idOf(done));
      if (!place) return done;
      const { seat } = place;
      return { ...done, before: { ...beforeOf(done), seat_no: seat, ...(seat === null ? { state: 'waiting' } : {}) } };
    }),
  );
  const changed = [...others.values()].filter(({ id }) => !left.some(({ key }) => key.id === id));
  for (const { id, sessionId, seat } of changed) if (seat === null) await tellAgain(tx, sessionId, id);
  await settleSeats(tx, ...places.map(({ sessionId }) => sessionId));
  return [...left, ...changed.map(({ id }) => ({ table: 'enrolment', key: { id } }))];
}

/** The seats that the undoing would give back, and which of them, or of those free now, she can have. */
async function placesAgain(tx: Transaction, moved: Done[]): Promise<Place[]> {
  const held = moved.filter((done) => done.table === 'enrolment' && beforeOf(done).seat_no != null);
  if (held.length === 0) return [];
  const ids = held.map(idOf);
  const sessions = await tx.enrolment.findMany({
    where: { id: { in: ids } },
    select: { sessionId: true },
    take: ids.length,
  });
  await holdSessions(
    tx,
    sessions.map(({ sessionId }) => sessionId),
    'seats',
  );
  return tx.$queryRaw<Place[]>`
    SELECT e.id::text, e.session_id::text AS "sessionId", x.was,
      CASE WHEN x.was <= s.seats AND NOT EXISTS (SELECT FROM enrolment o WHERE o.session_id = s.id AND o.seat_no = x.was) THEN x.was
        ELSE app.first_free_seat(s.id) END AS seat
    FROM unnest(${ids}::uuid[], ${held.map((done) => Number(beforeOf(done).seat_no))}::int[]) x (id, was)
      JOIN enrolment e ON e.id = x.id JOIN session s ON s.id = e.session_id`;
}

const beforeOf = (done: Done) => (done.before ?? {}) as Record<string, unknown>;
const idOf = (done: Done) => String((done.key as { id?: unknown } | undefined)?.id ?? '');
