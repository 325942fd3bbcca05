import { closeSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PlainProblem, tail } from './problem.mjs';
import { isRunning, launch, stopProcess } from './processes.mjs';
import { addressOf, ROOT } from './settings.mjs';

const LISTEN_MS = 100;
const READY_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 20_000;
const LOG_MAX = 20_000_000;

/** The program of the portal. Tests of the commands put a small stand-in in its place, split at blanks. */
function program() {
  const standIn = process.env.PORTAL_SERVER;
  return standIn ? standIn.split(' ') : [process.execPath, '--import', 'tsx', join(ROOT, 'server', 'main.ts')];
}

/** What the server is told by its surroundings. */
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
    ...(demo && { DEMO: 'on', DEMO_PASSWORD: password }),
  };
}

/** Follows a growing file from its end: `listen()` returns what was added, and cuts the file when it has grown too long. */
function followFile(file) {
  let at = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return function listen() {
    const handle = openSync(file, 'r+');
    try {
      const { size } = fstatSync(handle);
      if (size < at) at = 0;
      const added = Buffer.alloc(size - at);
      readSync(handle, added, 0, added.length, at);
      at = size;
      if (size > LOG_MAX) ftruncateSync(handle, 0); // its writer appends, so it goes on at the beginning
      return added.toString('utf8');
    } finally {
      closeSync(handle);
    }
  };
}

/** Keeps the log of the run before, so that a crash can still be read about. */
function setAsideLog(file) {
  if (statSync(file, { throwIfNoEntry: false })) renameSync(file, `${file}.before`);
}

/** Hears what the server says until it is over; `hear` gets whole lines. */
function listenTo(file, hear) {
  const listen = followFile(file);
  let rest = '';
  const timer = setInterval(() => {
    const lines = (rest + listen()).split('\n');
    rest = lines.pop();
    lines.forEach(hear);
  }, LISTEN_MS);
  return () => clearInterval(timer);
}

/**
 * Starts the server and waits until it is ready. It writes into a file and not to us, so that it outlives a killed command
 * unharmed; what it says afterwards goes to `hear`. Returns `{ isAlive, stop }`.
 */
export async function startServer(settings, env, hear) {
  const file = join(settings.dataDir, 'log', 'server.log');
  setAsideLog(file);
  const log = openSync(file, 'a', 0o600);
  const [command, ...args] = program();
  const said = [];
  let ready = false;
  const stopListening = listenTo(file, (line) => {
    if (ready) return hear(line);
    said.push(line);
    ready = line.includes('ready on ');
  });
  const server = launch(command, args, { env, stdio: ['ignore', log, log] });
  closeSync(log);
  const stop = async () => {
    await stopProcess(server, { patienceMs: STOP_PATIENCE_MS });
    stopListening();
  };
  const until = Date.now() + READY_PATIENCE_MS;
  while (!ready) {
    const ended = !isRunning(server);
    if (ended) await wait(2 * LISTEN_MS); // its last words
    if (ended || Date.now() > until) {
      await stop();
      throw new PlainProblem(
        ended ? 'The server ended while starting.' : 'The server is not ready after two minutes.',
        tail(said.join('\n')),
      );
    }
    await wait(LISTEN_MS / 2);
  }
  return { isAlive: () => isRunning(server), stop };
}
