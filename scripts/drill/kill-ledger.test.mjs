import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { query } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { openKillLedger } from './kill-ledger.mjs';

const dataDir = join(ROOT, '.test', 'kill-ledger');
/** What the ledger asks of a portal's tables: three women of one session, the first told of by a phone. */
const TABLES = `
  CREATE SCHEMA app;
  CREATE TABLE enrolment (id int, session_id int);
  CREATE TABLE app.number (row_id int, phone text);
  CREATE TABLE attendance_event (sequence bigint);
  CREATE TABLE audit_entry (action text, subject_id int, change jsonb);
  CREATE FUNCTION app.verify_audit() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1 WHERE false';
  INSERT INTO enrolment VALUES (1, 9), (2, 9), (4, 9);
  INSERT INTO app.number SELECT id, '09' || 10000000 + id FROM enrolment;
  INSERT INTO attendance_event VALUES (1)`;
/** @type {ReturnType<typeof placeOf>} */
let place;

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false, logged: false });
  await startPostgres(place);
  await query(databaseAddress(place, 'postgres'), TABLES);
});
after(async () => {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

/** What the ledger finds where the trail has such entries. */
async function found(/** @type {[string, number, object][]} */ ...entries) {
  const address = databaseAddress(place, 'postgres');
  await query(address, 'TRUNCATE audit_entry');
  for (const entry of entries) await query(address, 'INSERT INTO audit_entry VALUES ($1, $2, $3)', entry);
  const { acknowledged, holdAgainst } = openKillLedger();
  for (const number of [1, 2, 4]) acknowledged.add(number);
  return holdAgainst(address);
}

test('one entry for each is what the trail has, and neither two of one woman and none of another nor a tap of another session counts as that', async () => {
  const whole = { lost: 0, doubled: 0, trail: 0, wrong: 0 };
  const signUp = (/** @type {number} */ woman) => /** @type {const} */ (['signUpForSession', woman, {}]);
  const told = (/** @type {number} */ session) => /** @type {const} */ (['deliverAttendance', session, { taps: 1 }]);
  assert.deepEqual(await found([...told(9)], [...signUp(2)], [...signUp(4)]), whole);
  assert.deepEqual(await found([...told(9)], [...signUp(2)], [...signUp(2)]), { ...whole, trail: 2 });
  assert.deepEqual(await found([...told(8)], [...signUp(2)], [...signUp(4)]), { ...whole, trail: 2 });
});
