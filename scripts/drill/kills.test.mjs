import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../ground/settings.mjs';
import { writeAndKill } from './killed.mjs';

const dataDir = join(ROOT, '.test', 'kills');
/** The same in small as `npm run drill -- kills`. */
const SMALL = { dataDir, writes: 240, kills: 3 };

test('whoever is killed while women sign up and phones tell of others, portal or database: no write that was acknowledged is lost, none is there twice, and the trail has each once', async () => {
  const { seconds, ...held } = await writeAndKill(SMALL);
  assert.deepEqual(held, { acknowledged: SMALL.writes, lost: 0, doubled: 0, trail: 0, wrong: 0 });
});

test('the same finds what is lost where the database acknowledges before it has written', async () => {
  // its log goes to the system once a second instead of five times: a busy machine writes less between
  const told = ['synchronous_commit=off', 'wal_writer_delay=1s'];
  const { lost } = await writeAndKill({ ...SMALL, told });
  assert.ok(lost > 0);
});
