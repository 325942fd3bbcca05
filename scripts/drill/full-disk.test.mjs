import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { listBackups } from '../backup/backup-folder.mjs';
import { makeBackup } from '../backup/make-backup.mjs';
import { ensureDatabase, query } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, findServer, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { quiet } from '../restore/fixture.mjs';
import { mountDisk, unmountDisk } from '../tests/clients.mjs';

const home = join(ROOT, '.test', 'full-disk');
const disk = join(home, 'disk');
const MB = 1024 ** 2;
const SIZE = 256 * MB;

/** A disk of its own, which only whoever may mount one can fill: `npm test` says so where she may not. */
const mount = () => {
  mkdirSync(disk, { recursive: true });
  return mountDisk(disk, SIZE);
};
const unmount = () => existsSync(disk) && unmountDisk(disk);
const mayMount = mount();
const onFullDisk = mayMount ? test : () => {};
/** Takes all room but so many bytes. */
const fill = (left = 0) => {
  const { bavail, bsize } = statfsSync(disk);
  for (let bytes = bavail * bsize - left; bytes > 0; bytes -= 16 * MB)
    try {
      writeFileSync(join(disk, `ballast-${bytes}`), Buffer.alloc(Math.min(bytes, 16 * MB)));
    } catch {
      return; // full before that
    }
};
const empty = () => {
  for (const name of readdirSync(disk).filter((one) => one.startsWith('ballast'))) rmSync(join(disk, name));
};

before(() => mayMount && openDataDir(join(disk, 'data')));
after(() => {
  unmount();
  rmSync(home, { recursive: true, force: true });
});

onFullDisk(
  'the disk of the database is full: what cannot be kept is refused, and with room again everything acknowledged is there, and it goes on',
  async () => {
    const place = placeOf(join(disk, 'data'), { logged: false });
    try {
      await startPostgres(place);
      await ensureDatabase(databaseAddress(place, 'postgres'), 'portal');
      const address = databaseAddress(place, 'portal');
      await query(address, 'CREATE TABLE note (number int PRIMARY KEY, words text)');
      const client = new pg.Client({ connectionString: address });
      client.on('error', () => {});
      await client.connect();
      fill();
      /** @type {number[]} */
      const acknowledged = [];
      let refused = '';
      for (let number = 1; number <= 5_000 && !refused; number++)
        await client.query('INSERT INTO note VALUES ($1::int, repeat(md5(($1::int)::text), 300))', [number]).then(
          () => acknowledged.push(number),
          (error) => (refused = error.code ?? error.message),
        );
      assert.match(refused, /53100|57P0\d|08\d+|terminated|ECONN/);
      await client.end().catch(() => {});
      empty();
      // it may have stopped for want of room for its log: the portal starts it again and again, and so does this
      await until(async () => {
        if (!findServer(place)) await startPostgres(place);
        const rows = await query(address, 'SELECT number FROM note ORDER BY 1');
        assert.deepEqual(rows.map(({ number }) => number).slice(0, acknowledged.length), acknowledged);
        await query(address, 'INSERT INTO note VALUES (0)');
      });
    } finally {
      empty();
      await stopPostgres(place);
      removeCluster(place);
    }
  },
);

/** Tries until it holds: a server that ended itself is coming up. */
async function until(/** @type {() => Promise<void>} */ look) {
  for (let again = 0; ; again++)
    try {
      return await look();
    } catch (error) {
      if (again > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

const PART = 256 * 1024;
/** A part as the portal takes it: its bytes, and how far the file has come, in one transaction. */
async function sendPart(/** @type {pg.Client} */ client, /** @type {string} */ upload, /** @type {number} */ start) {
  await client.query('BEGIN');
  await client.query('INSERT INTO upload_part (upload_id, start, bytes) VALUES ($1, $2, $3)', [
    upload,
    start,
    randomBytes(PART),
  ]);
  await client.query('UPDATE upload SET received = $2 WHERE id = $1', [upload, start + PART]);
  await client.query('COMMIT');
}

onFullDisk(
  'parts of an upload find the disk of the database full: the file goes on from the last part that was acknowledged, none is there by half',
  async () => {
    const place = placeOf(join(disk, 'data'), { logged: false });
    try {
      await startPostgres(place);
      await ensureDatabase(databaseAddress(place, 'postgres'), 'portal');
      const address = databaseAddress(place, 'portal');
      await migrate(address);
      const [{ id }] = await query(
        address,
        `WITH her AS (INSERT INTO account (id, display_name, email, locale, version) VALUES (app.uuid7(), 'Lan', 'lan@demo.invalid', 'vi', 1) RETURNING id)
         INSERT INTO upload (id, account_id, sha256, size) SELECT app.uuid7(), id, sha256('picture'), $1 FROM her RETURNING id`,
        [36 * PART],
      );
      const client = new pg.Client({ connectionString: address });
      client.on('error', () => {});
      await client.connect();
      fill(2 * MB);
      let [acknowledged, refused] = [0, false];
      while (!refused && acknowledged < 35 * PART)
        await sendPart(client, id, acknowledged).then(
          () => (acknowledged += PART),
          () => (refused = true),
        );
      assert.ok(refused, 'the disk was full');
      await client.end().catch(() => {});
      empty();
      await until(async () => {
        if (!findServer(place)) await startPostgres(place);
        const [upload] = await query(
          address,
          `SELECT u.received, (SELECT coalesce(sum(octet_length(p.bytes)), 0)::int FROM upload_part p WHERE p.upload_id = u.id) AS there FROM upload u`,
        );
        assert.equal(upload.there, upload.received);
        assert.ok(upload.received >= acknowledged, `${upload.received} of ${acknowledged} acknowledged`);
        const again = new pg.Client({ connectionString: address });
        again.on('error', () => {});
        await again.connect();
        await sendPart(again, id, upload.received).finally(() => again.end());
      });
    } finally {
      empty();
      await stopPostgres(place);
      removeCluster(place);
    }
  },
);

onFullDisk(
  'the disk of the backups is full: that is said before anything is written, or what was begun is gone again, and the portal is as it was',
  async () => {
    const dataDir = join(home, 'data');
    openDataDir(dataDir);
    const place = placeOf(dataDir, { durable: false, logged: false });
    try {
      await startPostgres(place);
      await ensureDatabase(databaseAddress(place, 'postgres'), 'portal');
      const recipients = [await identityToRecipient(await generateX25519Identity())];
      const databaseUrl = databaseAddress(place, 'portal');
      const folder = join(disk, 'kept');
      const wanted = { dataDir, folder, recipients, keysRecipients: recipients, databaseUrl, place };
      await assert.rejects(makeBackup(wanted, quiet), {
        message: /MB left, and a backup needs about .* Nothing was written/,
      });
      // what else fills the disk while media are copied
      mkdirSync(join(dataDir, 'media', 'aa'), { recursive: true });
      writeFileSync(
        join(dataDir, 'media', 'aa', 'a'.repeat(64)),
        Buffer.from(Array.from({ length: 4 * MB }, (_, at) => (at * at) % 251)),
      );
      fill(64 * 1024);
      await assert.rejects(makeBackup({ ...wanted, place: undefined, databaseUrl }, quiet));
      assert.deepEqual(listBackups(folder), []);
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.endsWith('.part')),
        [],
      );
      await query(databaseUrl, 'CREATE TABLE still_at_work ()');
    } finally {
      empty();
      await stopPostgres(place);
      removeCluster(place);
    }
  },
);
