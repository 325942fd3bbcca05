import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase, query } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */

/** @typedef {(address: (name: string) => string, place: Place) => Promise<void>} Work */

/**
 * Runs a server of a version with two databases, and takes it away again.
 * @param {{ home: string, packaged: string }} how
 * @param {Work} work
 */
export async function runServer({ home, packaged }, work) {
  rmSync(home, { recursive: true, force: true });
  openDataDir(home);
  const place = placeOf(home, { durable: false, packaged });
  try {
    await startPostgres(place);
    for (const name of ['full', 'empty']) await ensureDatabase(databaseAddress(place, 'postgres'), name);
    await work((name) => databaseAddress(place, name), place);
  } finally {
    await stopPostgres(place);
    removeCluster(place);
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Databases that belong to somebody who is no superuser, as a keeper makes them; their addresses for her.
 * @param {(name: string) => string} address
 * @param {string[]} names
 */
export async function makeOwned(address, names) {
  await query(address('postgres'), "CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'keeper'");
  for (const name of names) {
    await ensureDatabase(address('postgres'), name);
    await query(address('postgres'), `ALTER DATABASE "${name}" OWNER TO keeper`);
  }
  return (/** @type {string} */ name) =>
    Object.assign(new URL(address(name)), { username: 'keeper', password: 'keeper' }).href;
}

/**
 * Runs one of our programs to its end.
 * @param {string} program
 * @param {Record<string, string>} more what it is told by its surroundings
 * @param {string[]} words
 */
export function run(program, more, ...words) {
  const path = join(ROOT, 'scripts', program, 'main.mjs');
  const how = /** @type {const} */ ({ env: { ...process.env, NO_COLOR: '1', ...more }, encoding: 'utf8' });
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...words], how);
  return { status, said: stdout + stderr };
}

/**
 * Makes a backup as its keeper does, of a database of her own.
 * @param {{ databaseUrl: string, kept: string } & Record<string, string>} how
 */
export function backUpWith({ databaseUrl, kept, ...more }) {
  const { status, said } = run('backup', { DATABASE_URL: databaseUrl, BACKUP_DIR: kept, ...more });
  assert.equal(status, 0, said);
}
