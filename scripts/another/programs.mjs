import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSealed } from '../backup/sealed-file.mjs';
import { query } from '../database/database.mjs';
import { packagedPostgres } from '../database/postgres-place.mjs';
import { PlainProblem } from '../ground/problem.mjs';

/** @import { Part } from '../backup/sealed-file.mjs' */
/** @import { Wanted } from '../backup/make-backup.mjs' */

/**
 * The major version of a program of PostgreSQL on this machine, or undefined where there is none.
 * @param {string} program
 */
export function majorOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(/(\d+)/.exec(stdout)?.[1]) : undefined;
}

/**
 * Refuses a program that is missing or older than the server, which could not be read. Returns the major versions of both.
 * @param {string} program
 * @param {string} databaseUrl
 */
export async function checkProgram(program, databaseUrl) {
  const [{ major }] = await query(databaseUrl, `SELECT current_setting('server_version_num')::int / 10000 AS major`);
  const ours = majorOf(program);
  if (ours === undefined)
    throw new PlainProblem(
      `${program} is not installed: of a database of your own it makes the backup. Install the client programs of PostgreSQL ${major}.`,
    );
  if (ours < major)
    throw new PlainProblem(
      `${program} is of PostgreSQL ${ours}, older than the server (${major}), which it cannot read. Install the client programs of PostgreSQL ${major}.`,
    );
  return { ours, server: Number(major) };
}

/**
 * An address whose password stands in the surroundings: what a process is started with everybody on the machine may read.
 * @param {string} databaseUrl
 */
export function withoutPassword(databaseUrl) {
  const address = new URL(databaseUrl);
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(address.password) };
  address.password = '';
  address.searchParams.delete('schema');
  return { address: address.href, env };
}

/**
 * Runs a program of PostgreSQL on a database, and compresses and seals what it says.
 * @param {Pick<Wanted, 'databaseUrl' | 'recipients' | 'signal'>} wanted
 * @param {{ program: string, args: string[], room: string, name: string }} how
 * @returns {Promise<Part>}
 */
export async function sealWhatIsSaid({ databaseUrl, recipients, signal }, { program, args, room, name }) {
  const { address, env } = withoutPassword(databaseUrl);
  const child = spawn(program, [...args, '--no-password', `--dbname=${address}`], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(-1)));
  try {
    const written = await writeSealed(join(room, name), child.stdout, { recipients, signal });
    if ((await ended) !== 0) throw new PlainProblem(`${program} could not read the database.`, said);
    return { name, ...written };
  } finally {
    child.kill();
  }
}

/** Where the programs of a server lie, by its version: of Debian and of Red Hat. */
const FOLDERS = [
  (/** @type {number} */ major) => `/usr/lib/postgresql/${major}/bin`,
  (/** @type {number} */ major) => `/usr/pgsql-${major}/bin`,
];

/** The major version of the server that came with npm, or undefined: a finished build has none. */
function packagedMajor() {
  try {
    return Number.parseInt(JSON.parse(readFileSync(join(packagedPostgres(), 'package.json'), 'utf8')).version, 10);
  } catch {
    return undefined;
  }
}

/**
 * The programs of a server of one of these major versions on this machine, as `placeOf` takes them, or undefined: the one that came with npm, else one
 * that is installed.
 * @param {number[]} majors
 * @returns {{ packaged?: string, programs?: { postgres: string, initdb: string } } | undefined}
 */
export function serverOf(majors) {
  const own = packagedMajor();
  if (own && majors.includes(own)) return { packaged: packagedPostgres() };
  const [found] = majors
    .flatMap((major) => FOLDERS.map((folderOf) => folderOf(major)))
    .filter((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
  return found ? { programs: { postgres: join(found, 'postgres'), initdb: join(found, 'initdb') } } : undefined;
}
