import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { PlainProblem } from '../ground/problem.mjs';
import { keep, replace } from '../ground/settings.mjs';
import { changesKeptFrom, keptOf } from './keeping.mjs';
import { hashOf } from './sealed-file.mjs';

/** @import { Part } from './sealed-file.mjs' */

/**
 * `finishedAt` is the earliest instant that can be gone back to; `system` the server's own number; `firstChange` and `lastChange`
 * the log that it needs and holds itself; `digest` of all rows; `database` by its name in a whole server.
 * @typedef {{ startedAt: string, finishedAt: string, postgres: string, system?: string, database?: string, firstChange?: string, lastChange?: string, clusterBytes?: number, digest?: { rows: number, sha256: string } }} Facts
 * @typedef {{ folder: string, files: number, bytes: number } | 'bucket'} Media
 */

/**
 * What a backup says of itself, written last: a folder without it is no backup. `dump`, `server`: of another PostgreSQL.
 * @typedef {{ form: 1, id: string, kind: 'files' | 'dump' | 'server', media: Media, parts: Part[] } & Facts} Manifest
 */

const MANIFEST = 'manifest.json';
const UNDER_WAY = '.part';

/** The name of a backup that begins now: its instant in UTC, and four figures, for two may begin in one second. */
export const newId = (now = new Date()) =>
  `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z-${randomBytes(2).toString('hex')}`;

/** @param {string} folder */
function sync(folder) {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * The folder of backups with its rooms; made where it is not there.
 * @param {string} folder
 */
export function openBackupFolder(folder) {
  try {
    for (const room of ['', 'changes', 'media']) mkdirSync(join(folder, room), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new PlainProblem(`The backups cannot be kept in ${folder}: ${/** @type {Error} */ (error).message}`);
  }
  return folder;
}

/**
 * Removes what a backup left that was killed: it has no manifest, and nobody takes it for one.
 * @param {string} folder
 */
export function removeHalves(folder) {
  const halves = readdirSync(folder).filter((name) => name.endsWith(UNDER_WAY));
  for (const name of halves) rmSync(join(folder, name), { recursive: true, force: true });
  return halves.length;
}

/**
 * A backup under way: a folder that becomes one by its name, whole, or goes again.
 * @param {string} folder
 * @param {string} id
 */
export function beginBackup(folder, id) {
  const room = join(folder, `${id}${UNDER_WAY}`);
  mkdirSync(room, { mode: 0o700 });
  return {
    room,
    /** @param {Manifest} manifest */
    finish: (manifest) => {
      replace(join(room, MANIFEST), JSON.stringify(manifest, null, 2));
      sync(room);
      renameSync(room, join(folder, id));
      sync(folder);
    },
    drop: () => rmSync(room, { recursive: true, force: true }),
  };
}

/**
 * The manifests of all backups, newest first.
 * @param {string} folder
 * @returns {Manifest[]}
 */
export function listBackups(folder) {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name, MANIFEST);
    if (name.endsWith(UNDER_WAY) || !existsSync(file)) return [];
    try {
      return [/** @type {Manifest} */ (JSON.parse(readFileSync(file, 'utf8')))];
    } catch {
      return []; // written by nobody of ours
    }
  });
  return found.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/**
 * Holds every part of a backup against its manifest, before anything is opened.
 * @param {string} folder
 * @param {Manifest} manifest
 * @param {AbortSignal} [signal]
 */
export async function checkParts(folder, manifest, signal) {
  for (const { name, sha256 } of manifest.parts) {
    const file = join(folder, manifest.id, name);
    if (!existsSync(file)) throw new PlainProblem(`The backup ${manifest.id} is not whole: ${name} is missing.`);
    if ((await hashOf(file, signal)) !== sha256)
      throw new PlainProblem(
        `The backup ${manifest.id} is not what was written: ${name} was changed or damaged. Take another one: --from <backup>`,
      );
  }
}

/** @param {Manifest} manifest */
const aged = ({ id, startedAt }) => ({ id, at: new Date(startedAt) });

/**
 * Removes backups that the plan keeps no longer, and changes from before the days that can be gone back to by the minute. Says how many went.
 * @param {string} folder
 * @param {(before: Date) => void} removeChanges
 */
export function keepToPlan(folder, removeChanges) {
  const backups = listBackups(folder);
  const stay = new Set(keptOf(backups.map(aged)));
  const gone = backups.filter(({ id }) => !stay.has(id));
  for (const { id } of gone) {
    // without its manifest it is none any more, however far the rest of it comes
    rmSync(join(folder, id, MANIFEST));
    rmSync(join(folder, id), { recursive: true, force: true });
  }
  const from = changesKeptFrom(backups.map(aged));
  if (from) removeChanges(from);
  return gone.length;
}

/**
 * The room of one server's changes among the backups.
 * @param {string} folder
 * @param {string} system
 */
export const changesRoom = (folder, system) => join(folder, 'changes', system);

/** @param {string} dataDir */
const ownName = (dataDir) => keep(join(dataDir, 'backup-owner'), randomUUID);

/**
 * Where the backups of one server say which data folder they are of: every copy of a server shares its number.
 * @param {string} folder
 * @param {string} system
 */
function ownerFile(folder, system) {
  const room = changesRoom(folder, system);
  mkdirSync(room, { recursive: true, mode: 0o700 });
  return join(room, 'owner');
}

/**
 * Refuses to write beside the backups of a server where another data folder does: one put back on trial would lead later restores onto its
 * line. Whoever comes first owns them.
 * @param {string} folder
 * @param {{ dataDir: string, system: string }} own
 */
export function holdToOwner(folder, { dataDir, system }) {
  const file = ownerFile(folder, system);
  if (!existsSync(file)) replace(file, ownName(dataDir));
  if (readFileSync(file, 'utf8').trim() !== ownName(dataDir))
    throw new PlainProblem(
      `The backups in ${folder} belong to another data folder, of which this one is a copy, as a restore on trial (--into) makes it. Give this one a folder of its own (BACKUP_DIR); or remove ${file} where this one goes on instead of the other.`,
    );
}

/**
 * Has the backups of a server belong to the data folder that takes its place.
 * @param {string} folder
 * @param {{ dataDir: string, system: string }} own
 */
export const takeOver = (folder, { dataDir, system }) => replace(ownerFile(folder, system), ownName(dataDir));
