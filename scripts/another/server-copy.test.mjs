import assert from 'node:assert/strict';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listBackups } from '../backup/backup-folder.mjs';
import { identitiesIn } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { packagedPostgres, placeOf } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { layGround } from '../portal/demo.mjs';
import { digestsOf } from '../restore/digests.mjs';
import { verifyAnother } from '../restore/verify-another.mjs';
import { dumpMajor, mayCopyServers, readableByDump } from '../tests/clients.mjs';
import { backUpWith, makeOwned, run, runServer } from './fixture.mjs';
import { copyServer } from './server-copy.mjs';

const home = join(ROOT, '.test', 'server-copy');
const [from, to, kept] = [join(home, 'from'), join(home, 'to'), join(home, 'kept')];
const folder = readableByDump() ?? '';
// what this machine cannot show, `npm test` names (scripts/tests/clients.mjs)
const mayCopy = mayCopyServers() ? test : () => {};

/** Somebody whom the keeper lets copy the server, and who owns nothing in it. */
async function makeCopier(/** @type {(name: string) => string} */ address) {
  await query(address('postgres'), `CREATE ROLE copier LOGIN REPLICATION PASSWORD 'copier'`);
  await query(address('postgres'), 'GRANT pg_read_all_data TO copier');
  return Object.assign(new URL(address('full')), { username: 'copier', password: 'copier' }).href;
}

/** Writes beside a copy that is being made, until it is told to stop. Returns how many were written. */
function writeBeside(/** @type {string} */ databaseUrl) {
  let writing = true;
  const work = (async () => {
    for (let number = 1; ; number++) {
      await query(databaseUrl, 'INSERT INTO note SELECT $1::int, repeat(md5(($1::int)::text), 200)', [number]);
      if (!writing) return number;
    }
  })();
  return () => {
    writing = false;
    return work;
  };
}

mayCopy(
  'a server is copied whole while it is written to, is verified by being restored, and its files come back for its keeper to start',
  async () => {
    await runServer({ home, packaged: folder }, async (address, source) => {
      for (const dataDir of [from, to]) openDataDir(dataDir);
      const owned = await makeOwned(address, ['full']);
      await migrate(owned('full'));
      await layGround(owned('full'), () => {});
      await query(owned('full'), 'CREATE TABLE note (number int PRIMARY KEY, words text)');
      mkdirSync(join(from, 'media', 'aa'), { recursive: true });
      const copier = await makeCopier(address);
      const stop = writeBeside(owned('full'));
      await backUpWith({
        databaseUrl: owned('full'),
        kept,
        DATA_DIR: from,
        BACKUP_DATABASE_URL: copier,
        BACKUP_KIND: 'server',
      });
      const written = await stop();
      const [manifest] = listBackups(kept);
      assert.ok(manifest);
      assert.deepEqual(
        [manifest.kind, manifest.database, manifest.parts[0]?.name],
        ['server', 'full', 'server.tar.gz.age'],
      );
      const identities = identitiesIn(join(from, 'backup-key'));
      const seen = await verifyAnother({ folder: kept, manifest, dataDir: from, identities, packaged: folder });
      assert.ok(seen.rows > 1_000, String(seen.rows));
      assert.equal(existsSync(join(from, 'verifying')), false, 'nothing of it stays');

      // nobody writes any more: what the copy has is what the server had, up to a note
      const into = join(home, 'server');
      const told = { DATA_DIR: to, BACKUP_DIR: kept, DATABASE_URL: '' };
      const words = ['--files-into', into, '--identity', join(from, 'backup-key')];
      const laid = await run('restore', told, ...words);
      assert.equal(laid.status, 0, laid.said);
      assert.match(laid.said, /--settle/);
      assert.ok(existsSync(join(to, 'restore-unsettled')), 'no portal starts before it is settled');
      assert.equal(statSync(join(into, 'PG_VERSION')).uid, statSync(home).uid);
      const mark = readFileSync(join(to, 'restore-unsettled'), 'utf8');
      rmSync(join(to, 'restore-unsettled'));
      assert.match((await run('restore', told, ...words)).said, /holds something/);
      assert.equal(existsSync(join(to, 'restore-unsettled')), false, 'a portal at work starts again');
      writeFileSync(join(to, 'restore-unsettled'), mark);
      assert.match(
        (await run('restore', told, ...words, '--to', '2026-11-29 16:05')).said,
        /comes back as it was copied/,
      );

      await holdAgainst({ into, address: owned('full'), password: source.password, written });
    });
  },
);

