import { createHash } from 'node:crypto';
import { connectTo } from '../database/database.mjs';

/** @import { Client } from 'pg' */

/** Statistics and notes of the server, not rows of the portal. */
const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1`;
/** A row reads the same on every server. */
const SPELLING = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 1`;

/** What a server ends of itself: reading every row of a large portal takes longer. Older servers know fewer of them. */
const LIMITS = [
  'statement_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'transaction_timeout',
];

/**
 * Takes a connection out of the limits that its server, database or role sets.
 * @param {Client} client
 */
export const liftLimits = (client) =>
  client.query(`SELECT set_config(name, '0', false) FROM pg_settings WHERE name = ANY($1)`, [LIMITS]);

/**
 * How many rows each table has and a sum over them, whichever their order, as a connection sees them: every row is read, and with the
 * checksums of its pages proved whole. `without`: tables that change by themselves.
 * @param {Client} client
 * @param {readonly string[]} [without]
 * @returns {Promise<Record<string, string>>}
 */
export async function digestsIn(client, without = []) {
  await client.query(SPELLING);
  /** @type {{ name: string }[]} */
  const tables = (await client.query(TABLES)).rows;
  /** @type {Record<string, string>} */
  const digests = {};
  for (const { name } of tables) {
    if (without.includes(name)) continue;
    const { rows } = await client.query(
      `SELECT count(*) AS rows, coalesce(sum(hashtextextended(x::text, 0)), 0) AS sum FROM ${name} x`,
    );
    digests[name] = `${rows[0].rows} ${rows[0].sum}`;
  }
  return digests;
}

/**
 * The same of a database.
 * @param {string} databaseUrl
 * @param {readonly string[]} [without]
 */
export async function digestsOf(databaseUrl, without = []) {
  const client = await connectTo(databaseUrl);
  try {
    await liftLimits(client);
    return await digestsIn(client, without);
  } finally {
    await client.end();
  }
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
