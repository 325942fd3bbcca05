import type { Client } from 'pg';
import type { Day } from '@/domain/days/day';
import type { SealingKey } from '@/domain/ground/seal';

/** The tools of every step of the seed. One connection, one transaction, one day taken as "today". */
export interface Work {
  client: Client;
  today: Day;
  /** how many members are asked for; the tree shrinks with them below 40,000 */
  members: number;
  demoPassword: string;
  /** the key of this portal that seals; without one nothing sealed is written */
  sealingKey?: SealingKey | undefined;
  /** writes one line of progress */
  say: (line: string) => void;
}

/** How large the province becomes for a number of members. 40,000 is the size of the demonstration. */
export function sizeFor(members: number) {
  const groups = Math.min(12_000, Math.max(560, Math.round(members * 0.3)));
  const subAssociations = Math.min(1_800, Math.max(210, Math.round(groups / 6.667)));
  return { groups, subAssociations, sessionFactor: Math.min(1.5, Math.max(0.2, members / 40_000)) };
}

/** Writes rows of one table in one statement; the keys of the first row are the columns. Returns how many. */
export async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first).join(', ');
  const result = await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
  return result.rowCount ?? 0;
}

/** Runs one statement and returns how many rows it wrote. */
export async function run(client: Client, sql: string, values: unknown[] = []): Promise<number> {
  const result = await client.query(sql, values);
  return result.rowCount ?? 0;
}
