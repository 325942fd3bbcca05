import { db } from './client';
import { isKeeping, keptAt } from './kept-values';

const MINUTE_MS = 60_000;

/**
 * How far the server of the database is: told the same again only until a transaction ends that has written something, whatever it was and
 * whoever wrote it.
 */
async function howFar(): Promise<string> {
  const [row] = await db.$queryRaw<{ at: string }[]>`SELECT pg_current_snapshot()::text AS at`;
  return row?.at ?? '';
}

/**
 * What `read` answers, kept under its name until anything is written, and no longer than the minute lasts: what is due at one begins then.
 * Everybody gets what she would have read herself. For what is dear, and in which a correction is seen at once.
 */
export async function keptUntilWritten<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  if (!isKeeping()) return read();
  // both known before anything is read: what is written or becomes due meanwhile makes the next one read anew
  const minute = Math.floor(Date.now() / MINUTE_MS);
  return keptAt(name, `${await howFar()} ${minute}`, read);
}
