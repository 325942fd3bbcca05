import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../../scripts/database/database.mjs';

/** What a portal is told, so that it says in its log what it drew and how often it asked its database for that. */
export const SAYS_DRAWINGS = { LOG_LEVEL: 'debug' };
const POLL_MS = 10;
const PATIENCE_MS = 30_000;
/** Processes that begin together on a busy machine, and pages that are slow the first time. */
const WARM_UP_MS = 180_000;

/** @typedef {{ pid: number, msg?: string, path?: string, statements?: number }} Line `pid`: the process that drew it */

/** What a portal draws, as its log tells it from now on. */
export class Drawings {
  #file;
  #at;
  #rest = '';
  /** @type {Line[]} */
  #heard = [];

  /** @param {string} dataDir */
  constructor(dataDir) {
    this.#file = openSync(join(dataDir, 'log', 'server.log'), 'r');
    this.#at = fstatSync(this.#file).size;
  }

  #hear() {
    const { size } = fstatSync(this.#file);
    const buffer = Buffer.alloc(Math.max(size - this.#at, 0));
    this.#at += readSync(this.#file, buffer, 0, buffer.length, this.#at);
    const lines = (this.#rest + buffer.toString()).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines.filter((one) => one.includes('"drawn"'))) this.#heard.push(JSON.parse(line));
  }

  /**
   * Asks until a page is drawn, and answers how many statements were sent for that; `path` is Next's own. What was changed
   * may come to the portal's ears only after the first request.
   * @param {string} path
   * @param {() => Promise<unknown>} ask
   */
  async next(path, ask) {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(POLL_MS)) {
      await ask();
      this.#hear();
      const found = this.#heard.find((line) => line.path === path);
      this.#heard = [];
      if (found) return found.statements ?? Number.NaN;
    }
    throw new Error(`${path} was not drawn.`);
  }

  /**
   * Asks until so many processes have each drawn all of these pages: one that is new is slow, and asks its database for more.
   * @param {number} processes
   * @param {string[]} paths
   * @param {() => Promise<unknown>} ask
   */
  async byEach(processes, paths, ask) {
    const wanted = new Set(paths);
    /** @type {Map<number, Set<string>>} */
    const drawn = new Map();
    const enough = () => [...drawn.values()].filter(({ size }) => size === wanted.size).length >= processes;
    for (const until = Date.now() + WARM_UP_MS; !enough(); ) {
      if (Date.now() > until) throw new Error(`Not all of ${processes} processes drew all of the pages.`);
      await ask();
      this.#hear();
      for (const { pid, path = '' } of this.#heard.splice(0)) {
        if (wanted.has(path)) drawn.set(pid, (drawn.get(pid) ?? new Set()).add(path));
      }
    }
  }

  /** How many pages were drawn since it was asked last. */
  count() {
    this.#hear();
    return this.#heard.splice(0).length;
  }

  close() {
    closeSync(this.#file);
  }
}

/**
 * Has every process of a portal draw all its pages anew: it hears something that makes no sense, and so does not know what
 * has changed.
 * @param {string} databaseUrl
 */
export async function forgetAll(databaseUrl) {
  await query(databaseUrl, `SELECT pg_notify('still_pages', 'something has changed')`);
}

/**
 * Takes back what carries one of these tags, as a withdrawal does: whoever asks next waits until it is drawn. What the portal keeps for
 * all its pages it goes on keeping.
 * @param {string} databaseUrl
 * @param {string[]} tags
 */
export async function takeBack(databaseUrl, tags) {
  const message = JSON.stringify({ from: 'a measurement', tags: [...tags, 'still:forget'] });
  await query(databaseUrl, `SELECT pg_notify('still_pages', '${message}')`);
}
