import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Below so many kilobytes of free disk nothing more is put aside: a portal that works is worth more than its last minutes. */
const FREE_LEAST_KB = 1_048_576;
/** Seconds after which a segment is closed though it is not full: with the minute in which it is carried away, less than five. */
export const CLOSED_AFTER_S = 180;
/** Where PostgreSQL notes a segment that it did not put aside. */
export const GAPS = 'gaps';

/**
 * A word for the shell that PostgreSQL starts, with its own percent signs kept apart.
 * @param {string} text
 */
export const shellWord = (text) => `'${text.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;

/**
 * The server's own number, which every copy of it shares: the first eight bytes of its control file.
 * @param {string} cluster
 */
export const systemOf = (cluster) => String(readFileSync(join(cluster, 'global', 'pg_control')).readBigUInt64LE(0));

/**
 * Where a cluster puts the closed segments of its log aside, beside its files, until they are carried to the backups.
 * @param {string} cluster
 */
export const logFolderOf = (cluster) => `${cluster}.log-${systemOf(cluster)}`;

/**
 * Makes that folder, for the user PostgreSQL runs as.
 * @param {{ cluster: string, user: { uid: number, gid: number } | undefined }} place
 */
export function openLogFolder({ cluster, user }) {
  const folder = logFolderOf(cluster);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/**
 * What PostgreSQL does with a closed segment: it is put aside whole, on the disk. Where the disk is nearly full it is let go and noted as a gap,
 * after which a new backup is needed.
 * @param {string} folder
 */
export function archiveCommand(folder) {
  const [to, gaps] = [shellWord(`${folder}/`), shellWord(`${folder}/${GAPS}`)];
  return [
    `free=$(df -Pk ${to} | awk 'END { print $4 }')`,
    `if [ "$free" -lt ${FREE_LEAST_KB} ]; then echo %f >> ${gaps}`,
    `else cp "%p" ${to}%f.part && { sync ${to}%f.part || sync; } && mv ${to}%f.part ${to}%f; fi`,
  ].join('; ');
}

/**
 * The settings by which a cluster puts its log aside.
 * @param {string} folder
 */
export const archiving = (folder) => [
  'archive_mode=on',
  `archive_timeout=${CLOSED_AFTER_S}`,
  `archive_command=${archiveCommand(folder)}`,
];
