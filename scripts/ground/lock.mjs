import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainProblem, thrown } from './problem.mjs';
import { isRunning, startOf } from './processes.mjs';

/**
 * @typedef {{ pid: number, started?: string | undefined, purpose?: string, address?: string | undefined, stopping?: boolean }} Lock
 */

const ATTEMPTS_MAX = 5;
const POLL_MS = 100;
const STOPPING_PATIENCE_MS = 90_000;

/**
 * The content of a lock file, or undefined when there is none or it was written half.
 * @param {string} file
 * @returns {Lock | undefined}
 */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The holder of a lock, when it is still at work.
 * @param {string} file
 */
export function holderOf(file) {
  const holder = readLock(file);
  return isRunning(holder) ? holder : undefined;
}

/**
 * @param {string} file
 * @param {Lock} mine
 */
function tryToTake(file, mine) {
  // A link appears whole or not at all, and fails when the name is taken: nobody ever reads half a lock.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (thrown(error).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @param {Lock} lock
 */
function replace(file, lock) {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(lock), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Puts a stale lock aside. Another command may have done so first and taken its own: then that one is put back.
 * @param {string} file
 */
function putAside(file) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (isRunning(readLock(aside))) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(thrown(error).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Waits for a holder that has said it is stopping; returns whether it has stopped.
 * @param {string} file
 */
async function waitForStopping(file) {
  const until = Date.now() + STOPPING_PATIENCE_MS;
  while (holderOf(file)?.stopping && Date.now() < until) await wait(POLL_MS);
  return !holderOf(file);
}

/**
 * Takes the lock of a data folder, or says who holds it; one of a process that has ended is stale. Returns a function
 * that gives the lock back, with `announceEnd()` to say that this will be soon.
 * @param {string} file
 * @param {{ purpose: string, address?: string }} reason
 */
export async function takeLock(file, { purpose, address }) {
  const mine = { pid: process.pid, started: startOf(process.pid), purpose, address };
  const isMine = () => readLock(file)?.pid === process.pid;
  const release = () => {
    if (isMine()) rmSync(file, { force: true });
  };
  release.announceEnd = () => {
    if (isMine()) replace(file, { ...mine, stopping: true });
  };
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (tryToTake(file, mine)) return release;
    const holder = holderOf(file);
    if (holder?.stopping && (await waitForStopping(file))) continue;
    if (holder?.address)
      throw new PlainProblem(`Portal is already running at ${holder.address} (process ${holder.pid}).`);
    if (holder) throw new PlainProblem(`The data folder is in use: ${holder.purpose} (process ${holder.pid}).`);
    putAside(file);
  }
  throw new PlainProblem(`The lock ${file} cannot be taken.`);
}
