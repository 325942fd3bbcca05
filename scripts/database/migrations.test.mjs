import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { ensureDatabase, query } from './database.mjs';
import { migrate } from './migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from './postgres.mjs';
import { makeLinks } from './postgres-links.mjs';
import { packagedPostgres, placeOf, removeCluster } from './postgres-place.mjs';
import { differenceOfSchema, withoutUnsaid } from './prisma.mjs';

const dataDir = join(ROOT, '.test', 'migrations');
const require = createRequire(import.meta.url);

/**
 * The folder of a packaged PostgreSQL, or undefined where there is none for this system.
 * @param {string} name
 */
function packageOf(name) {
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    return undefined;
  }
}

/**
 * What all migrations make is what the schema says: the next migration begins with nothing.
 * @param {ReturnType<typeof placeOf>} place
 * @param {string} databaseUrl
 */
async function assertNothingToPropose(place, databaseUrl) {
  await ensureDatabase(databaseAddress(place, 'postgres'), 'shadow');
  const file = join(dataDir, 'difference.sql');
  await differenceOfSchema(databaseAddress(place, 'shadow'), file);
  assert.equal(await withoutUnsaid(readFileSync(file, 'utf8'), databaseUrl), '');
}

before(() => rmSync(dataDir, { recursive: true, force: true }));
after(() => rmSync(dataDir, { recursive: true, force: true }));

for (const major of [15, 16, 17]) {
  const folder = packageOf(`postgresql-${major}`);
  test(`every migration passes on PostgreSQL ${major}`, {
    skip: folder ? false : 'no package for this system',
  }, async () => {
    const home = join(dataDir, String(major));
    openDataDir(home);
    const place = placeOf(home, { durable: false, packaged: folder });
    try {
      await startPostgres(place);
      const maintenanceUrl = databaseAddress(place, 'postgres');
      const [{ number }] = await query(maintenanceUrl, `SELECT current_setting('server_version_num')::int AS number`);
      assert.equal(Math.floor(number / 10_000), major);
      await ensureDatabase(maintenanceUrl, 'migrated');
      const databaseUrl = databaseAddress(place, 'migrated');
      await migrate(databaseUrl);
      const [{ finished }] = await query(
        databaseUrl,
        'SELECT count(*)::int AS finished FROM _prisma_migrations WHERE finished_at IS NOT NULL',
      );
      const folders = readdirSync(join(ROOT, 'prisma', 'migrations'), { withFileTypes: true });
      assert.equal(finished, folders.filter((entry) => entry.isDirectory()).length);
      const [{ order }] = await query(databaseUrl, `SELECT 'Đ' > 'D' COLLATE "vi-x-icu" AS order`);
      assert.equal(order, true);
      if (major === 17) await assertNothingToPropose(place, databaseUrl);
    } finally {
      await stopPostgres(place);
      removeCluster(place);
    }
  });
}

test('the packaged PostgreSQL runs where no install script made its links', () => {
  const folder = packagedPostgres();
  const copy = join(dataDir, 'without-links');
  cpSync(join(folder, 'native'), join(copy, 'native'), {
    recursive: true,
    filter: (source) => !lstatSync(source).isSymbolicLink(),
  });
  const program = join(copy, 'native', 'bin', 'postgres');
  const runs = () => spawnSync(program, ['--version'], { encoding: 'utf8' }).status === 0;
  assert.equal(runs(), false, 'without its links it does not start');
  assert.ok(makeLinks(copy) > 0);
  assert.equal(runs(), true);
  assert.match(execFileSync(program, ['--version'], { encoding: 'utf8' }), /PostgreSQL/);
  assert.equal(makeLinks(copy), 0, 'what is there is left alone');
});
