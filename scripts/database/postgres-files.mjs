import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlainProblem, tail } from '../ground/problem.mjs';
import { write } from '../ground/settings.mjs';

/** @import { Place } from './postgres-place.mjs' */

/** Vietnamese order (A Ă Â … D Đ) for every database of the cluster. */
const ORDER = ['--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C.UTF-8', '--encoding=UTF8'];

/**
 * Whether the database files are there.
 * @param {{ cluster: string }} place
 */
export const isInitialised = ({ cluster }) => existsSync(join(cluster, 'PG_VERSION'));

/**
 * PostgreSQL in plain English and world time, whatever the surroundings say.
 */
export const environment = () => /** @type {any} */ ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/**
 * What a program printed before it failed.
 * @param {unknown} error
 */
function printed(error) {
  const { stdout, stderr } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
  return `${stdout ?? ''}${stderr ?? error}`;
}

/**
 * Makes the database files. They get their name only when they are whole, so an interrupted start begins again.
 * @param {Place} place
 */
export async function initialise(place) {
  const draft = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  const own = (/** @type {string} */ path) => place.user && chownSync(path, place.user.uid, place.user.gid);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  own(draft);
  write(passwordFile, place.password);
  own(passwordFile);
  const args = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...ORDER,
  ];
  try {
    await promisify(execFile)(place.initdb, place.durable ? args : [...args, '--no-sync'], {
      ...place.user,
      env: environment(),
    });
    renameSync(draft, place.cluster);
  } catch (error) {
    throw new PlainProblem('The embedded PostgreSQL could not be set up.', tail(printed(error)));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The files of one major version are not read by the next.
 * @param {Place} place
 */
export function refuseOtherMajor(place) {
  const files = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const program = execFileSync(place.postgres, ['--version'], { encoding: 'utf8' }).match(/(\d+)[.\d]*\s*$/)?.[1];
  if (program && files !== program) {
    throw new PlainProblem(
      `The database files are of PostgreSQL ${files}, and this portal brings PostgreSQL ${program}. See docs/operations.md, "Upgrade".`,
    );
  }
}
