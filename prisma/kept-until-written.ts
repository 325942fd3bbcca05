import { db } from './client';
import { isKeeping, keptAt } from './kept-values';
import { Moves } from './snapshot';

// One count a process: Next loads modules in more than one graph.
const KEY = Symbol.for('portal.moves');
const world = globalThis as { [KEY]?: Moves };

/**
 * How far the server of the database is: told the same again until a transaction ends that has written something, whatever it was and whoever
 * wrote it, but for what jobs note of their own runs.
 */
async function howFar(): Promise<string> {
  const [row] = await db.$queryRaw<{ at: string; own: string | null }[]>`
    SELECT pg_current_snapshot()::text AS at, (SELECT string_agg(x.id::text, ',') FROM job CROSS JOIN LATERAL (VALUES (began_in), (ended_in)) x (id)) AS own`;
  world[KEY] ??= new Moves();
  return `move ${world[KEY].at(row?.at ?? '', (row?.own ?? '').split(',').filter(Boolean).map(BigInt))}`;
}

/** What `read` answers, kept under its name until anything is written: everybody gets what she would have read herself. For what is dear. */
export async function keptUntilWritten<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
  if (!isKeeping()) return read();
  // known before anything is read: what is written meanwhile makes the next one read anew
  return keptAt(name, await howFar(), read);
}
