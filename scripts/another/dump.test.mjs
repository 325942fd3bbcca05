import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listBackups } from '../backup/backup-folder.mjs';
import { identitiesIn } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { packagedPostgres } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { layGround } from '../portal/demo.mjs';
import { digestsOf } from '../restore/digests.mjs';
import { quiet } from '../restore/fixture.mjs';
import { putDump } from '../restore/put-dump.mjs';
import { verifyAnother } from '../restore/verify-another.mjs';
import { dumpMajor, readableByDump } from '../tests/clients.mjs';
import { copyDump, goesInto } from './dump.mjs';
import { backUpWith, makeOwned, runServer } from './fixture.mjs';

const home = join(ROOT, '.test', 'dump');
/** @import { Work } from './fixture.mjs' */

const withServer = (/** @type {string} */ packaged, /** @type {Work} */ work) => runServer({ home, packaged }, work);
const backUp = (/** @type {string} */ databaseUrl, /** @type {Record<string, string>} */ more) =>
  backUpWith({ databaseUrl, kept: join(home, 'kept'), ...more });

/** What the portal's role may do with tables, columns and functions, as the database says it. */
const GRANTS = `
  SELECT 'table ' || table_name || ' ' || privilege_type AS may FROM information_schema.role_table_grants WHERE grantee = 'portal_app'
  UNION SELECT 'column ' || table_name || '.' || column_name || ' ' || privilege_type FROM information_schema.role_column_grants WHERE grantee = 'portal_app'
  UNION SELECT 'function ' || specific_schema || '.' || routine_name FROM information_schema.role_routine_grants WHERE grantee = 'portal_app'
  ORDER BY 1`;
const grantsIn = (/** @type {string} */ databaseUrl) => query(databaseUrl, GRANTS);

/** The newest backup is restored into a fresh server, and the same hash comes of it. */
async function assertVerified(/** @type {string} */ dataDir, /** @type {string[]} */ identities) {
  const kept = join(home, 'kept');
  const [manifest] = listBackups(kept);
  assert.ok(manifest);
  const seen = await verifyAnother({ folder: kept, manifest, dataDir, identities, packaged: folder });
  assert.deepEqual(seen, manifest.digest);
}

const folder = readableByDump();
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
      // a keeper sets limits for everybody, and pg_dump takes longer
      await query(address('full'), `ALTER DATABASE "full" SET idle_in_transaction_session_timeout = '20ms'`);
      const said = `first:${Buffer.alloc(32, 5).toString('base64')}`;
      await backUp(owned('full'), { ...from, SEALING_KEYS_COMMAND: `echo ${said}` });

      const grants = await grantsIn(owned('full'));
      const digests = await digestsOf(owned('full'));
      assert.ok(grants.length > 400, String(grants.length));
      const keys = identitiesIn(join(from.DATA_DIR, 'backup-key'));
      await assertVerified(from.DATA_DIR, keys);
      // another server knows nothing of the role
      await query(address('full'), 'DROP OWNED BY portal_app; DROP ROLE portal_app');
      const asked = { folder: join(home, 'kept'), dataDir: to.DATA_DIR, identities: keys, keysIdentities: keys };
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
      const { digest, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
      writeFileSync(manifest, JSON.stringify({ ...rest, digest: { ...digest, sha256: '0' } }));
      const isOther = { message: /is not what .* was made of/ };
      await assert.rejects(putDump({ ...asked, databaseUrl: owned('short') }, quiet), isOther);
      await assert.rejects(putDump({ ...asked, databaseUrl: owned('empty') }, quiet), { message: /name an empty one/ });
    });
  },
);

test('every row of a large portal is read, however short its server keeps those who ask', async () => {
  await withServer(packagedPostgres(), async (address) => {
    await query(
      address('full'),
      `CREATE TABLE large AS SELECT n, repeat(md5(n::text), 250000) AS words FROM generate_series(1, 60) n`,
    );
    const digests = await digestsOf(address('full'));
    await query(address('full'), `ALTER DATABASE "full" SET statement_timeout = '250ms'`);
    assert.deepEqual(await digestsOf(address('full')), digests);
  });
});

test('a restore that was killed leaves no dump opened behind the next one', async () => {
  const dataDir = join(home, 'opened');
  mkdirSync(join(dataDir, 'dump-a1b2c3'), { recursive: true });
  writeFileSync(join(dataDir, 'dump-a1b2c3', 'dump'), 'in clear');
  const asked = { folder: join(home, 'none'), dataDir, identities: [], keysIdentities: [], databaseUrl: '' };
  await assert.rejects(putDump(asked, quiet), { message: /There is no backup/ });
  assert.deepEqual(readdirSync(dataDir), []);
  rmSync(home, { recursive: true, force: true });
});

test('where no server of its version is at hand the night holds a dump against its hashes, and says so; by hand the way to read it in is told', () => {
  const [dataDir, kept] = [join(home, 'night'), join(home, 'kept')];
  openDataDir(dataDir);
  const id = '20261129T183000Z-0a1b2c';
  const bytes = Buffer.from('sealed');
  const part = { name: 'database.dump.gz.age', bytes: 6, sha256: createHash('sha256').update(bytes).digest('hex') };
  mkdirSync(join(kept, id), { recursive: true });
  writeFileSync(join(kept, id, part.name), bytes);
  const at = '2026-11-29T18:30:00.000Z';
  const manifest = { form: 1, id, kind: 'dump', postgres: '99.1', startedAt: at, finishedAt: at };
  writeFileSync(join(kept, id, 'manifest.json'), JSON.stringify({ ...manifest, media: 'bucket', parts: [part] }));
  const verified = (/** @type {string[]} */ ...words) => {
    const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', BACKUP_DIR: kept };
    const args = [join(ROOT, 'scripts', 'backup', 'main.mjs'), '--verify', '--from', id, ...words];
    const { status } = spawnSync(process.execPath, args, { env: { ...env, DATA_DIR: dataDir }, encoding: 'utf8' });
    return { status, ...JSON.parse(readFileSync(join(dataDir, 'backup-status.json'), 'utf8')) };
  };
  const night = verified('--scheduled');
  assert.deepEqual([night.status, night.failed, night.verified.id], [0, undefined, id]);
  assert.deepEqual([night.verified.whole, night.verified.opened], [true, false]);
  const byHand = verified();
  assert.deepEqual(byHand.verified, night.verified, 'what the machine lacks says nothing against the backup');
  assert.match(byHand.failed.problem, /programs of one that pg_restore can speak with are not on this machine/);
  writeFileSync(join(kept, id, part.name), 'sealex');
  assert.match(verified('--scheduled').failed.problem, /changed or damaged/);
  rmSync(home, { recursive: true, force: true });
});

const isOlder = dumpMajor() < 18 ? test : () => {};
isOlder(
  'a pg_dump that is missing or older than the server is said in a sentence, before anything is written',
  async () => {
    await withServer(packagedPostgres(), async (address) => {
      const dumping = copyDump({ databaseUrl: address('full'), recipients: [] }, home);
      await assert.rejects(dumping, { message: /older than the server|is not installed/ });
    });
  },
);

test('programs of 17 and later make no dump of a server before 17, into which it would not go back', () => {
  /** @type {[ours: number, server: number, goes: boolean][]} */
  const pairs = [
    [15, 15, true],
    [16, 15, true],
    [17, 17, true],
    [18, 17, true],
    [18, 18, true],
    [17, 16, false],
    [18, 15, false],
  ];
  for (const [ours, server, goes] of pairs) assert.equal(goesInto(ours, server), goes);
});
