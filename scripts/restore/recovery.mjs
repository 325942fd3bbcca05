import { spawn } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import tar from 'tar-stream';
import { openSealed } from '../backup/sealed-file.mjs';
import { shellWord } from '../database/change-log.mjs';
import { startPostgres, stopPostgres } from '../database/postgres.mjs';
import { environment } from '../database/postgres-files.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { historyOf, isHistory, positionAt } from './timelines.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */

/** Reading the log of a day again takes minutes; nothing is broken while it does. */
const PATIENCE_MS = 2 * 3_600_000;

/**
 * A place for a cluster that is being put together beside the portal's own: never logged, with a port and a log of its own.
 * @param {Place} place
 * @param {string} cluster
 * @returns {Place}
 */
export const placeBeside = (place, cluster) => ({
  ...place,
  cluster,
  logged: false,
  portFile: `${cluster}.port`,
  log: `${cluster}.said`,
});

/**
 * Where the log lies ready for such a cluster.
 * @param {Place} beside
 */
export const changesOf = ({ cluster }) => `${cluster}.changes`;

/**
 * Removes such a cluster with all that belongs to it.
 * @param {Place} beside
 */
export async function removeBeside(beside) {
  await stopPostgres(beside);
  for (const ending of ['', '.changes', '.port', '.said'])
    rmSync(`${beside.cluster}${ending}`, { recursive: true, force: true });
}

/**
 * @param {Pick<Place, 'user'>} place
 * @param {string} path
 */
const own = ({ user }, path) => user && chownSync(path, user.uid, user.gid);

/**
 * Unpacks the files of a cluster into an empty folder, for the user PostgreSQL runs as.
 * @param {string} file
 * @param {Pick<Place, 'cluster' | 'user'>} beside
 * @param {{ identities: string[], signal?: AbortSignal | undefined, moved?: (bytes: number) => void }} how
 */
