import { randomBytes, randomUUID } from 'node:crypto';

/** The target of a factory: a `pg` client or pool, the Prisma client, or a Prisma transaction. */
export type Database =
  | { query(sql: string): Promise<{ rows: unknown[] }> }
  | { $executeRawUnsafe(sql: string): Promise<number>; $queryRawUnsafe<Rows>(sql: string): Promise<Rows> };

/** A row of a table: database column names and values as JSON would carry them. Undefined = the column's default. */
export type Row = readonly [table: string, values: Readonly<Record<string, unknown>>];

/** The day on which everything made by a factory begins unless it is told otherwise: the province's first. */
export const FIRST_DAY = '2025-07-01';

export const newId = (): string => randomUUID();

/** Makes slugs, codes and addresses of one test differ from those of another. */
export const unique = (): string => randomBytes(6).toString('hex');

export interface Made {
  id: string;
}

/** Writes rows in their order, all or none, as one statement: so rules that are checked at commit see them together. */
export async function write(database: Database, rows: readonly Row[]): Promise<void> {
  const inserts = rows.map(([table, values]) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    const columns = Object.keys(given).join(', ');
    return `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $row$${JSON.stringify(given)}$row$);`;
  });
  await execute(database, `DO $rows$ BEGIN ${inserts.join('\n')} END $rows$`);
}

const execute = (database: Database, sql: string): Promise<unknown> =>
  '$executeRawUnsafe' in database ? database.$executeRawUnsafe(sql) : database.query(sql);

/** Reads rows; for what only the database knows, like a unit's path. */
export async function read<Result>(database: Database, sql: string): Promise<Result[]> {
  if ('$queryRawUnsafe' in database) return database.$queryRawUnsafe<Result[]>(sql);
  return (await database.query(sql)).rows as Result[];
}
