import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainProblem, tail } from '../ground/problem.mjs';
import { isRunning, killProcess, launch, stopProcess, waitForEnd } from '../ground/processes.mjs';
import { addressOf, ROOT } from '../ground/settings.mjs';
import { programOf, surroundingsIn } from './program.mjs';
import { feelPulse } from './pulse.mjs';
import { listenTo, setAsideLog } from './server-log.mjs';

/** @import { Hear, Note } from '../ground/processes.mjs' */
/** @import { Settings } from '../ground/settings.mjs' */

const LISTEN_MS = 100;
const READY_PATIENCE_MS = 120_000;
/** The server ends by itself within eight seconds, whatever is open; one that hangs is made to. */
export const STOP_PATIENCE_MS = 8_500;
/** One that is relieved ends within 65 seconds. */
const RELIEVED_PATIENCE_MS = 70_000;
const SILENCE_MS = 10_000;

/**
 * The program of the portal. Tests of the commands put a small stand-in in its place, split at blanks.
 * @param {boolean} development
 * @param {string} folder
 */
function program(development, folder) {
  const standIn = process.env.PORTAL_SERVER;
  return standIn ? standIn.split(' ') : programOf('main', { development, folder });
}

/**
 * What a portal is started with, found out on the way there.
 * @typedef {{ databaseUrl: string, secret: string, demo: boolean, password?: string | undefined, development: boolean }} Found
 */

/**
 * The surroundings of the server.
 * @param {Settings} settings
 * @param {Found} found
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(settings, { databaseUrl, secret, demo, password, development }) {
  const portalUrl = settings.portalUrl ?? addressOf(settings);
  return {
    ...process.env,
    NODE_ENV: development ? 'development' : 'production',
    HOST: settings.host,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    PORTAL_URL: portalUrl,
    NEXTAUTH_URL: portalUrl,
    NEXTAUTH_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: '1',
    // its log says them in its own form
    NODE_NO_WARNINGS: '1',
    ...(demo && { DEMO: 'on', DEMO_PASSWORD: password }),
  };
}

/**
 * How a server is started. `socket`: the number of a socket that is held for it; `relieves`: another one answers there until this one can, and its
 * log goes on; `folder`: the release that is started.
 * @typedef {{ hear: Hear, say: Hear, watched?: boolean, socket?: number | undefined, relieves?: boolean, folder?: string }} How
 */

/**
 * Starts the server and waits until it is ready; what it says afterwards goes to `hear`. It writes into a file and
 * not to us, so that it outlives a killed command.
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} surroundings
 * @param {How} how
 */
export async function startServer(settings, surroundings, how) {
  const { hear, say, watched = true, socket, relieves = false, folder = ROOT } = how;
  const file = join(settings.dataDir, 'log', 'server.log');
  if (!relieves) setAsideLog(file);
  const log = openSync(file, 'a', 0o600);
  const env = {
    ...surroundings,
    ...surroundingsIn(folder),
    ...(socket === undefined ? {} : { LISTEN_FD: '3' }),
    RELIEVES: relieves ? 'on' : 'off',
  };
  const [command = '', ...args] = program(env.NODE_ENV === 'development', folder);
  /** @type {string[]} */
  const said = [];
  let ready = false;
  const stopListening = listenTo(file, (line) => {
    if (ready) return hear(line);
    said.push(line);
    ready = line.includes('ready on ');
  });
  const server = launch(command, args, {
    cwd: folder,
    env,
    stdio: ['ignore', log, log, ...(socket === undefined ? [] : [socket])],
  });
  closeSync(log);
  await untilReady(server, { isReady: () => ready, said, stopListening });
  const stopAsking = watched ? feelPulse({ address: healthOf(settings), silenceMs: SILENCE_MS, onSilence }) : () => {};
  // it is ended, so that whoever looks whether it is alive starts it again
  function onSilence() {
    say(`The server has not answered for ${SILENCE_MS / 1000} s and is ended.`);
    killProcess(server);
  }
  const forget = async () => {
    stopAsking();
    await wait(2 * LISTEN_MS); // its last words
    stopListening();
  };
  server.ended.then(forget);
  const stop = () => stopProcess(server, { patienceMs: STOP_PATIENCE_MS });
  /** Lets it answer what it was asked, and nothing new: another one does that. */
  async function relieve() {
    stopAsking();
    stopListening(); // whoever comes in its place hears the log
    if (isRunning(server)) process.kill(server.pid, 'SIGUSR2');
    if (!(await waitForEnd(server, RELIEVED_PATIENCE_MS))) await stop();
  }
  return { isAlive: () => isRunning(server), stop, relieve };
}

/**
 * @param {Note} server
 * @param {{ isReady: () => boolean, said: string[], stopListening: () => void }} how
 */
async function untilReady(server, { isReady, said, stopListening }) {
  const until = Date.now() + READY_PATIENCE_MS;
  while (!isReady()) {
    const ended = !isRunning(server);
    if (ended) await wait(2 * LISTEN_MS); // its last words
    if (ended || Date.now() > until) {
      await stopProcess(server, { patienceMs: STOP_PATIENCE_MS });
      stopListening();
      throw new PlainProblem(
        ended ? 'The server ended while starting.' : 'The server is not ready after two minutes.',
        tail(said.join('\n')),
      );
    }
    await wait(LISTEN_MS / 2);
  }
}

/**
 * The address at which this machine asks a server that listens everywhere.
 * @param {{ host: string, port: number }} settings
 */
function healthOf({ host, port }) {
  /** @type {Record<string, string>} */
  const nearby = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const near = nearby[host] ?? host;
  return `${addressOf({ host: near, port })}/healthz`;
}
