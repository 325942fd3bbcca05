import { db } from './client';
import { COUNTED_MS, dropValues, keptValue } from './kept-values';

/**
 * How far the database is: told the same again only until a transaction ends that has written something, whatever it was and whoever
 * wrote it.
 */
async function howFar(): Promise<string> {
  const [row] = await db.$queryRaw<{ at: string }[]>`SELECT pg_current_snapshot()::text AS at`;
  return row?.at ?? '';
}

/**
 * What `read` answers, kept under its name until anything is written anywhere in the database, a minute at most: everybody gets what she
 * would have read herself. For dear counts in which a correction is seen at once.
 */
export async function keptUntilWritten<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  // known before anything is read: what is written meanwhile makes the next one read anew
  const at = await howFar();
  const readNow = async () => ({ at, value: await read() });
  const known = await keptValue(name, [name], readNow, COUNTED_MS);
  if (known.at === at) return known.value;
  dropValues([name]);
  return (await keptValue(name, [name], readNow, COUNTED_MS)).value;
}
