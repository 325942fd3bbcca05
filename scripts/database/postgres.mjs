import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, whyNotListen } from '../ground/ports.mjs';
import { PlainProblem, tail } from '../ground/problem.mjs';
import { folderOf, startOf, waitForEnd } from '../ground/processes.mjs';
import { write } from '../ground/settings.mjs';
import { archiving, openLogFolder } from './change-log.mjs';
import { environment, initialise, isInitialised, refuseOtherMajor } from './postgres-files.mjs';
import { settingsOf } from './postgres-settings.mjs';

/** @import { Place } from './postgres-place.mjs' */
/** @import { Note } from '../ground/processes.mjs' */

const POLL_MS = 50;
/** After a crash PostgreSQL reads its log again before it answers; that may take long. */
const READY_PATIENCE_MS = 300_000;
const STOP_PATIENCE_MS = 60_000;
const TRIES_MAX = 20;
/**
 * Failures that pass by themselves: processes of a killed server that still hold its memory, or a port taken
 * meanwhile.
 */
const PASSING = /pre-existing shared memory block|could not bind|could not create any TCP|lock file "postmaster.pid"/;

/**
 * The address of a database of the cluster, for its owner.
 * @param {Place} place
 * @param {string} database
 */
export function databaseAddress(place, database) {
  return `postgresql://postgres:${place.password}@127.0.0.1:${readFileSync(place.portFile, 'utf8').trim()}/${database}`;
}

/**
 * The server that works on these files: its process and what it says of itself, or undefined.
 * @param {{ cluster: string }} place
 */
export function findServer({ cluster }) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const started = pid > 0 ? startOf(pid) : undefined;
  // The number may belong to somebody else by now; a PostgreSQL works inside its folder.
  const folder = folderOf(pid);
  if (!started || (folder && folder !== cluster)) return undefined;
  return { pid, started, port: Number(lines[3]), state: lines[7]?.trim() ?? '' };
}

/**
 * The port of last time when it is still free, otherwise a new one, remembered.
 * @param {{ portFile: string }} place
 */
async function choosePort({ portFile }) {
  const remembered = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  if (remembered && !(await whyNotListen(remembered, '127.0.0.1'))) return remembered;
  const port = await freePort();
  write(portFile, port);
  return port;
}

/**
 * @param {Place} place
 * @param {number} port
 */
function launchServer(place, port) {
  const log = openSync(place.log, 'a', 0o600);
  const kept = place.logged ? archiving(openLogFolder(place)) : [];
  const args = [...settingsOf(place), ...kept].flatMap((setting) => ['-c', setting]);
  // Its own group and its own log: it outlives a killed command, so that nothing acknowledged is lost and it can be taken over.
  const child = spawn(place.postgres, ['-D', place.cluster, '-p', String(port), ...args], {
    ...place.user,
    cwd: place.cluster,
    env: environment(),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.on('error', () => {}); // seen below as a process that is not there
  child.unref();
  return { pid: child.pid, started: child.pid ? startOf(child.pid) : undefined };
}

/**
 * Waits until a server answers; returns it, or undefined when it ended instead.
 * @param {Place} place
 * @param {Note} launched
 */
async function waitUntilReady(place, launched) {
  const until = Date.now() + (place.patienceMs ?? READY_PATIENCE_MS);
  while (Date.now() < until) {
    const server = findServer(place);
    if (server?.state === 'ready') return server;
    if (startOf(launched.pid) !== launched.started || !launched.started) return undefined;
    await wait(POLL_MS);
  }
  throw new PlainProblem('PostgreSQL is still not ready after five minutes.', logTail(place));
}

/** @param {{ log: string }} place */
const logSize = ({ log }) => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
/** @param {{ log: string }} place */
const logTail = ({ log }, from = 0) => (existsSync(log) ? tail(readFileSync(log, 'utf8').slice(from), 15) : '');

/**
 * Removes the note of a server that is no more, but only when truly none of its processes is left.
 * @param {{ cluster: string }} place
 */
function repair({ cluster }) {
  const alive =
    process.platform === 'linux' &&
    readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && folderOf(pid) === cluster && startOf(pid));
  if (!alive && process.platform === 'linux') rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Takes over a server that a killed command left at work, or waits until it has finished stopping.
 * @param {Place} place
 */
async function adopt(place) {
  const server = findServer(place);
  if (!server) return undefined;
  if (server.state !== 'stopping') {
    const ready = await waitUntilReady(place, server);
    if (ready) write(place.portFile, ready.port);
    return ready;
  }
  await waitForEnd(server, STOP_PATIENCE_MS);
  return undefined;
}

/**
 * Brings the embedded PostgreSQL up: makes its files at the first start, takes over one that is at work, repairs after a crash.
 * Returns `{ pid, started, port, adopted }`.
 * @param {Place} place
 */
export async function startPostgres(place) {
  if (!isInitialised(place)) await initialise(place);
  const adopted = await adopt(place);
  if (adopted) return { ...adopted, adopted: true };
  refuseOtherMajor(place);
  for (let attempt = 1; ; attempt++) {
    repair(place);
    const from = logSize(place);
    const server = await waitUntilReady(place, launchServer(place, await choosePort(place)));
    if (server) return { ...server, adopted: false };
    const reason = logTail(place, from);
    if (attempt >= TRIES_MAX || !PASSING.test(reason))
      throw new PlainProblem('The embedded PostgreSQL does not start.', reason);
    await wait(Math.min(2_000, POLL_MS * 2 ** attempt));
  }
}

/**
 * Stops it: open connections are closed and everything is written (PostgreSQL's "fast" stop).
 * @param {{ cluster: string }} place
 */
export async function stopPostgres(place) {
  const server = findServer(place);
  if (!server) return;
  /** @type {[NodeJS.Signals, number][]} */
  const ways = [
    ['SIGINT', STOP_PATIENCE_MS],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience] of ways) {
    process.kill(server.pid, signal);
    if (await waitForEnd(server, patience)) return;
  }
}
