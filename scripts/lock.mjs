import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { PlainProblem } from './problem.mjs';
import { isRunning, startOf } from './processes.mjs';

/** What a lock file says, or undefined when there is none or it was written half. */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The holder of a lock, when it is still at work. */
export function holderOf(file) {
  const holder = readLock(file);
  return isRunning(holder) ? holder : undefined;
}

function tryToTake(file, mine) {
  // A link appears whole or not at all, and fails when the name is taken: nobody ever reads half a lock.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Puts a stale lock aside. Another command may have done so first and taken its own: then that one is put back. */
function putAside(file) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (isRunning(readLock(aside))) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Takes the lock of a data folder for this process, or says who holds it. Returns a function that gives it back. A lock whose
 * process has ended, or whose number now belongs to another process, is stale and does not count.
 */
export function takeLock(file, { purpose, address }) {
  const mine = { pid: process.pid, started: startOf(process.pid), purpose, address };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (tryToTake(file, mine)) return () => readLock(file)?.pid === process.pid && rmSync(file, { force: true });
    const holder = holderOf(file);
    if (holder?.address)
      throw new PlainProblem(`Portal is already running at ${holder.address} (process ${holder.pid}).`);
    if (holder) throw new PlainProblem(`The data folder is in use: ${holder.purpose} (process ${holder.pid}).`);
    putAside(file);
  }
  throw new PlainProblem(`The lock ${file} cannot be taken.`);
}
