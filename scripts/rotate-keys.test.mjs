import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureDatabase, query } from './database/database.mjs';
import { migrate } from './database/migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from './database/postgres.mjs';
import { placeOf, removeCluster } from './database/postgres-place.mjs';
import { openDataDir, ROOT } from './ground/settings.mjs';
import { layGround } from './portal/demo.mjs';

/** @import { Place } from './database/postgres-place.mjs' */

const dataDir = join(ROOT, '.test', 'rotate-keys');
/** @type {Place} */
let place;

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), 'portal');
  const databaseUrl = databaseAddress(place, 'portal');
  await migrate(databaseUrl);
  await layGround(databaseUrl, () => {});
  // where nobody could agree, nobody has to
  for (const name of ['lan', 'thu']) {
    const made = run('administrator.mjs', '--email', `${name}@quantri.invalid`, '--name', name);
    assert.equal(made.status, 0, made.said);
  }
});

after(async () => {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

/**
 * @param {string} name
 * @param {string[]} words
 */
function run(name, ...words) {
  return runWith({}, name, ...words);
}

/**
 * @param {Record<string, string>} more
 * @param {string} name
 * @param {string[]} words
 */
function runWith(more, name, ...words) {
  const { SEALING_KEYS, SEALING_KEYS_COMMAND, ...surroundings } = process.env;
  const env = {
    ...surroundings,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseAddress(place, 'portal'),
    NO_COLOR: '1',
    ADMINISTRATOR_PASSWORD: 'mat-khau-cua-chi',
    ...more,
  };
  const program = join(ROOT, 'scripts', name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const keys = () => readFileSync(join(dataDir, 'sealing-keys'), 'utf8').trim().split('\n');

test('keys change by what two have agreed to, or by who says that she is alone, and by nobody else', () => {
  const refused = run('rotate-keys.mjs');
  assert.notEqual(refused.status, 0, refused.said);
  assert.match(refused.said, /Two people decide/);
  assert.equal(keys().length, 1);
  const alone = run('rotate-keys.mjs', '--alone');
  assert.equal(alone.status, 0, alone.said);
  assert.match(alone.said, /New key /);
  assert.equal(keys().length, 2);
});

/**
 * A woman's field that is sealed with the first of these keys.
 * @param {string} ring
 */
function sealField(ring) {
  const code = `import pg from 'pg';
    import { createAccount } from './test/factories/accounts.ts';
    import { createMember } from './test/factories/people.ts';
    import { createSealedField } from './test/factories/sealed-fields.ts';
    const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await database.connect();
    const { rows: [unit] } = await database.query("SELECT id FROM unit WHERE level = 'province'");
    const [{ id: person }, { id: by }] = [await createMember(database, unit), await createAccount(database)];
    await createSealedField(database, { person, by, words: 'Kinh' }, process.env.RING);
    await database.end();`;
  const env = { ...process.env, DATABASE_URL: databaseAddress(place, 'portal'), RING: ring };
  const program = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', code];
  const { status, stderr } = spawnSync(process.execPath, program, { cwd: ROOT, env, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

test('where the file of keys cannot be written, as a credential of systemd, the new key is said, put there by hand, and everything is sealed with it', async () => {
  // beside so long a name no other file finds room, for nobody
  const file = join(dataDir, 'k'.repeat(250));
  const [old = ''] = keys();
  writeFileSync(file, `${old}\n`);
  sealField(old);
  const asked = runWith({ SEALING_KEYS_FILE: file }, 'rotate-keys.mjs', '--alone');
  assert.equal(asked.status, 0, asked.said);
  assert.match(asked.said, /cannot be written \(ENAMETOOLONG\)\. Put a new key first in it by hand/);
  assert.equal(readFileSync(file, 'utf8'), `${old}\n`);
  const [, next = ''] = /for example: (\S+)/.exec(asked.said) ?? [];
  writeFileSync(file, `${next}\n${old}\n`);
  const done = runWith({ SEALING_KEYS_FILE: file }, 'rotate-keys.mjs');
  assert.equal(done.status, 0, done.said);
  const [label, before] = [next, old].map((key) => key.split(':')[0]);
  assert.match(done.said, new RegExp(`Going on: \\d+ fields are not yet sealed with ${label}`));
  assert.match(done.said, new RegExp(`No longer needed.*: ${before}`));
  const left = await query(
    databaseAddress(place, 'portal'),
    'SELECT DISTINCT k.label FROM sensitive_field f JOIN encryption_key k ON k.id = f.key_id',
  );
  assert.deepEqual(left, [{ label }]);
});
