import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureDatabase } from './database/database.mjs';
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
  const { SEALING_KEYS, SEALING_KEYS_COMMAND, ...surroundings } = process.env;
  const env = {
    ...surroundings,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseAddress(place, 'portal'),
    NO_COLOR: '1',
    ADMINISTRATOR_PASSWORD: 'mat-khau-cua-chi',
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
