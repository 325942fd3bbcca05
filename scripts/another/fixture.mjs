import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
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
 * Runs one of our programs to its end, while others go on.
 * @param {string} program
 * @param {Record<string, string>} more what it is told by its surroundings
 * @param {string[]} words
 * @returns {Promise<{ status: number, said: string }>}
 */
export const run = (program, more, ...words) =>
  new Promise((resolve) => {
    const args = [join(ROOT, 'scripts', program, 'main.mjs'), ...words];
    execFile(process.execPath, args, { env: { ...process.env, NO_COLOR: '1', ...more } }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });

/**
 * Makes a backup as its keeper does, of a database of her own.
 * @param {{ databaseUrl: string, kept: string } & Record<string, string>} how
 */
export async function backUpWith({ databaseUrl, kept, ...more }) {
  const { status, said } = await run('backup', { DATABASE_URL: databaseUrl, BACKUP_DIR: kept, ...more });
  assert.equal(status, 0, said);
}
