import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainProblem, thrown } from '../ground/problem.mjs';
import { ROOT } from '../ground/settings.mjs';
import { skipped } from '../ground/steps.mjs';
import { connectTo } from './database.mjs';
import { CONTRACTS, kindOf, refuseBesideEarlier, worksBehind } from './releases.mjs';

/** @import { Client } from 'pg' */
/** @import { Progress } from '../ground/steps.mjs' */

const MIGRATIONS = join(ROOT, 'prisma', 'migrations');

/** The number that Prisma takes as well while it migrates: neither works beside the other. */
const ONE_AT_A_TIME = 72_707_369;
/** Milliseconds for which a start waits for another one that is at work on the tables. */
const OTHER_START_MS = 30 * 60_000;
/** A migration waits this long for a table that somebody works with; whoever comes behind it waits as long. */
const LOCK_MS = 3_000;
/** Milliseconds between its tries, so that those who wait get on. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
const LOCK_TIMEOUT = '55P03';

/** As Prisma makes it, so that its own commands read on where ours wrote. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
const NOTE = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, $4, now(), clock_timestamp(), 1)`;

/** The names of all migrations, oldest first. */
export const migrationsInProject = (folder = MIGRATIONS) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/**
 * The migrations a database has, each with whether it was finished and whether it took something away.
 * @param {Client} client
 * @returns {Promise<{ name: string, finished: boolean, contracts: boolean }[]>}
 */
async function migrationsInDatabase(client) {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`);
  if (!tables[0].present) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished, coalesce(logs = $1, false) AS contracts
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    [CONTRACTS],
  );
  return rows;
}

/**
 * The migrations that a database lacks. One that broke off is a problem, and so is one of a later release that took something away; those
 * that only added are the way back.
 * @param {Client} client
 * @param {string[]} project
 */
async function missingIn(client, project) {
  const present = await migrationsInDatabase(client);
  const named = (/** @type {{ name: string }[]} */ migrations) => migrations.map(({ name }) => name);
  const broken = named(present.filter(({ finished }) => !finished));
  if (broken.length > 0)
    throw new PlainProblem(`A migration broke off in this database: ${broken.join(', ')}. See docs/operations.md.`);
  const unknown = present.filter(({ name }) => !project.includes(name));
  if (!worksBehind(unknown))
    throw new PlainProblem(`This database belongs to a newer portal: it has ${named(unknown).join(', ')}.`);
  const finished = named(present);
  return { missing: project.filter((name) => !finished.includes(name)), ahead: unknown.length };
}

/**
 * Waits until no other start is at work on the tables. What it waits for ends with the connection of whoever has it.
 * @param {Client} client
 * @param {Progress} progress
 */
async function takeTurn(client, progress) {
  const until = Date.now() + OTHER_START_MS;
  for (;;) {
    const { rows } = await client.query(`SELECT pg_try_advisory_lock(${ONE_AT_A_TIME}) AS ours`);
    if (rows[0].ours) return;
    if (Date.now() > until)
      throw new PlainProblem(
        'Another start has been bringing the tables up to date for half an hour. Look at that one.',
      );
    progress('another start is bringing the tables up to date');
    await wait(500);
  }
}

/**
 * A migration, read once.
 * @typedef {{ name: string, script: string }} Migration
 */

/**
 * Applies a migration whole or not at all: it and the note of it are one transaction, so that a process killed within it leaves
 * nothing behind.
 * @param {Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, script }) {
  const checksum = createHash('sha256').update(script).digest('hex');
  await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = ${LOCK_MS}`);
  try {
    await client.query(script);
    await client.query(NOTE, [randomUUID(), checksum, name, kindOf(script).kind === CONTRACTS ? CONTRACTS : null]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // a connection that was lost rolls back by itself
    throw error;
  }
}

/**
 * Applies a migration as soon as the tables it needs are free for a moment.
 * @param {Client} client
 * @param {Migration} migration
 * @param {{ progress: Progress, pauses: number[] }} how
 */
async function applySoon(client, migration, { progress, pauses }) {
  for (const pause of [...pauses, undefined]) {
    try {
      return await apply(client, migration);
    } catch (error) {
      const { code, message } = thrown(error);
      if (code !== LOCK_TIMEOUT)
        throw new PlainProblem(`The migration ${migration.name} was refused, and nothing of it is left: ${message}`);
      if (pause === undefined)
        throw new PlainProblem(
          `The migration ${migration.name} found a table in use at every try; nothing of it is left. Start again when less is going on.`,
        );
      progress(`${migration.name} waits for a table that is in use`);
      await wait(pause);
    }
  }
}

/**
 * The step that brings the tables of a database up to date. Of two starts at once one does it and the other waits; killed at any
 * moment, the next one goes on.
 * @param {string} databaseUrl
 * @param {Progress} [progress]
 * @param {{ folder?: string, pauses?: number[] }} [how]
 */
export async function migrate(databaseUrl, progress = () => {}, { folder = MIGRATIONS, pauses = PAUSES } = {}) {
  const project = migrationsInProject(folder);
  const client = await connectTo(databaseUrl);
  try {
    const { missing: before, ahead } = await missingIn(client, project);
    if (before.length === 0)
      return skipped(
        ahead === 0 ? 'tables up to date' : `tables of a later release, which added to them ${ahead} times`,
      );
    if (ahead > 0)
      throw new PlainProblem(`This database has migrations of another portal, and lacks ${before.join(', ')}.`);
    await takeTurn(client, progress);
    const { missing } = await missingIn(client, project);
    await client.query(TABLE);
    for (const name of missing) {
      const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      await refuseBesideEarlier(client, { name, script, project });
      progress(name);
      await applySoon(client, { name, script }, { progress, pauses });
    }
    return missing.length === 0 ? skipped('brought up to date by another start') : `${missing.length} migrations`;
  } finally {
    await client.end();
  }
}
