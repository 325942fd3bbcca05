import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ensureDatabase, query } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { packagedPostgres, placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { layGround } from '../portal/demo.mjs';
import { digestsOf } from '../restore/digests.mjs';
import { quiet } from '../restore/fixture.mjs';
import { putDump } from '../restore/put-dump.mjs';
import { copyDump } from './dump.mjs';
import { identitiesIn } from './sealed-file.mjs';

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

/** What the portal's role may do with tables, columns and functions, as the database says it. */
const GRANTS = `
  SELECT 'table ' || table_name || ' ' || privilege_type AS may FROM information_schema.role_table_grants WHERE grantee = 'portal_app'
  UNION SELECT 'column ' || table_name || '.' || column_name || ' ' || privilege_type FROM information_schema.role_column_grants WHERE grantee = 'portal_app'
  UNION SELECT 'function ' || specific_schema || '.' || routine_name FROM information_schema.role_routine_grants WHERE grantee = 'portal_app'
  ORDER BY 1`;
const grantsIn = (/** @type {string} */ databaseUrl) => query(databaseUrl, GRANTS);

/**
 * Databases that belong to somebody who is no superuser, as a keeper makes them; their addresses for her.
 * @param {(name: string) => string} address
 * @param {string[]} names
 */
async function makeOwned(address, names) {
  await query(address('postgres'), "CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'keeper'");
  for (const name of names) {
    await ensureDatabase(address('postgres'), name);
    await query(address('postgres'), `ALTER DATABASE "${name}" OWNER TO keeper`);
  }
  return (/** @type {string} */ name) =>
    Object.assign(new URL(address(name)), { username: 'keeper', password: 'keeper' }).href;
}

/**
 * Makes a backup as its keeper does, of a database of her own.
 * @param {string} databaseUrl
 * @param {Record<string, string>} more
 */
function backUp(databaseUrl, more) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, BACKUP_DIR: join(home, 'kept'), ...more };
  const program = join(ROOT, 'scripts', 'backup', 'main.mjs');
  const { status, stdout } = spawnSync(process.execPath, [program], { env, encoding: 'utf8' });
  assert.equal(status, 0, stdout);
}

const folder = readable();
// what this machine cannot show, `npm test` names (scripts/tests/clients.mjs)
const hasDump = folder ? test : () => {};
hasDump(
  'a dump brings back all of a portal: rows by their hashes, the role and what it may, media, keys and what the trail is held against',
  async () => {
    await withServer(folder ?? '', async (address) => {
      const from = { DATA_DIR: join(home, 'from') };
      const to = { DATA_DIR: join(home, 'to') };
      for (const { DATA_DIR } of [from, to]) openDataDir(DATA_DIR);
      const owned = await makeOwned(address, ['full', 'empty', 'short']);
      await migrate(owned('full'));
      await layGround(owned('full'), () => {});
      const picture = Buffer.from('a picture');
      const hash = createHash('sha256').update(picture).digest('hex');
      mkdirSync(join(from.DATA_DIR, 'media', hash.slice(0, 2)), { recursive: true });
      writeFileSync(join(from.DATA_DIR, 'media', hash.slice(0, 2), hash), picture);
      const anchor = `${new Date().toISOString().slice(0, 10)} 0 ${'0'.repeat(64)}`;
      writeFileSync(join(from.DATA_DIR, 'audit-anchors'), `${anchor}\n`);
      const said = `first:${Buffer.alloc(32, 5).toString('base64')}`;
      backUp(owned('full'), { ...from, SEALING_KEYS_COMMAND: `echo ${said}` });

      const grants = await grantsIn(owned('full'));
      const digests = await digestsOf(owned('full'));
      assert.ok(grants.length > 400, String(grants.length));
      // another server knows nothing of the role
      await query(address('full'), 'DROP OWNED BY portal_app; DROP ROLE portal_app');
      const identities = identitiesIn(join(from.DATA_DIR, 'backup-key'));
      const asked = { folder: join(home, 'kept'), dataDir: to.DATA_DIR, identities, keysIdentities: identities };
      await putDump({ ...asked, databaseUrl: owned('empty') }, quiet);
      assert.deepEqual(await grantsIn(owned('empty')), grants);
      const now = await digestsOf(owned('empty'));
      assert.deepEqual(now, digests);
      const [{ member }] = await query(owned('empty'), `SELECT pg_has_role('portal_app', 'MEMBER') AS member`);
      assert.equal(member, true);
      assert.deepEqual(readFileSync(join(to.DATA_DIR, 'media', hash.slice(0, 2), hash)), picture);
      assert.equal(readFileSync(join(to.DATA_DIR, 'sealing-keys'), 'utf8').trim(), said);
      assert.equal(readFileSync(join(to.DATA_DIR, 'audit-anchors'), 'utf8').trim(), anchor);
      assert.equal(
        existsSync(join(to.DATA_DIR, 'restore-unsettled')),
        true,
        'people, sessions and letters are settled next',
      );

      // a manifest that tells of other rows
      const kept = join(home, 'kept');
      const [id = ''] = readdirSync(kept).filter((name) => /Z-/.test(name));
      const manifest = join(kept, id, 'manifest.json');
      writeFileSync(
        manifest,
        readFileSync(manifest, 'utf8').replace(/"sha256": "([0-9a-f]+)"\s*}\s*,\s*"media"/, '"sha256": "0" }, "media"'),
      );
      await assert.rejects(putDump({ ...asked, databaseUrl: owned('short') }, quiet), {
        message: /is not what .* was made of/,
      });
      await assert.rejects(putDump({ ...asked, databaseUrl: owned('empty') }, quiet), { message: /name an empty one/ });
    });
  },
);

const isOlder = installed < 18 ? test : () => {};
isOlder(
  'a pg_dump that is missing or older than the server is said in a sentence, before anything is written',
  async () => {
    await withServer(packagedPostgres(), async (address) => {
      const dumping = copyDump({ databaseUrl: address('full'), recipients: [] }, home);
      await assert.rejects(dumping, { message: /older than the server|is not installed/ });
    });
  },
);
