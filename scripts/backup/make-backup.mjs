import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyDump } from '../another/dump.mjs';
import { copyServer } from '../another/server-copy.mjs';
import { systemOf } from '../database/change-log.mjs';
import { query } from '../database/database.mjs';
import { holderOf, takeLock } from '../ground/lock.mjs';
import {
  beginBackup,
  holdToOwner,
  keepToPlan,
  listBackups,
  newId,
  openBackupFolder,
  removeHalves,
} from './backup-folder.mjs';
import { carry, closeGaps, removeChanges, waitingChanges } from './changes.mjs';
import { copyCluster, entriesOf } from './cluster-copy.mjs';
import { checkRoom } from './disk-room.mjs';
import { copyKeys } from './keys.mjs';
import { copyMedia, removeUnlisted } from './media.mjs';
import { identitiesIn, ownKeyFile, writeSealed } from './sealed-file.mjs';
import { noteStatus } from './status.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from './backup-folder.mjs' */
/** @import { Part } from './sealed-file.mjs' */

/**
 * `place`: of the embedded server, which is at work; without it `databaseUrl` is another one's, and `kind` what is made of it.
 * @typedef {{ dataDir: string, databaseUrl: string, place: Place | undefined, kind?: 'dump' | 'server', signal?: AbortSignal }} Source
 */

/**
 * What a backup is made of, where it is kept and for whom it is sealed.
 * @typedef {Source & { folder: string, recipients: string[], keysRecipients: string[] }} Wanted
 */

const MB = 1024 ** 2;
/** Held by whoever carries changes away. */
export const CHANGES_LOCK = 'backup-changes.lock';
/** Milliseconds for whoever carries changes just now to come to an end. */
const OTHERS_MS = 60_000;

/** @param {string} path */
const diskOf = (path) => statSync(path).dev;

/**
 * @param {Wanted & { place: Place }} wanted
 * @param {string} room
 * @param {(text: string) => void} progress
 * @returns {Promise<{ part: Part, facts: Partial<Manifest> }>}
 */
async function copyEmbedded({ place, databaseUrl, recipients, signal }, room, progress) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'portal backup' });
  client.on('error', () => {});
  await client.connect();
  let told = Date.now();
  try {
    const name = 'database.tar.gz.age';
    const { bytes, sha256, ...log } = await copyCluster(place.cluster, client, join(room, name), {
      recipients,
      signal,
      moved: (done, all) => {
        if (Date.now() - told < 5_000) return;
        told = Date.now();
        progress(`${Math.floor((100 * done) / all)} % of ${Math.round(all / MB)} MB`);
      },
    });
    return { part: { name, bytes, sha256 }, facts: { ...log, system: systemOf(place.cluster) } };
  } finally {
    await client.end();
  }
}

/**
 * What else goes into a backup: media, what the trail is held against, and keys apart.
 * @param {Wanted} wanted
 * @param {string} room
 * @param {(text: string) => void} progress
 */
async function copyRest({ dataDir, folder, recipients, keysRecipients, signal }, room, progress) {
  const anchors = join(dataDir, 'audit-anchors');
  const text = existsSync(anchors) ? readFileSync(anchors, 'utf8') : '';
  const parts = [
    { name: 'anchors.gz.age', ...(await writeSealed(join(room, 'anchors.gz.age'), [text], { recipients, signal })) },
    {
      name: 'keys.gz.age',
      ...(await copyKeys(join(room, 'keys.gz.age'), dataDir, { recipients: keysRecipients, signal })),
    },
  ];
  if (process.env.STORAGE_URL) return { parts, media: /** @type {const} */ ('bucket'), copied: 0 };
  const list = join(room, 'media.gz.age');
  const { part, media, copied } = await copyMedia({
    media: join(dataDir, 'media'),
    backups: folder,
    list,
    recipients,
    signal,
    progress,
  });
  return { parts: [...parts, { name: 'media.gz.age', ...part }], media, copied };
}

/**
 * Everything that a backup holds, put into its room. Returns what its manifest says of it.
 * @param {Wanted} wanted
 * @param {string} room
 * @param {Display} display
 */
