import { createECDH, randomBytes, randomInt } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  constants as fileConstants,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainProblem } from './problem.mjs';

/** The folder of the project. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

const isRoot = process.getuid?.() === 0;

/** What a finished build says of itself (`scripts/release`), in a folder of its own without sources. */
export const RELEASE_FILE = 'release.json';
/** Whether this folder is a finished build: nothing has to be installed, made or compiled in it. */
export const isFinished = existsSync(join(ROOT, RELEASE_FILE));

/** @typedef {ReturnType<typeof readSettings>} Settings */

/** The settings that commands take from their surroundings; `.env` is read too, and the environment wins over it. */
export function readSettings() {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, SERVER_DATABASE_URL, DEMO_PASSWORD, PORTAL_URL } = process.env;
  const port = Number(PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new PlainProblem(`PORT is not a port number: ${PORT}`);
  return {
    host: HOST || '127.0.0.1',
    port,
    dataDir: resolve(ROOT, DATA_DIR || '.data'),
    databaseUrl: DATABASE_URL || undefined,
    serverDatabaseUrl: SERVER_DATABASE_URL || undefined,
    demoPassword: DEMO_PASSWORD || undefined,
    portalUrl: PORTAL_URL || undefined,
  };
}

/** Whether the portal backs itself up: a folder for backups is named, or it is said to. */
export const keepsBackups = () =>
  process.env.BACKUPS ? process.env.BACKUPS === 'on' : Boolean(process.env.BACKUP_DIR);

/** @param {string | undefined} text */
const listed = (text) => (text ?? '').split(/[\s,]+/).filter(Boolean);

/**
 * The settings of backups: where they lie, and for whose public keys of age they and the keys apart are sealed.
 * @param {string} dataDir
 */
export const backupSettings = (dataDir) => ({
  folder: resolve(ROOT, process.env.BACKUP_DIR || join(dataDir, 'backups')),
  recipients: listed(process.env.BACKUP_RECIPIENTS),
  keysRecipients: listed(process.env.BACKUP_KEYS_RECIPIENTS),
  /** another PostgreSQL, as a role that may read all of it */
  databaseUrl: process.env.BACKUP_DATABASE_URL || undefined,
  kind: backupKind(process.env.BACKUP_KIND || 'dump'),
});

/**
 * What a backup of another PostgreSQL is: a dump of the portal's database, or a copy of the files of the whole server.
 * @param {string} said
 * @returns {'dump' | 'server'}
 */
function backupKind(said) {
  if (said === 'dump' || said === 'server') return said;
  throw new PlainProblem(`BACKUP_KIND is "dump" or "server", not "${said}".`);
}

/**
 * The address a person on this machine types.
 * @param {{ host: string, port: number }} place
 */
export function addressOf({ host, port }) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * Makes the data folder. As root it may be passed through, because PostgreSQL runs as another user; its files stay closed.
 * @param {string} dataDir
 */
export function openDataDir(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  for (const name of ['log', 'processes']) mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
}

/**
 * A value kept in a file that only its owner reads: what is there, or what `make` returns now. Of two that make one at the same time
 * the first is kept, and both answer with it.
 * @param {string} file
 * @param {() => string} make
 */
export function keep(file, make) {
  if (!existsSync(file)) {
    const beside = `${file}.${process.pid}`;
    write(beside, make());
    try {
      putFirst(beside, file);
    } finally {
      rmSync(beside);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Gives a whole file its name, unless another one has it.
 * @param {string} beside
 * @param {string} file
 */
function putFirst(beside, file) {
  try {
    linkSync(beside, file);
  } catch {
    // somebody was first, or the disk knows no links
    if (!existsSync(file)) copyFileSync(beside, file, fileConstants.COPYFILE_EXCL);
  }
}

/**
 * Writes a file that only its owner reads.
 * @param {string} file
 * @param {string | number} value
 */
export function write(file, value) {
  writeFileSync(file, `${value}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/**
 * The same in one step, on the disk before it returns: after a crash the file is the old one or the new one.
 * @param {string} file
 * @param {string} value
 */
export function replace(file, value) {
  // two processes may write one file at the same moment
  const beside = `${file}.${process.pid}.new`;
  write(beside, value);
  const handle = openSync(beside, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(beside, file);
}

export const makeSecret = () => randomBytes(32).toString('hex');

/** The pair by which push services know the portal, "public:private", as browsers spell keys. */
export function makePushKeys() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  // a private key that begins with zeros is shorter
  const secret = Buffer.alloc(32);
  const bytes = pair.getPrivateKey();
  bytes.copy(secret, 32 - bytes.length);
  return `${pair.getPublicKey('base64url')}:${secret.toString('base64url')}`;
}

/**
 * That pair: what the surroundings say, else the file of the data folder, made when it is not there.
 * @param {string} dataDir
 */
export const pushKeysOf = (dataDir) => process.env.PUSH_KEYS || keep(join(dataDir, 'push-keys'), makePushKeys);

// Signs without letters and figures that are mistaken for each other when read aloud.
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that can be typed from a screen, of 59 bits. */
export function makeReadablePassword() {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group()].join('-');
}
