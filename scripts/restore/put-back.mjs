import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkParts, listBackups } from '../backup/backup-folder.mjs';
import { changesSince, waitingChanges } from '../backup/changes.mjs';
import { checkRoomFor } from '../backup/disk-room.mjs';
import { putBackKeys } from '../backup/keys.mjs';
import { putBackMedia } from '../backup/media.mjs';
import { readSealed } from '../backup/sealed-file.mjs';
import { systemOf } from '../database/change-log.mjs';
import { query } from '../database/database.mjs';
import { databaseAddress, findServer, startPostgres } from '../database/postgres.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { replace, write } from '../ground/settings.mjs';
import { DATABASE, unsettledFile } from '../portal/portal.mjs';
import { layChanges, placeBeside, recover, removeBeside, unpackCluster } from './recovery.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from '../backup/backup-folder.mjs' */

/**
 * @typedef {{ folder: string, dataDir: string, place: Place, identities: string[], keysIdentities: string[] }} Where
 */

/**
 * Which backup is put back, and how far: without `from` the newest that will do, without `to` up to the last change.
 * @typedef {Where & { from?: string, to?: Date, signal?: AbortSignal }} Asked
 */

/** A day and a minute as people write them here: in Viet Nam, unless a zone is named. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * The instant that somebody means by a day and a minute.
 * @param {string} text
 */
export function instantOf(text) {
  const [, day, minute, seconds = ':00', zone = '+07:00'] = WRITTEN.exec(text.trim()) ?? [];
  const instant = new Date(`${day}T${minute}${seconds}${zone}`);
  if (!day || Number.isNaN(instant.getTime()))
    throw new PlainProblem(
      `"${text}" is no minute. Write it like --to "2026-11-29 16:05", as clocks in Viet Nam show it.`,
    );
  return instant;
}

/**
 * The backup that was asked for: by its id, or the newest that was finished by then.
 * @param {Pick<Asked, 'folder' | 'from' | 'to'>} asked
 * @returns {Manifest}
 */
export function chooseBackup({ folder, from, to }) {
  const backups = listBackups(folder);
  if (backups.length === 0)
    throw new PlainProblem(`There is no backup in ${folder}. Name the folder: BACKUP_DIR=… npm run restore`);
  const asked = from ? backups.filter(({ id }) => id === from) : backups;
  const [found] = asked.filter(({ finishedAt }) => !to || new Date(finishedAt) <= to);
  if (found) return found;
  if (from && asked.length === 0)
    throw new PlainProblem(`There is no backup ${from}. There is:\n${backups.map(({ id }) => `  ${id}`).join('\n')}`);
  throw new PlainProblem(`No backup was finished by then: the oldest one is of ${asked.at(-1)?.finishedAt}.`);
}

/**
 * Puts files and log together beside the portal's own cluster, and only then in its place. What lay there is set aside.
 * @param {Asked} asked
 * @param {Manifest} manifest
 * @param {Display} display
 */
async function putCluster({ folder, dataDir, place, to, identities, signal }, manifest, display) {
  const beside = placeBeside(place, `${place.cluster}.restored`);
  await removeBeside(beside);
  try {
    await display.step('Files', () =>
      unpackCluster(join(folder, manifest.id, manifest.parts[0]?.name ?? ''), beside, { identities, signal }),
    );
    const changes = changesSince(folder, manifest);
    const own = existsSync(join(place.cluster, 'PG_VERSION')) && systemOf(place.cluster) === manifest.system;
    const { aside, names } = own ? waitingChanges(place.cluster) : { aside: '', names: [] };
    await display.step('Changes', async (progress) => {
      await layChanges(beside, {
        changes,
        aside: names.map((name) => join(aside, name)),
        identities,
        signal,
        moved: (count) => count % 50 === 0 && progress(`${count} of ${changes.length}`),
      });
      return `${changes.length + names.length} segments of the log`;
    });
    await display.step('Recovery', () => recover(beside, { to }));
    // from here on it has to be settled, or put back anew, before a portal starts on it
    write(unsettledFile(dataDir), manifest.id);
    const set = setAside(place);
    renameSync(beside.cluster, place.cluster);
    return set;
  } finally {
    await removeBeside(beside);
  }
}