export async function unpackCluster(file, beside, { identities, signal, moved = () => {} }) {
  mkdirSync(beside.cluster, { mode: 0o700 });
  own(beside, beside.cluster);
  const extract = tar.extract();
  let bytes = 0;
  extract.on('entry', (header, stream, next) => {
    const path = join(beside.cluster, normalize(header.name));
    const put = async () => {
      if (!path.startsWith(`${beside.cluster}/`))
        throw new PlainProblem(`The backup holds a file outside of it: ${header.name}`);
      if (header.type === 'directory') mkdirSync(path, { recursive: true, mode: 0o700 });
      else await pipeline(stream, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      own(beside, path);
      stream.resume();
      bytes += header.size ?? 0;
      moved(bytes);
    };
    put().then(next, (error) => extract.destroy(error));
  });
  await openSealed(file, { identities, into: extract, signal });
}

/**
 * Lays the segments of the log ready for the server: those that were carried away, opened, and those that still lay aside. Returns the
 * names of those that cannot be opened, which are as good as missing.
 * @param {Place} beside
 * @param {{ changes: { name: string, file: string }[], aside: string[], identities: string[], signal?: AbortSignal | undefined, moved?: (count: number) => void }} how
 */
export async function layChanges(beside, { changes, aside, identities, signal, moved = () => {} }) {
  const folder = changesOf(beside);
  mkdirSync(folder, { mode: 0o700 });
  own(beside, folder);
  /** @type {string[]} */
  const damaged = [];
  for (const [index, { name, file }] of changes.entries()) {
    const place = join(folder, name);
    try {
      await openSealed(file, { identities, into: createWriteStream(place, { mode: 0o600 }), signal });
      own(beside, place);
    } catch (error) {
      if (!(error instanceof PlainProblem) || /^The key does not open/.test(error.message)) throw error;
      rmSync(place, { force: true });
      damaged.push(name);
    }
    moved(index + 1);
  }
  for (const file of aside) {
    const place = join(folder, /** @type {string} */ (file.split('/').at(-1)));
    copyFileSync(file, place);
    own(beside, place);
  }
  return damaged;
}

/**
 * The names of the segments that are laid ready, and what the histories among them say.
 * @param {Place} beside
 */
export function laidChanges(beside) {
  const folder = changesOf(beside);
  const names = readdirSync(folder);
  const histories = names.filter(isHistory).map((name) => historyOf(name, readFileSync(join(folder, name), 'utf8')));
  return { names, histories };
}

/**
 * Reads the log again up to an instant or its end, and makes the cluster one to be written to, by the password of
 * this place. Returns its last write and segment.
 * @param {Place} beside
 * @param {{ to?: Date | undefined, until?: string, atOnce?: boolean, timeline?: number }} how `until`: an address; `atOnce`: no further than whole
 * @returns {Promise<{ position: number | undefined, at: Date | undefined }>}
 */
export async function recover(beside, { to, until, atOnce = false, timeline }) {
  const signal = join(beside.cluster, 'recovery.signal');
  writeFileSync(signal, '', { mode: 0o600 });
  own(beside, signal);
  const told = [
    `restore_command=cp ${shellWord(`${changesOf(beside)}/`)}%f "%p"`,
    `recovery_target_timeline=${timeline ?? 'latest'}`,
    'recovery_target_action=promote',
    'hot_standby=off',
    ...(atOnce ? ['recovery_target=immediate'] : []),
    ...(until ? [`recovery_target_lsn=${until}`, 'recovery_target_inclusive=off'] : []),
    ...(to && !until && !atOnce
      ? [`recovery_target_time=${to.toISOString().replace('T', ' ').replace('Z', '+00')}`]
      : []),
  ];
  const isShort = await readLog(beside, told);
  // nothing was written behind that address: its end is what was asked for
  if (isShort && until) return recover(beside, timeline ? { timeline } : {});
  if (isShort)
    throw new PlainProblem(
      'What was carried away ends before that minute: nothing was written later, or it was lost. Leave out --to for all there is.',
    );
  await setPassword(beside);
  return readTo(readFileSync(beside.log, 'utf8'));
}

/**
 * Has a server read its log, and stops it. Says whether that ended before what was asked for.
 * @param {Place} beside
 * @param {string[]} told
 */
async function readLog(beside, told) {
  try {
    await startPostgres({ ...beside, told, patienceMs: PATIENCE_MS });
    return false;
  } catch (error) {
    if (error instanceof PlainProblem && /before configured recovery target was reached/.test(error.output))
      return true;
    throw error;
  } finally {
    await stopPostgres(beside);
  }
}

/**
 * How far a server says that it has read its log.
 * @param {string} said
 */
function readTo(said) {
  const [, address] = /redo done at ([0-9A-F]+\/[0-9A-F]+)/.exec(said) ?? [];
  const [, time] =
    /last completed transaction was at log time (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.?\d*)\+00/.exec(said) ?? [];
  return {
    position: address ? positionAt(address) : undefined,
    at: time ? new Date(`${time.replace(' ', 'T')}Z`) : undefined,
  };
}

/**
 * Gives the owner the password of this place, while nobody else can speak with the server.
 * @param {Place} beside
 */
async function setPassword(beside) {
  // our own secret is made of figures and letters a to f alone
  const said = await speakAlone(beside, `ALTER ROLE postgres PASSWORD '${beside.password}'`);
  if (said) throw new PlainProblem('The restored database could not be given its password.', said);
}

/**
 * Says one statement to a server that works for this alone, as its first superuser: one that was not shut down reads its log first. Returns what
 * went wrong, or nothing.
 * @param {Place} beside
 * @param {string} sql in one line
 */
export async function speakAlone(beside, sql) {
  const child = spawn(beside.postgres, ['--single', '-D', beside.cluster, 'template1'], {
    ...beside.user,
    cwd: beside.cluster,
    env: environment(),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  child.stdin.on('error', () => {}); // it ended without hearing: its code says so
  child.stdin.end(`${sql}\n`);
  const code = await new Promise((resolve) => child.once('close', resolve).once('error', () => resolve(-1)));
  return code !== 0 || /ERROR|FATAL/.test(said) ? said || 'it ended' : '';
}
