import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ensureDatabase, query } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { takeLock } from '../ground/lock.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { Display } from '../ground/steps.mjs';
import { until } from '../portal/command-fixture.mjs';
import { digestsOf } from '../restore/digests.mjs';
import { putBack } from '../restore/put-back.mjs';
import { listBackups } from './backup-folder.mjs';
import { carry } from './changes.mjs';
import { makeBackup } from './make-backup.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */

const dataDir = join(ROOT, '.test', 'backup');
const other = join(ROOT, '.test', 'restored');
const folder = join(dataDir, 'kept');
const quiet = new Display(/** @type {any} */ ({ write: () => true }), false);
/** @type {Place} */
let place;
/** @type {Place} */
let fresh;
/** @type {string} */
let address;
let identity = '';
let recipients = [''];

const wanted = (more = {}) => ({
  dataDir,
  folder,
  recipients,
  keysRecipients: recipients,
  databaseUrl: address,
  place,
  ...more,
});
const asked = (more = {}) => ({
  folder,
  dataDir: other,
  place: fresh,
  identities: [identity],
  keysIdentities: [identity],
  ...more,
});
const note = (/** @type {number} */ number) => query(address, 'INSERT INTO note (number) VALUES ($1)', [number]);
/** What is noted in a database, in order. */
const notesOf = async (/** @type {string} */ databaseUrl) =>
  (await query(databaseUrl, 'SELECT number FROM note ORDER BY 1')).map(({ number }) => number);

const closeSegment = async () => {
  const [{ name }] = await query(address, 'SELECT pg_walfile_name(pg_switch_wal()) AS name');
  await until('the segment is put aside', async () => {
    const [{ last }] = await query(address, 'SELECT last_archived_wal AS last FROM pg_stat_archiver');
    return last !== null && last >= name;
  });
};

/** Puts a backup back into a fresh folder, asks it something, and takes it away again. */
const restored = async (/** @type {object} */ more, /** @type {(databaseUrl: string) => Promise<void>} */ look) => {
  openDataDir(other);
  fresh = placeOf(other, { durable: false });
  try {
    const { databaseUrl } = await putBack(asked(more), quiet);
    await look(databaseUrl);
  } finally {
    await stopPostgres(fresh);
    removeCluster(fresh);
    rmSync(other, { recursive: true, force: true });
  }
};

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false, logged: true });
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), 'portal');
  address = databaseAddress(place, 'portal');
  await query(
    address,
    'CREATE TABLE note (number int PRIMARY KEY, words text DEFAULT repeat(gen_random_uuid()::text, 20))',
  );
  // what the trail is held against
  await query(address, 'CREATE TABLE audit_seal (position bigint)');
  identity = await generateX25519Identity();
  recipients = [await identityToRecipient(identity)];
});
after(async () => {
  await stopPostgres(place);
  rmSync(`${place.cluster}.log`, { recursive: true, force: true });
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  await query(address, 'TRUNCATE note');
  rmSync(folder, { recursive: true, force: true });
});

test('a server that is written to all the while is copied whole: what it had acknowledged by then is there, and every row in order', async () => {
  let writing = true;
  const acknowledged = (async () => {
    let number = 0;
    while (writing) await note(++number);
    return number;
  })();
  await until('something is written', async () => (await notesOf(address)).length > 20);
  const before = (await notesOf(address)).length;
  await makeBackup(wanted(), quiet);
  const during = (await notesOf(address)).length;
  writing = false;
  const last = await acknowledged;
  await closeSegment();
  await carry(wanted());
  assert.ok(during > before);
  const digests = await digestsOf(address);
  await restored({}, async (databaseUrl) => {
    assert.equal((await notesOf(databaseUrl)).length, last);
    assert.deepEqual(await digestsOf(databaseUrl), digests);
  });
});

test('a minute between two writes can be gone back to: the one before is there, the one after is not', async () => {
  await makeBackup(wanted(), quiet);
  await note(1);
  await wait(20);
  const [{ now: between }] = await query(address, 'SELECT clock_timestamp() AS now');
  await wait(20);
  await note(2);
  await closeSegment();
  await carry(wanted());
  await restored({ to: between }, async (databaseUrl) => {
    assert.deepEqual(await notesOf(databaseUrl), [1]);
    await query(databaseUrl, 'INSERT INTO note (number) VALUES (3)');
  });
  await restored({}, async (databaseUrl) => assert.deepEqual(await notesOf(databaseUrl), [1, 2]));
  const late = new Date(Date.now() + 3_600_000);
  await assert.rejects(
    restored({ to: late }, async () => {}),
    { message: /ends before that minute/ },
  );
  await assert.rejects(
    restored({ to: new Date(0) }, async () => {}),
    { message: /No backup was finished by then/ },
  );
});

test('one changed bit, a file that is missing and the key of somebody else are each refused in a sentence, and nothing is put anywhere', async () => {
  const { id } = await makeBackup(wanted(), quiet);
  const file = join(folder, id, 'database.tar.gz.age');
  const refused = (/** @type {RegExp} */ message, more = {}) =>
    assert.rejects(
      restored(more, async () => {}),
      { message },
    );
  await refused(/The key does not open/, { identities: [await generateX25519Identity()] });
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await refused(/database\.tar\.gz\.age was changed or damaged/);
  rmSync(join(folder, id, 'media.gz.age'));
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await refused(/media\.gz\.age is missing/);
  assert.equal(existsSync(join(other, 'postgres')), false);
});

test('one that is broken off, or killed, leaves nothing that counts as a backup, and the next one tidies up', async () => {
  const stopped = new AbortController();
  const making = makeBackup(wanted({ signal: stopped.signal }), quiet);
  await until(
    'it is under way',
    () => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.part')),
  );
  stopped.abort();
  await assert.rejects(making);
  assert.deepEqual(listBackups(folder), []);
  assert.deepEqual(
    readdirSync(folder).filter((name) => /Z-/.test(name)),
    [],
  );

  const env = {
    ...process.env,
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    BACKUP_DIR: folder,
    BACKUP_RECIPIENTS: recipients[0],
  };
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'backup', 'main.mjs')], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await until('it is under way', () => readdirSync(folder).some((name) => name.endsWith('.part')));
  child.kill('SIGKILL');
  await ended;
  assert.deepEqual(listBackups(folder), []);
  const { id } = await makeBackup(wanted(), quiet);
  assert.deepEqual(
    readdirSync(folder).filter((name) => /Z-/.test(name)),
    [id],
  );
});

test('two at once: the second is refused in a sentence, whoever begins it', async () => {
  const release = await takeLock(join(dataDir, 'backup.lock'), { purpose: 'another backup is under way' });
  const env = {
    ...process.env,
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    BACKUP_DIR: folder,
    BACKUP_RECIPIENTS: recipients[0],
  };
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'backup', 'main.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  release();
  assert.equal(code, 1);
  assert.match(said, /another backup is under way/);
  assert.deepEqual(listBackups(folder), []);
});

test('the files of a backup tell nothing of what is in them, and no name of a woman stands in its manifest', async () => {
  await query(address, `INSERT INTO note VALUES (1, 'Phan Thị Sáng Lạ')`);
  writeFileSync(join(dataDir, 'sealing-keys'), 'k1:secret-of-the-portal');
  const { id } = await makeBackup(wanted(), quiet);
  for (const name of readdirSync(join(folder, id))) {
    const bytes = readFileSync(join(folder, id, name));
    assert.equal(bytes.includes('Sáng Lạ') || bytes.includes('secret-of-the-portal'), false, name);
  }
});
