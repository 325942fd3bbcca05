import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { ensureDatabase, query } from './database.mjs';
import { checkAddress, lookAtDatabase } from './database-look.mjs';
import { databaseAddress, startPostgres, stopPostgres } from './postgres.mjs';
import { placeOf, removeCluster } from './postgres-place.mjs';

/** @import { Place } from './postgres-place.mjs' */

const dataDir = join(ROOT, '.test', 'look');
/** @type {Place} */
let place;
const addressOf = (/** @type {string} */ name) => databaseAddress(place, name);
const refusal = (/** @type {string} */ databaseUrl) =>
  lookAtDatabase(databaseUrl).then(
    () => assert.fail('the database was taken'),
    (error) => error.message,
  );

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
});
after(async () => {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

test('an address that names no PostgreSQL is refused in a sentence, before anything is asked', () => {
  for (const { address, words } of [
    { address: 'notaurl', words: 'no address of a database' },
    { address: 'mysql://root@127.0.0.1/portal', words: 'needs PostgreSQL' },
    { address: 'postgresql://portal@127.0.0.1', words: 'names no database' },
  ])
    assert.throws(() => checkAddress(address), { message: new RegExp(words) });
  checkAddress('postgres://portal@db.example.org/portal');
});

test('an empty database in UTF-8 with ICU is taken, and its version is said', async () => {
  await ensureDatabase(addressOf('postgres'), 'empty');
  assert.match(await lookAtDatabase(addressOf('empty')), /^PostgreSQL \d+/);
});

test('a database of something else, in another encoding or without rights is refused, each with what to do', async () => {
  await ensureDatabase(addressOf('postgres'), 'taken');
  await query(addressOf('taken'), 'CREATE TABLE something ()');
  assert.match(await refusal(addressOf('taken')), /1 tables of something else/);

  await query(
    addressOf('postgres'),
    `CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
  );
  assert.match(await refusal(addressOf('latin')), /encoding is LATIN1/);

  await query(addressOf('postgres'), `CREATE ROLE weak LOGIN PASSWORD 'weak'`);
  const weak = new URL(addressOf('empty'));
  weak.username = 'weak';
  weak.password = 'weak';
  const said = await refusal(weak.href);
  assert.match(said, /may create nothing/);
  assert.match(said, /GRANT portal_app TO weak WITH ADMIN OPTION/);
});

test('the first administrator needs a database that is named, and is told so without a trace', () => {
  const run = (/** @type {string} */ databaseUrl) =>
    spawnSync(process.execPath, [join(ROOT, 'scripts', 'administrator.mjs')], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      encoding: 'utf8',
    });
  for (const { databaseUrl, words } of [
    { databaseUrl: '', words: 'Name the database' },
    { databaseUrl: 'mysql://x/y', words: 'needs PostgreSQL' },
    { databaseUrl: addressOf('empty'), words: 'has no tables yet' },
  ]) {
    const { status, stdout, stderr } = run(databaseUrl);
    assert.equal(status, 1);
    assert.match(`${stdout}${stderr}`, new RegExp(words));
    assert.doesNotMatch(`${stdout}${stderr}`, /\n {4}at /);
  }
});
