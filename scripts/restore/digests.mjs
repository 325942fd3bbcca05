import { createHash } from 'node:crypto';
import { query } from '../database/database.mjs';

/** Statistics and notes of the server, not rows of the portal. */
const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1`;

/**
 * How many rows each table has and a sum over them, whichever their order: every row of every table is read, and with the checksums of
 * its pages proved whole. `without`: tables that change by themselves.
 * @param {string} databaseUrl
 * @param {readonly string[]} [without]
 * @returns {Promise<Record<string, string>>}
 */
export async function digestsOf(databaseUrl, without = []) {
  /** @type {{ name: string }[]} */
  const tables = await query(databaseUrl, TABLES);
  /** @type {Record<string, string>} */
  const digests = {};
  for (const { name } of tables) {
    if (without.includes(name)) continue;
    const [row] = await query(
      databaseUrl,
      `SELECT count(*) AS rows, coalesce(sum(hashtextextended(x::text, 0)), 0) AS sum FROM ${name} x`,
    );
    digests[name] = `${row.rows} ${row.sum}`;
  }
  return digests;
}

/**
 * The same in one line: how many rows there are, and a hash over all of it.
 * @param {Record<string, string>} digests
 */
export const sumOf = (digests) => ({
  rows: Object.values(digests).reduce((sum, digest) => sum + Number(digest.split(' ')[0]), 0),
  sha256: createHash('sha256')
    .update(JSON.stringify(Object.entries(digests).sort()))
    .digest('hex'),
});
