import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace } from '../ground/settings.mjs';

/**
 * @typedef {{ id: string, at: string, bytes: number, took: number, kept: number, oldest: string }} Made
 * @typedef {{ id: string, at: string, whole: boolean, opened: boolean, rows?: number }} Verified
 * @typedef {{ at: string, carriedAt?: string, waiting: number, missing?: number, gapSince?: string }} Changes
 * @typedef {{ made?: Made, failed?: { at: string, problem: string }, verified?: Verified, restored?: { at: string } }} Deeds
 */

/**
 * What a portal knows of its backups; domain/ground/backup-status.ts reads both files.
 * @typedef {{ folder?: string, sameDisk?: boolean } & Deeds} Status
 */

/** @param {string} dataDir */
const statusFile = (dataDir) => join(dataDir, 'backup-status.json');
/**
 * Of the changes: whoever carries them writes beside a backup that is under way, and neither may undo what the other noted.
 * @param {string} dataDir
 */
const changesFile = (dataDir) => join(dataDir, 'backup-changes.json');

/** @param {string} file */
function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Notes what is new of the backups; the rest stays. For whoever holds the lock of backups.
 * @param {string} dataDir
 * @param {{ [K in keyof Status]?: Status[K] | undefined }} news undefined takes a line away
 */
export const noteStatus = (dataDir, news) =>
  replace(statusFile(dataDir), JSON.stringify({ ...read(statusFile(dataDir)), ...news }));

/**
 * @param {string} dataDir
 * @returns {Changes | undefined}
 */
export const readChanges = (dataDir) => read(changesFile(dataDir));

/**
 * Notes how the changes stand. For whoever holds the lock of changes.
 * @param {string} dataDir
 * @param {Changes} changes
 */
export const noteChanges = (dataDir, changes) => replace(changesFile(dataDir), JSON.stringify(changes));
