import { db } from '../client';
import { isKeeping, keptAt, keptEachMinute } from './kept-values';
import { Moves } from './snapshot';

// One count a process: Next loads modules in more than one graph.
const KEY = Symbol.for('portal.moves');
const world = globalThis as { [KEY]?: Moves };

/**
 * How far the server of the database is: told the same again until a transaction ends that has written something, whoever it was, but for
 * what is noted aside (0328): runs of jobs, sessions that were used, reads, looks.
 */
export async function howFar(): Promise<string> {
  world[KEY] ??= new Moves();
  const moves = world[KEY];
  const [row] = await db.$queryRaw<{ at: string; own: string }[]>`
    SELECT pg_current_snapshot()::text AS at, array_to_string(app.asides(${moves.since}::bigint), ',') AS own`;
  return `move ${moves.at(row?.at ?? '', (row?.own ?? '').split(',').filter(Boolean).map(BigInt))}`;
}

/**
 * What `read` answers, kept under its name until anything is written: everybody gets what she would have read herself. For what is dear.
 * `far`: how far the database was when she asked, where that is known.
 */
export async function keptUntilWritten<Value>(
  name: string,
  read: () => Promise<Value>,
  far: () => Promise<string> = howFar,
): Promise<Value> {
  if (!isKeeping()) return read();
  // known before anything is read: what is written meanwhile makes the next one read anew
  return keptAt(name, await far(), read);
}

/** A count that takes long: of a minute ago at most, or since which nothing was written. */
export const keptCount = <Value>(name: string, tags: readonly string[], count: () => Promise<Value>): Promise<Value> =>
  keptEachMinute(name, tags, count, howFar);

/** What is counted of all women of the city, kept where it is of today. Another day is read anew: it would be kept for whoever turns over a calendar. */
export const keptToday = <Value>(name: string, isToday: boolean, read: () => Promise<Value>): Promise<Value> =>
  isToday ? keptCount(name, ['today'], read) : read();
