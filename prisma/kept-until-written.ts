import { db } from './client';
import { keptAt } from './kept-values';

/**
 * How far the server of the database is: told the same again only until a transaction ends that has written something, whatever it was and
 * whoever wrote it.
 */
async function howFar(): Promise<string> {
  const [row] = await db.$queryRaw<{ at: string }[]>`SELECT pg_current_snapshot()::text AS at`;
  return row?.at ?? '';
}

/**
 * What `read` answers, kept under its name until anything is written, a minute at most: everybody gets what she would have read herself.
 * For dear counts in which a correction is seen at once.
 */
export async function keptUntilWritten<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  // known before anything is read: what is written meanwhile makes the next one read anew
  return keptAt(name, await howFar(), read);
}
