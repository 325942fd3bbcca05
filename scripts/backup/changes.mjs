import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { GAPS, logFolderOf, systemOf } from '../database/change-log.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { skipped } from '../ground/steps.mjs';
import { isHistory, isSegment, missingSince, positionOf } from '../restore/timelines.mjs';
import { changesRoom, holdToOwner, listBackups } from './backup-folder.mjs';
import { noteErasures } from './erasures.mjs';
/** @import { Wanted } from './make-backup.mjs' */
import { hashOf, writeSealed } from './sealed-file.mjs';
import { noteChanges, readChanges } from './status.mjs';

const ENDING = '.gz.age';
/** @param {string} name */
const isCarried = (name) => isSegment(name) || isHistory(name);
/** Of the label of a base backup, which PostgreSQL puts aside too. */
const LABEL = /\.backup$/;

/** @param {string} folder */
const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** @param {string} folder */
function sync(folder) {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * What PostgreSQL has put aside and nobody has carried away yet: names, and segments that it let go for want of disk.
 * @param {string} cluster
 */
export function waitingChanges(cluster) {
  const aside = logFolderOf(cluster);
  const gaps = join(aside, GAPS);
  return {
    aside,
    names: namesIn(aside).filter((name) => isCarried(name) || LABEL.test(name)),
    gaps: existsSync(gaps) ? readFileSync(gaps, 'utf8').split('\n').filter(Boolean) : [],
  };
}

/**
 * Forgets segments that were let go before a backup began: it does not need them.
 * @param {string} cluster
 * @param {Date} begun
 */
export function closeGaps(cluster, begun) {
  const gaps = join(logFolderOf(cluster), GAPS);
  if (existsSync(gaps) && statSync(gaps).mtime < begun) rmSync(gaps);
}

/**
 * Carries the closed segments of the log to the backups, sealed: each is on the disk there before it goes here. Says how many.
 * @param {string} cluster
 * @param {string} folder
 * @param {{ recipients: string[], signal?: AbortSignal | undefined }} how
 */
export async function carryChanges(cluster, folder, { recipients, signal }) {
  const { aside, names } = waitingChanges(cluster);
  const room = changesRoom(folder, systemOf(cluster));
  mkdirSync(room, { recursive: true, mode: 0o700 });
  let carried = 0;
  for (const name of names) {
    signal?.throwIfAborted();
    const file = join(aside, name);
    if (isCarried(name)) {
      await carryOne(file, room, name, { recipients, signal });
      carried += 1;
    }
    rmSync(file);
  }
  return carried;
}

/**
 * @param {string} file
 * @param {string} room
 * @param {string} name
 * @param {{ recipients: string[], signal?: AbortSignal | undefined }} how
 */
async function carryOne(file, room, name, how) {
  // its own hash stands in its name: sent twice it is one, and another one of the same name is seen
  const to = `${name}.${(await hashOf(file)).slice(0, 16)}${ENDING}`;
  const other = namesIn(room).find((one) => one.startsWith(`${name}.`) && one.endsWith(ENDING) && one !== to);
  if (other)
    throw new PlainProblem(
      `Two databases write into one folder of backups: ${name} lies there already and is another one. Give each a folder of its own (BACKUP_DIR).`,
    );
  if (existsSync(join(room, to))) return;
  await writeSealed(join(room, to), createReadStream(file), how);
  sync(room);
}

/**
 * Removes carried segments from before an instant: no backup of the days that are kept by the minute needs them.
 * @param {string} folder
 * @param {Date} before
 */
export function removeChanges(folder, before) {
  for (const system of namesIn(join(folder, 'changes')))
    for (const name of namesIn(changesRoom(folder, system))) {
      const file = join(changesRoom(folder, system), name);
      if (isSegment(name.split('.')[0] ?? '') && statSync(file).mtime < before) rmSync(file, { force: true });
    }
}

/**
 * What was carried away of a server: the segment's or history's name, and its file.
 * @param {string} folder
 * @param {string} system
 */
function carriedOf(folder, system) {
  const room = changesRoom(folder, system);
  return namesIn(room)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => ({ name: file.slice(0, -ENDING.length).replace(/\.[0-9a-f]{16}$/, ''), file: join(room, file) }));
}

/**
 * The carried segments that follow a backup, and the histories of timelines: name of the segment and its file.
 * @param {string} folder
 * @param {{ system?: string | undefined, firstChange?: string | undefined }} manifest
 */
export function changesSince(folder, { system, firstChange }) {
  if (!system || !firstChange) return [];
  return carriedOf(folder, system).filter(({ name }) => isHistory(name) || positionOf(name) >= positionOf(firstChange));
}

/**
 * How many segments are missing since the newest backup of a server, not carried or let go: behind the first of them nothing can be put
 * back. What was let go while that backup was made it holds itself.
 * @param {string} folder
 * @param {{ system: string, gaps: string[] }} server
 */
function missingOf(folder, { system, gaps }) {
  const newest = listBackups(folder).find((one) => one.system === system && one.lastChange);
  if (!newest?.firstChange || !newest.lastChange) return { missing: gaps.length, newest: undefined };
  const { firstChange, lastChange } = newest;
  const names = carriedOf(folder, system).map(({ name }) => name);
  const behind = gaps.filter((name) => !isSegment(name) || positionOf(name) > positionOf(lastChange));
  return { missing: Math.max(behind.length, missingSince(names, { firstChange, lastChange })), newest };
}

/**
 * Carries away what changed since, with who was erased. Says how many segments of the log went.
 * @param {Wanted} wanted
 */
export async function carry({ dataDir, folder, recipients, databaseUrl, place, signal }) {
  if (place) holdToOwner(folder, { dataDir, system: systemOf(place.cluster) });
  await noteErasures(databaseUrl, { dataDir, backups: folder });
  if (!place) return skipped('of another PostgreSQL its keeper carries the log away');
  const carried = await carryChanges(place.cluster, folder, { recipients, signal });
  const { names, gaps } = waitingChanges(place.cluster);
  const { missing, newest } = missingOf(folder, { system: systemOf(place.cluster), gaps });
  const at = new Date().toISOString();
  const before = readChanges(dataDir);
  const carriedAt = carried > 0 ? at : before?.carriedAt;
  // a gap that was known before the newest backup is another one
  const known = before?.gapSince && (!newest || before.gapSince > newest.finishedAt) ? before.gapSince : at;
  const gapSince = missing > 0 ? known : undefined;
  noteChanges(dataDir, {
    at,
    waiting: names.length,
    ...(carriedAt ? { carriedAt } : {}),
    ...(gapSince ? { missing, gapSince } : {}),
  });
  return missing > 0 ? `${carried} segments; ${missing} are missing since the last backup` : `${carried} segments`;
}
