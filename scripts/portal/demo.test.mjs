import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { ensureDatabase, query } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT, write } from '../ground/settings.mjs';
import { demoPassword, dropHalfFilled } from './demo.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */

const dataDir = join(ROOT, '.test', 'demo');
const name = 'portal';
/** @type {Place} */
let place;
/** @type {string} */
let maintenanceUrl;

const tables = async () =>
  (await query(databaseAddress(place, name), `SELECT 1 FROM pg_tables WHERE tablename = 'half_filled'`)).length;

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  maintenanceUrl = databaseAddress(place, 'postgres');
});

beforeEach(async () => {
  await ensureDatabase(maintenanceUrl, name);
  await query(databaseAddress(place, name), 'CREATE TABLE IF NOT EXISTS half_filled ()');
});

after(async () => {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a database whose filling was interrupted is emptied, once', async () => {
  writeFileSync(join(dataDir, 'demo-filling'), '');
  assert.equal(await dropHalfFilled(dataDir, { maintenanceUrl, name }), true);
  assert.equal(await tables(), 0);
  assert.equal(await dropHalfFilled(dataDir, { maintenanceUrl, name }), false);
});

test('a database that was filled to its end, or never, is left alone', async () => {
  assert.equal(await dropHalfFilled(dataDir, { maintenanceUrl, name }), false);
  assert.equal(await tables(), 1);
});

test('the password of the demonstration is the one asked for, else the one of last time, else a new one', () => {
  assert.match(demoPassword(dataDir), /^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
  write(join(dataDir, 'demo-password'), 'of last time');
  assert.equal(demoPassword(dataDir), 'of last time');
  assert.equal(demoPassword(dataDir, 'asked for'), 'asked for');
});
