import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseAddress, findServer } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { holderOf } from '../ground/lock.mjs';
import { freePort } from '../ground/ports.mjs';
import { PlainProblem, tail } from '../ground/problem.mjs';
import { launch, stopProcess } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { DATABASE, lockFileOf } from '../portal/portal.mjs';

/** @import { Progress } from '../ground/steps.mjs' */

/** The patience, counted anew at each sign of progress: on a busy machine all together may take as long as it takes. */
const PATIENCE_MS = 600_000;
/** Lines of a step that only show that it still waits. */
const STILL_THERE = /^ {2}…/;
const STOP_PATIENCE_MS = 60_000;
/** Characters of what it says that are held, for the failure of a test: a portal at work says something of each page. */
const SAID_MAX = 100_000;
/** Empty, these keep what a file `.env` says away from the portal under test: above all another database. */
const HIDDEN_FROM_FILE = { DATABASE_URL: '', PORTAL_URL: '', NEXTAUTH_SECRET: '', SEALING_KEYS: '' };

/**
 * The portal as a newcomer starts it, in a data folder of its own on a free port: the command itself is tested.
 * `start()` returns the seconds; `stop()` checks that it stopped.
 */
export class TestPortal {
  /** @type {ReturnType<typeof launch> | undefined} */
  #command;
  #said = '';
  /** @type {number | undefined} */
  #port;

  /** @param {{ dataDir: string, password: string, env: NodeJS.ProcessEnv }} how */
  constructor({ dataDir, password, env }) {
    this.dataDir = dataDir;
    this.password = password;
    this.env = env;
  }

  /** @param {Progress} progress */
  async start(progress) {
    this.#port ??= await freePort();
    const since = Date.now();
    this.#command = launch(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
      env: this.#ownSurroundings(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await this.#untilReady(this.#command, progress);
    return (Date.now() - since) / 1000;
  }

  #ownSurroundings() {
    return {
      ...this.env,
      ...HIDDEN_FROM_FILE,
      DATA_DIR: this.dataDir,
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      DEMO_PASSWORD: this.password,
      NO_COLOR: '1',
      // as most servers keep it, whatever the machine of the tests does
      TZ: 'UTC',
      // a machine that runs tests is busy with more than the portal
      DATABASE_PATIENCE: '6',
    };
  }

  /**
   * @param {ReturnType<typeof launch>} command
   * @param {Progress} progress
   * @returns {Promise<void>}
   */
  #untilReady(command, progress) {
    this.#said = '';
    let isReady = false;
    return new Promise((resolve, reject) => {
      const giveUp = (/** @type {string} */ sentence) => reject(new PlainProblem(sentence, tail(this.#said, 60)));
      const sentence = `The portal was not ready, and nothing went on for ${PATIENCE_MS / 60_000} minutes.`;
      const timer = setTimeout(() => giveUp(sentence), PATIENCE_MS);
      command.ended.then(() => giveUp('The portal did not start.'));
      const hear = (/** @type {string} */ text) => {
        this.#said = (this.#said + text).slice(-SAID_MAX);
        if (isReady) return;
        const lines = text.split('\n').filter((line) => line.trim() !== '' && !STILL_THERE.test(line));
        if (lines.length > 0) timer.refresh();
        for (const line of lines) if (/^ {2}[✔–✖]/.test(line)) progress(line.trim());
        isReady = this.#said.includes('is ready at');
        if (!isReady) return;
        clearTimeout(timer);
        resolve();
      };
      for (const stream of [command.child.stdout, command.child.stderr]) stream?.setEncoding('utf8').on('data', hear);
    });
  }

  async stop() {
    const command = this.#command;
    if (!command) return;
    const { code, signal } = await stopProcess(command, { patienceMs: STOP_PATIENCE_MS }).then(() => command.ended);
    this.#command = undefined;
    if (code !== 0) throw new PlainProblem(`The portal did not stop in order (${signal ?? code}).`, tail(this.#said));
    const left = findServer(placeOf(this.dataDir));
    if (left) throw new PlainProblem(`Its database is still at work (process ${left.pid}).`);
  }

  /** The process of the command. */
  get pid() {
    return this.#command?.pid;
  }

  /** The server's words, for the failure of a journey. */
  log() {
    return tail(readFileSync(join(this.dataDir, 'log', 'server.log'), 'utf8'), 60);
  }

  /** What whoever visits this portal is told of it. */
  surroundings() {
    return {
      ...this.env,
      PORTAL_URL: `http://127.0.0.1:${this.#port}`,
      DATABASE_URL: databaseAddress(placeOf(this.dataDir), DATABASE),
      DEMO_PASSWORD: this.password,
    };
  }
}

/** The build is shared: a new one would pull the ground from under a portal that runs from this folder. */
export function refuseBesideRunningPortal() {
  const holder = holderOf(lockFileOf(join(ROOT, '.data')));
  if (holder) throw new PlainProblem(`The portal runs from this folder at ${holder.address}; stop it before testing.`);
}