async function copyAll(wanted, room, display) {
  const { place, kind: another = 'dump' } = wanted;
  /** @type {{ part: Part, facts: Partial<Manifest> } | undefined} */
  let database;
  await display.step('Database', async (progress) => {
    if (place) database = await copyEmbedded({ ...wanted, place }, room, progress);
    else database = await (another === 'server' ? copyServer : copyDump)(wanted, room);
    return `${Math.ceil(database.part.bytes / MB)} MB`;
  });
  if (!database) throw new Error('no database was copied');
  const finishedAt = new Date().toISOString();
  /** @type {Awaited<ReturnType<typeof copyRest>> | undefined} */
  let rest;
  await display.step('Media and keys', async (progress) => {
    rest = await copyRest(wanted, room, progress);
    if (rest.media === 'bucket') return 'media lie in their bucket and are not copied';
    return `${rest.media.files} files, ${rest.copied} of them new`;
  });
  if (!rest) throw new Error('nothing else was copied');
  const kind = place ? /** @type {const} */ ('files') : another;
  return { kind, finishedAt, ...database.facts, media: rest.media, parts: [database.part, ...rest.parts] };
}

/**
 * Makes one backup, whole or not at all, and lets those go that the plan keeps no longer. Returns its manifest.
 * @param {Wanted} wanted
 * @param {Display} display
 */
export async function makeBackup(wanted, display) {
  const { dataDir, folder, place, databaseUrl } = wanted;
  const since = Date.now();
  openBackupFolder(folder);
  if (removeHalves(folder) > 0) display.line('  A backup that was broken off is removed.');
  const sameDisk = diskOf(folder) === diskOf(dataDir);
  if (sameDisk)
    display.line(`  ${folder} is on the disk of the data: a copy elsewhere is needed, or another folder (BACKUP_DIR).`);
  const [{ version }] = await query(databaseUrl, `SELECT current_setting('server_version') AS version`);
  if (place) checkRoom(folder, bytesOf(await entriesOf(place.cluster)), waitingChanges(place.cluster).names.length);
  if (place) holdToOwner(folder, { dataDir, system: systemOf(place.cluster) });
  const id = newId();
  const startedAt = new Date().toISOString();
  const backup = beginBackup(folder, id);
  try {
    const copied = await copyAll(wanted, backup.room, display);
    /** @type {Manifest} */
    const manifest = { form: 1, id, startedAt, postgres: version, ...copied };
    wanted.signal?.throwIfAborted();
    backup.finish(manifest);
    await display.step('Plan of keeping', () => settle(wanted, manifest, { since, sameDisk }));
    return manifest;
  } catch (error) {
    backup.drop();
    throw error;
  }
}

/** @param {{ bytes: number }[]} some */
const bytesOf = (some) => some.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * @param {Wanted} wanted
 * @param {Manifest} manifest
 * @param {{ since: number, sameDisk: boolean }} facts
 */
async function settle(wanted, manifest, { since, sameDisk }) {
  const { dataDir, folder, place } = wanted;
  if (place) {
    closeGaps(place.cluster, new Date(manifest.startedAt));
    await carryAlone(wanted);
  }
  const gone = keepToPlan(folder, (before) => removeChanges(folder, before));
  await removeOldMedia(wanted, manifest);
  const kept = listBackups(folder);
  const bytes = bytesOf(manifest.parts);
  const oldest = kept.at(-1)?.startedAt ?? manifest.startedAt;
  const made = { id: manifest.id, at: manifest.finishedAt, bytes, took: Date.now() - since, kept: kept.length, oldest };
  noteStatus(dataDir, { folder, sameDisk, made, failed: undefined });
  return gone > 0 ? `${kept.length} kept, ${gone} removed` : `${kept.length} kept`;
}

/**
 * Carries the changes while nobody else does: two would write one segment.
 * @param {Wanted} wanted
 */
async function carryAlone(wanted) {
  const lock = join(wanted.dataDir, CHANGES_LOCK);
  for (const until = Date.now() + OTHERS_MS; holderOf(lock) && Date.now() < until; ) await wait(200);
  const release = await takeLock(lock, { purpose: 'another backup is under way' });
  await carry(wanted).finally(release);
}

/**
 * Media that no kept backup lists: they can be told only where the lists can be opened.
 * @param {Wanted} wanted
 * @param {Manifest} manifest
 */
async function removeOldMedia({ dataDir, folder }, { media }) {
  if (media === 'bucket' || !existsSync(ownKeyFile(dataDir))) return;
  const lists = listBackups(folder)
    .filter((one) => one.media !== 'bucket' && one.media.folder === media.folder)
    .map(({ id }) => join(folder, id, 'media.gz.age'));
  const removing = removeUnlisted(folder, {
    lists,
    folder: media.folder,
    identities: identitiesIn(ownKeyFile(dataDir)),
  });
  await removing.catch(() => {}); // sealed for others: they stay
}
