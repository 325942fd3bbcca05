import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace } from '../ground/settings.mjs';

/**
 * @typedef {{ id: string, at: string, bytes: number, took: number, kept: number, oldest: string }} Made
 * @typedef {{ id: string, at: string, whole: boolean, opened: boolean, rows?: number }} Verified
 * @typedef {{ at: string, carriedAt?: string, waiting: number, gapSince?: string }} Changes
 * @typedef {{ made?: Made, failed?: { at: string, problem: string }, verified?: Verified, changes?: Changes }} Deeds
 */

/**
 * What a portal knows of its backups; domain/ground/backup-status.ts reads it.
 * @typedef {{ folder?: string, sameDisk?: boolean } & Deeds} Status
 */

/** @param {string} dataDir */
const fileOf = (dataDir) => join(dataDir, 'backup-status.json');

/**
 * @param {string} dataDir
 * @returns {Status}
 */
export function readStatus(dataDir) {
  try {
    return existsSync(fileOf(dataDir)) ? JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) : {};
  } catch {
    return {};
  }
}

/**
 * Notes what is new; the rest stays.
 * @param {string} dataDir
 * @param {{ [K in keyof Status]?: Status[K] | undefined }} news undefined takes a line away
 */
export const noteStatus = (dataDir, news) =>
  replace(fileOf(dataDir), JSON.stringify({ ...readStatus(dataDir), ...news }));
