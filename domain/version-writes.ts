import type { Transaction } from '@/prisma/transaction';

type Held =
  | 'article'
  | 'course'
  | 'digital_model'
  | 'household'
  | 'import_batch'
  | 'media_asset'
  | 'membership'
  | 'office'
  | 'pair_goal'
  | 'person'
  | 'report'
  | 'session'
  | 'spot_check'
  | 'venue';
type Taken = 'criteria_list' | 'digital_model' | 'edition' | 'pair';
type Seen = { id: string; version: number };

/**
 * Holds a row until the change is done: true when it still is as she saw it. Whoever comes second waits here, is told
 * and, where she typed, shown both. The version rises when the row is written.
 */
export const holdVersion = (tx: Transaction, table: Held, id: string, version: number): Promise<boolean> =>
  holdVersions(tx, table, [{ id, version }]);

/** The same for several rows, held in one order by everybody: true when each still is as it was seen. */
export async function holdVersions(tx: Transaction, table: Held, seen: readonly Seen[]): Promise<boolean> {
  // rows that point to a session wait too: nobody is enrolled while it changes
  const strength = table === 'session' ? 'UPDATE' : 'NO KEY UPDATE';
  // a table's name cannot be a value; it is one of those words
  const rows = await tx.$queryRawUnsafe<Seen[]>(
    `SELECT id::text, version FROM ${table} WHERE id = ANY ($1::uuid[]) ORDER BY id FOR ${strength}`,
    seen.map(({ id }) => id),
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return seen.every(({ id, version }) => versions.get(id) === version);
}

/**
 * Takes a row of which perhaps only what belongs to it changes: true when it still is as she saw it, and its version
 * rises at once. The last thing before writing: what is refused afterwards would be kept half.
 */
export async function takeVersion(tx: Transaction, table: Taken, id: string, version: number): Promise<boolean> {
  const rows = await tx.$executeRawUnsafe(
    `UPDATE ${table} SET id = id WHERE id = $1::uuid AND version = $2::int`,
    id,
    version,
  );
  return rows === 1;
}