/**
 * What lay in the place of the cluster gets another name, and is never removed by us.
 * @param {Place} place
 */
function setAside({ cluster }) {
  if (!existsSync(cluster)) return undefined;
  const aside = `${cluster}.before-${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}`;
  renameSync(cluster, aside);
  return aside;
}

/**
 * What the trail is held against: what the backup knows, and of this folder what is not later than the trail that was put back. The
 * rest is kept beside.
 * @param {Asked} asked
 * @param {Manifest} manifest
 * @param {string} databaseUrl
 */
async function putAnchors({ folder, dataDir, identities }, { id }, databaseUrl) {
  const file = join(dataDir, 'audit-anchors');
  const present = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const known = (await readSealed(join(folder, id, 'anchors.gz.age'), identities)).split('\n').filter(Boolean);
  const [{ head }] = await query(databaseUrl, 'SELECT coalesce(max(position), 0)::text AS head FROM audit_seal');
  const within = (/** @type {string} */ line) => BigInt(line.split(' ')[1] ?? 0) <= BigInt(head);
  const later = present.filter((line) => !within(line) && !known.includes(line));
  if (later.length > 0) replace(`${file}.before-${Date.now()}`, present.join('\n'));
  const newest = join(dataDir, 'audit-head');
  if (existsSync(newest) && !within(readFileSync(newest, 'utf8'))) renameSync(newest, `${newest}.before-${Date.now()}`);
  const all = [...new Set([...known, ...present.filter(within)])].sort();
  if (all.length > 0) replace(file, all.join('\n'));
}

/**
 * Puts a backup back up to an instant, and leaves the embedded server at work there. Returns its manifest, the address of the database
 * for its owner and where the former files lie.
 * @param {Asked} asked
 * @param {Display} display
 */
export async function putBack(asked, display) {
  const { folder, dataDir, place, identities, keysIdentities, signal } = asked;
  if (findServer(place)) throw new PlainProblem('The database of that folder is at work: stop the portal first.');
  const manifest = chooseBackup(asked);
  if (manifest.kind !== 'files')
    throw new PlainProblem(
      'This backup is a dump of another PostgreSQL: name an empty database, DATABASE_URL=… npm run restore',
    );
  await display.step('Backup', async () => {
    await checkParts(folder, manifest, signal);
    return `${manifest.id}, whole`;
  });
  checkRoomFor(place.cluster, manifest);
  const aside = await putCluster(asked, manifest, display);
  const room = join(folder, manifest.id);
  const { media } = manifest;
  await display.step('Media', async () => {
    if (media === 'bucket') return 'lie in their bucket';
    const how = { list: join(room, 'media.gz.age'), room: join(folder, 'media', media.folder), identities };
    const { files, put } = await putBackMedia({ ...how, media: join(dataDir, 'media') });
    return `${put} of ${files} were missing`;
  });
  await display.step('Keys', async () => {
    if (keysIdentities.length === 0) return 'left as they are: their holder was not named (--keys-identity)';
    const names = await putBackKeys(join(room, 'keys.gz.age'), dataDir, keysIdentities);
    if (names === null)
      return 'left as they are: what was named does not open them (--keys-identity names their holder)';
    return names.length > 0 ? names.join(', ') : 'as they are';
  });
  rmSync(join(dataDir, 'kept-pages'), { recursive: true, force: true });
  await startPostgres(place);
  const databaseUrl = databaseAddress(place, DATABASE);
  await putAnchors(asked, manifest, databaseUrl);
  return { manifest, databaseUrl, aside };
}
