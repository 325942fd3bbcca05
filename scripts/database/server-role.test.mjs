import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { query } from './database.mjs';
import { migrate } from './migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from './postgres.mjs';
import { placeOf, removeCluster } from './postgres-place.mjs';
import { addressForServer } from './server-role.mjs';

/** @import { Place } from './postgres-place.mjs' */

const dataDir = join(ROOT, '.test', 'server-role');
/** @type {Place} */
let place;
/** @type {string} */
let ownerUrl;
/** @type {pg.Client} */
let client;

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  ownerUrl = databaseAddress(place, 'postgres');
  await migrate(ownerUrl);
  client = new pg.Client({
    connectionString: await addressForServer(ownerUrl, dataDir),
    options: '-c role=portal_app',
  });
  await client.connect();
});

after(async () => {
  await client.end();
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

test('the server reads and writes what the portal may', async () => {
  await client.query(`INSERT INTO throttle (key, points) VALUES ('a', 1)`);
  const { rows } = await client.query('SELECT points FROM throttle');
  assert.deepEqual(rows, [{ points: 1 }]);
});

test('what it let go of with SET ROLE it cannot take back', async () => {
  await client.query('RESET ROLE');
  await client.query('SET ROLE NONE');
  for (const sql of [
    'DROP TABLE throttle',
    'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
    `UPDATE audit_entry SET action = 'x'`,
    'SET session_replication_role = replica',
    'CREATE TABLE mine ()',
    `ALTER ROLE portal_app SUPERUSER`,
    'SET ROLE postgres',
    `COPY throttle TO PROGRAM 'true'`,
  ])
    await assert.rejects(client.query(sql), /must be owner|permission denied/, sql);
});

test('it owns nothing, and is asked for its password of today', async () => {
  const [{ owned }] = await query(
    ownerUrl,
    `SELECT count(*)::int AS owned FROM pg_shdepend WHERE refobjid = 'portal_server'::regrole AND deptype = 'o'`,
  );
  assert.equal(owned, 0);
  await addressForServer(ownerUrl, dataDir);
  const address = new URL(await addressForServer(ownerUrl, dataDir));
  address.password = 'guessed';
  await assert.rejects(query(address.href, 'SELECT 1'), /password authentication failed/);
});
