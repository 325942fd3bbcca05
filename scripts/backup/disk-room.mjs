import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainProblem } from '../ground/problem.mjs';
import { listBackups } from './backup-folder.mjs';

/** @import { Manifest } from './backup-folder.mjs' */

const MB = 1024 ** 2;
/** What is left free beside a backup. */
const SPARE = 256 * MB;
/** A segment of the log, opened. */
const SEGMENT = 16 * MB;

/**
 * Refuses to begin where the disk has no room for it. Nothing is known of how well files can be compressed but from the one before.
 * @param {string} folder
 * @param {number} clusterBytes
 * @param {number} [waiting] segments of the log that wait to be carried there
 */
export function checkRoom(folder, clusterBytes, waiting = 0) {
  const before = listBackups(folder).find(({ clusterBytes: bytes }) => bytes);
  const ratio = before?.clusterBytes ? Math.min(1, (1.25 * (before.parts[0]?.bytes ?? 0)) / before.clusterBytes) : 0.5;
  const { bavail, bsize } = statfsSync(folder);
  const needed = clusterBytes * ratio + waiting * SEGMENT + SPARE;
  if (bavail * bsize < needed)
    throw new PlainProblem(
      `${folder} has ${Math.round((bavail * bsize) / MB)} MB left, and a backup needs about ${Math.round(needed / MB)} MB. Nothing was written.`,
    );
}

/**
 * Refuses where the files of a cluster would not fit, with the log that is read again: on a busy day that is more than they are.
 * @param {string} cluster
 * @param {Pick<Manifest, 'clusterBytes'>} manifest
 * @param {number} segments of the log
 */
export function checkRoomFor(cluster, { clusterBytes = 0 }, segments) {
  const { bavail, bsize } = statfsSync(dirname(cluster));
  const needed = 1.3 * clusterBytes + segments * SEGMENT + 512 * MB;
  if (bavail * bsize < needed)
    throw new PlainProblem(
      `${dirname(cluster)} has ${Math.round((bavail * bsize) / MB)} MB left, and the database needs about ${Math.round(needed / MB)} MB, ${Math.round((segments * SEGMENT) / MB)} of them for its log.`,
    );
}
