import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainProblem, tail } from './problem.mjs';
import { ROOT, write } from './settings.mjs';

/** @import { ChildProcess, StdioOptions } from 'node:child_process' */

/**
 * A process that was started: its number, and when it began.
 * @typedef {{ pid?: number | undefined, started?: string | undefined }} Note
 * @typedef {{ pid: number, started: string }} Noted
 * @typedef {(line: string) => void} Hear
 */

const POLL_MS = 50;
const OUTPUT_MAX = 2_000_000;

/** @type {Set<ChildProcess>} */
const children = new Set();
/** @type {string | undefined} */
let notesDir;

/**
 * When a process began; undefined when it has ended. A number is given to another process sooner or later, with its
 * beginning it is not. A zombie has ended: in a container nobody may collect it.
 * @param {number | string | undefined} pid
 */
export function startOf(pid) {
  if (process.platform !== 'linux')
    return (
      spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .stdout?.toString()
        .trim() || undefined
    );
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return 'ZX'.includes(state ?? 'X') ? undefined : `${boot}:${fields[18]}`;
  } catch {
    return undefined;
  }
}

/**
 * Whether a noted process is still the same one and at work.
 * @template {Note} N
 * @param {N | undefined} note
 * @returns {note is N & Noted}
 */
export const isRunning = (note) => note?.started !== undefined && startOf(note.pid) === note.started;

/**
 * The folder a process works in, where the system tells (Linux), or undefined.
 * @param {number | string} pid
 */
export function folderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/**
 * Notes every process started from now on in this folder until it ends, so that whoever comes after a crash finds it.
 * @param {string} dir
 */
export function keepNotesIn(dir) {
  notesDir = dir;
}

/** @param {number} pid */
function note(pid) {
  if (!notesDir) return () => {};
  const file = join(notesDir, String(pid));
  write(file, JSON.stringify({ pid, started: startOf(pid) }));
  return () => rmSync(file, { force: true });
}

/**
 * Stops what a crashed command left at work, and says how many there were.
 * @param {string} dir
 */
export async function stopLeftovers(dir) {
  const files = readdirSync(dir).map((name) => join(dir, name));
  const left = files.map(readNote).filter(isRunning);
  await Promise.all(left.map((one) => stopProcess(one)));
  for (const file of files) rmSync(file, { force: true });
  return left.length;
}

/**
 * @param {string} file
 * @returns {Note | undefined}
 */
function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // written half when its writer was killed
  }
}

/**
 * Starts a process in a group of its own, so that Ctrl-C in a terminal reaches only the command, which then stops its
 * processes in order, each with its children.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdio?: StdioOptions }} [how]
 */
export function launch(command, args, { env = process.env, cwd = ROOT, stdio = 'pipe' } = {}) {
  const child = spawn(command, args, { cwd, env, stdio, detached: true });
  children.add(child);
  const forget = child.pid ? note(child.pid) : () => {};
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null, error?: Error }>} */
  const ended = new Promise((resolve) => {
    const finish = (/** @type {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} */ result) => {
      children.delete(child);
      forget();
      resolve(result);
    };
    child.once('error', (error) => finish({ code: -1, signal: null, error }));
    child.once('close', (code, signal) => finish({ code, signal }));
  });
  return { child, pid: child.pid, started: child.pid ? startOf(child.pid) : undefined, ended };
}

/**
 * Colours where a person will see the output, none in a log; said plainly, for every tool guesses in its own way.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function withColours({ NO_COLOR, FORCE_COLOR, ...env }) {
  return { ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
}

/**
 * Runs a command to its end and returns `{ code, output, heard }`; `onLine` hears every line as it comes.
 * @param {string} command
 * @param {string[]} args
 * @param {{ onLine?: Hear | undefined, env?: NodeJS.ProcessEnv, cwd?: string }} [how]
 */
export async function run(command, args, { onLine, env = process.env, cwd = ROOT } = {}) {
  const { child, ended } = launch(command, args, { cwd, env: withColours(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const hear = (/** @type {import('node:stream').Readable} */ stream) => {
    let rest = '';
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-OUTPUT_MAX);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (onLine) for (const line of lines) onLine(line);
    });
    stream.on('end', () => rest && onLine?.(rest));
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) hear(stream);
  const { code, signal, error } = await ended;
  if (error) throw new PlainProblem(`"${command}" could not be started: ${error.message}`);
  return { code: code ?? -1, signal, output, heard: onLine !== undefined };
}

/**
 * Runs as `run` does, but a command that fails is a problem with this sentence and the end of its output.
 * @param {string} sentence
 * @param {string} command
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function runOrFail(sentence, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) throw new PlainProblem(sentence, tail(result.output), result);
  return result.output;
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // no group of that name, or already gone
    }
  }
}

/**
 * Waits until a process has ended, at most so long; returns whether it has.
 * @param {Note} pidAndStart
 * @param {number} patienceMs
 */
export async function waitForEnd(pidAndStart, patienceMs) {
  const until = Date.now() + patienceMs;
  while (isRunning(pidAndStart)) {
    if (Date.now() > until) return false;
    await wait(POLL_MS);
  }
  return true;
}

/**
 * Ends a process and its children at once, also one that has been stopped or hears nothing.
 * @param {Note} pidAndStart
 */
export function killProcess(pidAndStart) {
  if (isRunning(pidAndStart)) signalGroup(pidAndStart.pid, 'SIGKILL');
}

/**
 * Asks a process and its children to stop, and after the patience ends makes them.
 * @param {Note | undefined} pidAndStart
 * @param {{ patienceMs?: number }} [how]
 */
export async function stopProcess(pidAndStart, { patienceMs = 10_000 } = {}) {
  if (!isRunning(pidAndStart)) return;
  signalGroup(pidAndStart.pid, 'SIGTERM');
  if (await waitForEnd(pidAndStart, patienceMs)) return;
  signalGroup(pidAndStart.pid, 'SIGKILL');
  await waitForEnd(pidAndStart, 5_000);
}

/** Stops everything this command has started (PostgreSQL is not among them: it has its own way to stop). */
export async function stopChildren({ patienceMs = 5_000 } = {}) {
  await Promise.all(
    [...children].map((child) => stopProcess({ pid: child.pid, started: startOf(child.pid) }, { patienceMs })),
  );
}
