import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ensureDatabase, query } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { packagedPostgres, placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { copyDump, readDump } from './dump.mjs';
import { openSealed } from './sealed-file.mjs';

const home = join(ROOT, '.test', 'dump');
const installed = Number(
  /(\d+)/.exec(spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0,
);

/** The folder of a packaged PostgreSQL that the installed pg_dump can read, or undefined. */
function readable() {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`postgresql-${installed}`)));
  } catch {
    return undefined;
  }
}

/**
 * Runs a server of a version with two databases, and takes it away again.
 * @param {string} packaged
 * @param {(address: (name: string) => string) => Promise<void>} work
 */
async function withServer(packaged, work) {
  rmSync(home, { recursive: true, force: true });
  openDataDir(home);
  const place = placeOf(home, { durable: false, packaged });
  try {
    await startPostgres(place);
    for (const name of ['full', 'empty']) await ensureDatabase(databaseAddress(place, 'postgres'), name);
    await work((name) => databaseAddress(place, name));
  } finally {
    await stopPostgres(place);
    removeCluster(place);
    rmSync(home, { recursive: true, force: true });
  }
}

const folder = readable();
test('a dump of another PostgreSQL is sealed, and read into an empty database it has the same rows', {
  skip: folder ? false : 'no pg_dump here that reads a packaged server',
}, async () => {
  const identity = await generateX25519Identity();
  await withServer(folder ?? '', async (address) => {
    await query(address('full'), 'CREATE TABLE hall AS SELECT n AS number FROM generate_series(1, 500) n');
    const recipients = [await identityToRecipient(identity)];
    const { part } = await copyDump({ databaseUrl: address('full'), recipients }, home);
    const opened = join(home, 'opened');
    await openSealed(join(home, part.name), { identities: [identity], into: createWriteStream(opened) });
    await readDump(opened, address('empty'));
    assert.deepEqual(await query(address('empty'), 'SELECT count(*)::int, sum(number)::int FROM hall'), [
      { count: 500, sum: 125_250 },
    ]);
  });
});

test('a pg_dump that is missing or older than the server is said in a sentence, before anything is written', {
  skip: installed >= 18 ? 'the pg_dump here reads the packaged server' : false,
}, async () => {
  await withServer(packagedPostgres(), async (address) => {
    const dumping = copyDump({ databaseUrl: address('full'), recipients: [] }, home);
    await assert.rejects(dumping, { message: /older than the server|is not installed/ });
  });
});
