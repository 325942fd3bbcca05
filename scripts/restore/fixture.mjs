import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { carry } from '../backup/changes.mjs';
import { ensureDatabase, query } from '../database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { Display } from '../ground/steps.mjs';
import { until } from '../portal/command-fixture.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { putBack } from './put-back.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */

export const quiet = new Display(/** @type {any} */ ({ write: () => true }), false);

/**
 * A server of tests that puts its log aside.
 * @param {string} name
 */
function openPlace(name) {
  const dataDir = join(ROOT, '.test', name);
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  return placeOf(dataDir, { durable: false, logged: true });
}

/** @param {Place} place */
async function remove(place) {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(place.dataDir, { recursive: true, force: true });
}

/** @param {string} databaseUrl */
async function closeSegment(databaseUrl) {
  const [{ name }] = await query(databaseUrl, 'SELECT pg_walfile_name(pg_switch_wal()) AS name');
  await until('the segment is put aside', async () => {
    const [{ last }] = await query(databaseUrl, 'SELECT last_archived_wal AS last FROM pg_stat_archiver');
    return last !== null && last.slice(0, 24) >= name;
  });
  return String(name);
}

/**
 * A server with a table of numbers, its folder of backups, and what tests of going back do with both.
 * @param {string} name
 */
export async function openBackedUp(name) {
  const first = openPlace(name);
  const folder = join(first.dataDir, 'kept');
  const identity = await generateX25519Identity();
  const recipients = [await identityToRecipient(identity)];
  await startPostgres(first);
  await ensureDatabase(databaseAddress(first, 'postgres'), DATABASE);
  const addressOf = (/** @type {Place} */ place) => databaseAddress(place, DATABASE);
  await query(addressOf(first), 'CREATE TABLE note (number int PRIMARY KEY)');
  await query(addressOf(first), 'CREATE TABLE audit_seal (position bigint)');
  const wanted = (place = first) => ({
    dataDir: place.dataDir,
    folder,
    recipients,
    keysRecipients: recipients,
    databaseUrl: addressOf(place),
    place,
  });
  let servers = 0;
  return {
    folder,
    place: first,
    recipients,
    identity,
    wanted,
    /** Writes a number, closes the segment that it stands in, and has it carried away. Returns that segment. */
    write: async (/** @type {number} */ number, place = first) => {
      await query(addressOf(place), 'INSERT INTO note (number) VALUES ($1)', [number]);
      const segment = await closeSegment(addressOf(place));
      await carry(wanted(place));
      return segment;
    },
    /**
     * Puts a backup back into a server of its own and asks it something; afterwards it is gone.
     * @template T
     * @param {object} more
     * @param {(place: Place, numbers: number[]) => Promise<T>} look
     */
    restored: async (more, look) => {
      const place = openPlace(`${name}-${++servers}`);
      const asked = { folder, dataDir: place.dataDir, place, identities: [identity], keysIdentities: [identity] };
      try {
        const { databaseUrl } = await putBack({ ...asked, ...more }, quiet);
        const rows = await query(databaseUrl, 'SELECT number FROM note ORDER BY 1');
        return await look(
          place,
          rows.map(({ number }) => number),
        );
      } finally {
        await remove(place);
      }
    },
    close: () => remove(first),
  };
}

/**
 * What is put back, or why it is refused.
 * @param {Awaited<ReturnType<typeof openBackedUp>>} backedUp
 * @param {object} more
 */
export const assertRefused = (backedUp, more, /** @type {RegExp} */ message) =>
  assert.rejects(
    backedUp.restored(more, async () => {}),
    { message },
  );
