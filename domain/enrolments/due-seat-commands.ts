import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { db, transaction } from '@/prisma/client';

const SESSIONS_AT_ONCE = 50;

/**
 * Settles the seats of every session where an offer has lapsed or seats are kept for nobody; says each as soon as it is done, and
 * how many. One that fails keeps no other waiting. Twice is once.
 */
export async function settleDueSeats(
  mayGoOn: () => Promise<boolean> = async () => true,
  done: (sessionId: string) => void = () => {},
): Promise<number> {
  let settled = 0;
  let failure: unknown;
  for (let due = await dueAfter(null); due.length > 0; due = await dueAfter(due.at(-1) ?? null)) {
    for (const sessionId of due) {
      if (!(await mayGoOn())) return settled;
      try {
        await transaction((tx) => settleSeats(tx, sessionId));
        settled++;
        done(sessionId);
      } catch (error) {
        failure ??= error;
      }
    }
  }
  if (failure) throw failure;
  return settled;
}

async function dueAfter(sessionId: string | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM app.sessions_to_settle(${sessionId}::uuid, ${SESSIONS_AT_ONCE}::int) id`;
  return rows.map(({ id }) => id);
}
