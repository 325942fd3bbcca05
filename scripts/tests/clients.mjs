import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packagedPostgres } from '../database/postgres-place.mjs';
import { skipped } from '../ground/steps.mjs';

/** Programs of PostgreSQL that copy a database of one's own. */
const NAMES = ['pg_dump', 'pg_restore', 'pg_basebackup'];

const isHere = (/** @type {string} */ name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;

/** The major version of the installed pg_dump, 0 where there is none. */
export const dumpMajor = () =>
  Number(/(\d+)/.exec(spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

/** Whether a server can be copied by its files here; `lookForClients` says where not. */
export const mayCopyServers = () => isHere('pg_basebackup') && readableByDump() !== undefined;

/** The folder of a packaged PostgreSQL that the installed pg_dump can read, or undefined: without one no dump is tried. */
export function readableByDump() {
  const major = dumpMajor();
  if (major === 0) return undefined;
  const own = packagedPostgres();
  if (major >= Number.parseInt(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')).version, 10)) return own;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`postgresql-${major}`)));
  } catch {
    return undefined;
  }
}

/**
 * Mounts a small disk of its own, to be filled. Says whether that worked: only some may.
 * @param {string} folder
 * @param {number} bytes
 */
export const mountDisk = (folder, bytes) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' }).status === 0;

/** @param {string} folder */
export const unmountDisk = (folder) => spawnSync('umount', ['-l', folder], { stdio: 'ignore' });

/** Whether the tests of a full disk (scripts/drill/full-disk.test.mjs) get theirs. */
function mayMount() {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  try {
    return mountDisk(folder, 1024 ** 2);
  } finally {
    unmountDisk(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The step that says which programs of PostgreSQL a machine lacks, or the right to mount a disk: what they do is not shown there. */
export async function lookForClients() {
  const missing = [
    ...NAMES.filter((name) => !isHere(name)),
    ...(dumpMajor() > 0 && !readableByDump() ? [`a PostgreSQL that pg_dump ${dumpMajor()} reads`] : []),
    ...(mayMount() ? [] : ['a disk of its own']),
  ];
  return missing.length > 0
    ? skipped(`not here, so nothing is tried with them: ${missing.join(', ')}`)
    : NAMES.join(', ');
}
