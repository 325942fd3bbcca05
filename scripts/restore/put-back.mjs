import { checkParts, listBackups, takeOver } from '../backup/backup-folder.mjs';
import { databaseAddress, findServer, startPostgres } from '../database/postgres.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { putCluster } from './put-cluster.mjs';
import { putAnchors, putFiles } from './put-rest.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Display } from '../ground/steps.mjs' */
/** @import { Manifest } from '../backup/backup-folder.mjs' */

/**
 * @typedef {{ folder: string, dataDir: string, place: Place, identities: string[], keysIdentities: string[] }} Where
 */

/**
 * Which backup is put back, and how far: without `from` the newest that will do, without `to` up to the last change; `upToGap`: also where the
 * log has one, up to there; `trial`: beside the portal that goes on.
 * @typedef {Where & { from?: string, to?: Date, upToGap?: boolean, trial?: boolean, signal?: AbortSignal }} Asked
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

const WAYS = {
  files: 'This backup is of the embedded database: leave DATABASE_URL out.',
  dump: 'This backup is a dump of another PostgreSQL: name an empty database, DATABASE_URL=… npm run restore',
  server:
    'This backup is of the files of another PostgreSQL: name a folder for them, npm run restore -- --files-into <folder>',
};

/**
 * The way in which a backup of another kind is put back.
 * @param {Manifest} manifest
 */
export const notThis = ({ kind }) => new PlainProblem(WAYS[kind]);

/**
 * Puts a backup back up to an instant, and leaves the embedded server at work there. Returns its manifest, the address of the database
 * for its owner and where the former files lie.
 * @param {Asked} asked
 * @param {Display} display
 */
export async function putBack(asked, display) {
  const { folder, place, signal } = asked;
  if (findServer(place)) throw new PlainProblem('The database of that folder is at work: stop the portal first.');
  const manifest = chooseBackup(asked);
  if (manifest.kind !== 'files') throw notThis(manifest);
  await display.step('Backup', async () => {
    await checkParts(folder, manifest, signal);
    return `${manifest.id}, whole`;
  });
  const aside = await putCluster(asked, manifest, display);
  await putFiles(asked, manifest, display);
  await startPostgres(place);
  const databaseUrl = databaseAddress(place, DATABASE);
  await putAnchors(asked, manifest, databaseUrl);
  if (!asked.trial && manifest.system) takeOver(folder, { dataDir: asked.dataDir, system: manifest.system });
  return { manifest, databaseUrl, aside };
}
