import { PlainProblem } from '../ground/problem.mjs';

/** @import { Client } from 'pg' */

/**
 * The class of the numbers by which a living portal says how many migrations it knows (`server/still/link.ts`). A connection holds each,
 * and takes it along.
 */
const LIVING = 72_707_370;

/**
 * The first line of a migration: `-- expand: …` and `-- backfill: …` leave what earlier releases need; `-- contract, after <migration>: …`
 * takes away what those need that do not know that one.
 */
const FIRST_LINE = /^-- (expand|backfill|contract)(?:, after (\w+))?: \S/;

/**
 * The kind of a migration, and for a contracting one the migration that every living release has to know. Those of before the rule say
 * nothing, and count as expanding.
 * @param {string} script
 * @returns {{ kind: 'expand' | 'backfill' | 'contract' | undefined, after: string | undefined }}
 */
export function kindOf(script) {
  const [, kind, after] = FIRST_LINE.exec(script) ?? [];
  return { kind: /** @type {'expand' | 'backfill' | 'contract' | undefined} */ (kind), after };
}

/**
 * Refuses what takes away from tables while a release lives that needs it. Who lives knows as many
 * as were applied first, none that is missing.
 * @param {Client} client
 * @param {{ name: string, script: string, project: string[] }} migration with the names of all
 */
export async function refuseBesideEarlier(client, { name, script, project }) {
  const { kind, after } = kindOf(script);
  if (kind !== 'contract') return;
  const applied = after ? await orderOf(client, after) : undefined;
  const known = applied ?? project.length;
  const { rows } = await client.query(
    `SELECT count(DISTINCT pid)::int AS living FROM pg_locks
     WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND classid = $1 AND objsubid = 2 AND objid::bigint < $2`,
    [LIVING, known],
  );
  if (rows[0].living === 0) return;
  throw new PlainProblem(
    `${name} takes away what an earlier release needs, and ${rows[0].living} of its processes are at work. Stop them, or start them anew as this release, then start again.`,
  );
}

/**
 * How many migrations a database had with this one when it was applied, or undefined where it was not.
 * @param {Client} client
 * @param {string} name
 * @returns {Promise<number | undefined>}
 */
async function orderOf(client, name) {
  const { rows } = await client.query(
    `SELECT place FROM (SELECT migration_name AS name, row_number() OVER (ORDER BY finished_at)::int AS place
       FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) applied WHERE name = $1`,
    [name],
  );
  return rows[0]?.place;
}

/**
 * Whether a release can work with tables that were brought further by a later one: nothing was taken away.
 * @param {{ contracts: boolean }[]} unknown the migrations that it does not know
 */
export const worksBehind = (unknown) => unknown.every(({ contracts }) => !contracts);

/** What is noted of a migration that takes away, so that an earlier release finds it. */
export const CONTRACTS = 'contract';
