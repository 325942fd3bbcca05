import type { Client } from 'pg';

/** Tables that grow most with the members. Steps of the seed find their rows by keys, or read them whole. */
const GROWING = [
  'person',
  'membership',
  'household',
  'household_member',
  'consent',
  'pair',
  'pair_host',
  'pair_contact',
];

interface Index {
  /** what takes it away */
  drop: string;
  /** what makes it again, and refuses rows that break it */
  make: string;
}

/**
 * Puts aside, until `buildIndexes`, the indexes of the growing tables, but for their keys, and of all tables what compares
 * stretches that must not overlap: all rows at once take a fraction of the time.
 */
export async function putIndexesAside(client: Client): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT coalesce('ALTER TABLE ' || i.indrelid::regclass || ' DROP CONSTRAINT ' || c.conname, 'DROP INDEX ' || i.indexrelid::regclass) AS drop,
       coalesce('ALTER TABLE ' || i.indrelid::regclass || ' ADD CONSTRAINT ' || c.conname || ' ' || pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)) AS make
     FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
     WHERE c.contype = 'x' OR i.indrelid = ANY ($1::regclass[]) AND c.oid IS NULL AND NOT i.indisunique ORDER BY 1`,
    [GROWING],
  );
  for (const { drop } of rows) await client.query(drop);
  return rows;
}

/** Makes them again, and what is known of the rows of all tables, by which everything after is planned. Returns how many. */
export async function buildIndexes(client: Client, indexes: readonly Index[]): Promise<number> {
  for (const { make } of indexes) await client.query(make);
  await client.query('ANALYZE');
  return indexes.length;
}