/** Has the keeper start the files that were put back, holds what is in them against the server they are of, and settles them. */
async function holdAgainst(
  /** @type {{ into: string, address: string, password: string, written: number }} */ {
    into,
    address,
    password,
    written,
  },
) {
  openDataDir(join(home, 'keeper'));
  const keeper = placeOf(join(home, 'keeper'), { durable: false, logged: false, packaged: folder });
  const place = { ...keeper, cluster: join(home, 'keeper', 'postgres'), password };
  renameSync(into, place.cluster);
  if (place.user)
    for (const name of ['', ...readdirSync(place.cluster, { recursive: true, encoding: 'utf8' })])
      chownSync(join(place.cluster, name), place.user.uid, place.user.gid);
  try {
    await startPostgres(place);
    const url = databaseAddress(place, 'full');
    const without = ['public.note'];
    assert.deepEqual(await digestsOf(url, without), await digestsOf(address, without));
    const [{ last, count }] = await query(url, 'SELECT max(number)::int AS last, count(*)::int AS count FROM note');
    assert.ok(count === last && last > 0 && last <= written, `${count} of ${last}, ${written} were written`);
    const told = { DATA_DIR: to, BACKUP_DIR: kept };
    const words = ['--settle', '--identity', join(from, 'backup-key')];
    const wrong = await run('restore', { ...told, DATABASE_URL: address }, ...words);
    assert.match(wrong.said, /names another server than the one that was put back/);
    const settled = await run('restore', { ...told, DATABASE_URL: url }, ...words);
    assert.equal(settled.status, 0, settled.said);
    assert.equal(existsSync(join(to, 'restore-unsettled')), false);
  } finally {
    await stopPostgres(place);
  }
}

mayCopy(
  'who may not copy a server is told so, with what its keeper has to say; a copy that was changed is refused',
  async () => {
    await runServer({ home, packaged: folder }, async (address) => {
      const owned = await makeOwned(address, ['full']);
      mkdirSync(kept, { recursive: true });
      const wanted = { databaseUrl: owned('full'), recipients: [], folder: kept };
      await assert.rejects(copyServer(wanted, home), {
        message: /keeper may not copy a server.*REPLICATION.*BACKUP_KIND=dump/,
      });
      const small = { DATA_DIR: from, BACKUP_DIR: kept, BACKUP_KIND: 'server' };
      const { status, said } = await run('backup', { ...small, DATABASE_URL: owned('full') });
      assert.deepEqual([status, readdirSync(kept).filter((name) => /Z-/.test(name))], [1, []], said);
      assert.match(
        (await run('backup', { ...small, BACKUP_KIND: 'files', DATABASE_URL: owned('full') })).said,
        /is "dump" or "server", not "files"/,
      );
    });
  },
);

test('a pg_basebackup that is missing or older than the server is said in a sentence, before anything is written', async () => {
  await runServer({ home, packaged: packagedPostgres() }, async (address) => {
    const path = process.env.PATH;
    if (dumpMajor() >= 18) process.env.PATH = '';
    try {
      const copying = copyServer({ databaseUrl: address('full'), recipients: [], folder: home }, home);
      await assert.rejects(copying, { message: /older than the server|is not installed/ });
    } finally {
      process.env.PATH = path;
    }
  });
  rmSync(home, { recursive: true, force: true });
});
