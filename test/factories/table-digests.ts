import { type Database, read } from './write';

/** Columns that differ by their nature, by table; 'all' compares nothing of the table. */
export type NotCompared = Readonly<Record<string, readonly string[] | 'all'>>;

/** A digest of the rows of every table that the catalogue names, whichever their order; two statements. */
export async function tableDigests(database: Database, notCompared: NotCompared = {}): Promise<Record<string, string>> {
  const tables = await read<{ name: string }>(
    database,
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relname <> '_prisma_migrations'
     AND relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)') ORDER BY 1`,
  );
  const digests = tables.flatMap(({ name }) => {
    const without = notCompared[name] ?? [];
    if (without === 'all') return [];
    return `SELECT '${name}' AS name, count(*) || ' rows ' || md5(coalesce(string_agg(t, '|' ORDER BY t COLLATE "C"), '')) AS digest
      FROM (SELECT (to_jsonb(x) - '{${without.join(',')}}'::text[])::text AS t FROM ${name} x) y`;
  });
  const all = await read<{ name: string; digest: string }>(database, digests.join(' UNION ALL '));
  return Object.fromEntries(all.map(({ name, digest }) => [name, digest]));
}
