import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { folderOf, startOf } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';

const PATIENCE_MS = 30_000;

/**
 * Waits until something holds, and returns it.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} ask
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await ask();
    if (found) return found;
    await wait(50);
  }
  throw new Error(`waited in vain until ${what}`);
}

/**
 * Starts the portal with the stand-in server, by itself or through npm, and hears what it says.
 * @param {{ dataDir: string, port: number, throughNpm?: boolean }} how
 */
export function startCommand({ dataDir, port, throughNpm = false }) {
  const standIn = `${process.execPath} ${join(ROOT, 'scripts', 'portal', 'stand-in-server.mjs')}`;
  const { DATABASE_URL, PORTAL_URL, DEMO_PASSWORD, npm_lifecycle_event, ...surroundings } = process.env;
  const env = { ...surroundings, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', PORTAL_SERVER: standIn };
  /** @type {[string, string[]]} */
  const [program, args] = throughNpm ? ['npm', ['start']] : [process.execPath, [join(ROOT, 'scripts', 'start.mjs')]];
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  const hears = (/** @type {string} */ words) =>
    until(`the command says "${words}"; it said:\n${said}`, () => {
      if (said.includes(words)) return true;
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${said}`);
    });
  return {
    pid: child.pid,
    ended,
    hears,
    kill: (/** @type {NodeJS.Signals} */ signal) => child.kill(signal),
    said: () => said,
  };
}

/**
 * Every living process that belongs to a data folder: told so by its surroundings, or at work inside.
 * @param {string} dataDir
 */
export function processesOf(dataDir) {
  const belongs = (/** @type {string} */ pid) => {
    try {
      return (
        folderOf(pid)?.startsWith(dataDir) ||
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`DATA_DIR=${dataDir}\0`)
      );
    } catch {
      return false; // ended meanwhile
    }
  };
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && belongs(pid) && startOf(pid));
}

/**
 * Writes numbers one after the other, whatever happens to the server, and remembers those it acknowledged.
 * @param {string} address
 * @param {number} first
 */
export function startWriting(address, first) {
  /** @type {number[]} */
  const acknowledged = [];
  let writing = true;
  const write = async () => {
    for (let number = first; writing; number++) {
      const response = await fetch(`${address}/?number=${number}`, { method: 'POST' }).catch(() => undefined);
      if (response?.ok) acknowledged.push(number);
      else await wait(20);
    }
  };
  const done = write();
  return {
    acknowledged,
    stop: async () => {
      writing = false;
      await done;
      return acknowledged;
    },
  };
}

/**
 * The answer of the server behind an address, or undefined while it has none.
 * @param {string} address
 * @returns {Promise<any>} what stand-in-server.mjs says
 */
export const ask = (address) =>
  fetch(address).then(
    (response) => (response.ok ? /** @type {Promise<any>} */ (response.json()) : undefined),
    () => undefined,
  );
