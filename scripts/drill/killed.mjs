import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureDatabase } from '../database/database.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, findServer, startPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { addressForServer } from '../database/server-role.mjs';
import { folderOf, startOf, waitForEnd } from '../ground/processes.mjs';
import { sealingKeysOf } from '../ground/sealing-keys.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { wipe } from '../tests/test-database.mjs';
import { openKillLedger } from './kill-ledger.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Place } from '../database/postgres-place.mjs' */

/**
 * `told`: what the server is told besides, as `synchronous_commit=off`.
 * @typedef {{ dataDir: string, writes: number, kills: number, told?: string[] | undefined, progress?: (text: string) => void }} Trial
 */

const PROGRAM = join(ROOT, 'test', 'servers', 'writer-process.ts');
/** Writes that one process has in hand at a time, and milliseconds after which one that failed is sent again, as a phone does. */
const IN_HAND = 8;
const AGAIN_MS = 100;
/** Milliseconds for a killed process to be gone. */
const GONE_MS = 10_000;
/** Women a session: those who sign up, and those who come to the door. */
const A_SESSION = 200;
const BLOWS = /** @type {const} */ (['application', 'database', 'both']);

/**
 * A process of the portal that writes; it says by messages what came of each.
 * @param {Place} place
 * @param {string} databaseUrl
 */
async function startWriter(place, databaseUrl) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: place.dataDir,
    DATABASE_PATIENCE: '6',
    NODE_ENV: 'production',
    NEXTAUTH_SECRET: 'a secret of this trial alone, and long enough',
  };
  const child = fork(PROGRAM, [], { env, execArgv: ['--conditions=react-server', '--import', 'tsx'] });
  child.on('error', () => {}); // a message that a killed one no longer takes
  await new Promise((ready, ended) => child.once('message', ready).once('close', ended));
  return child;
}

/**
 * Everything that works on a cluster is gone at one instant, as when the power goes: held first, so that none writes what another one left.
 * @param {Place} place
 */
export async function killServer(place) {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && folderOf(Number(name)) === place.cluster);
  const first = findServer(place)?.pid ?? 0;
  const servers = [...new Set([first, ...numbers.map(Number)])].map((pid) => ({ pid, started: startOf(pid) }));
  const alive = servers.filter(({ started }) => started);
  for (const signal of /** @type {const} */ (['SIGSTOP', 'SIGKILL']))
    for (const { pid } of alive) if (startOf(pid)) process.kill(pid, signal);
  await Promise.all(alive.map((server) => waitForEnd(server, GONE_MS)));
}

/**
 * Has all tasks written by a process, each sent again until it is acknowledged, whoever is killed meanwhile.
 * @param {{ writes: number, acknowledged: Set<number>, stage: unknown, onEach: () => void }} how
 */
function dispatcher({ writes, acknowledged, stage, onEach }) {
  /** @type {{ number: number, id: string }[]} */
  const tasks = Array.from({ length: writes }, (_, at) => ({ number: at + 1, id: randomUUID() }));
  /** @type {ChildProcess | undefined} */
  let writer;
  const send = (/** @type {{ number: number, id: string } | undefined} */ task) => {
    if (task && writer?.connected) writer.send({ task }, () => {});
    else if (task) tasks.unshift(task);
  };
  return {
    /** @param {ChildProcess} child */
    employ: (child) => {
      writer = child;
      /** @type {Map<number, { number: number, id: string }>} */
      const inHand = new Map();
      const next = () => {
        const task = tasks.shift();
        if (task) inHand.set(task.number, task);
        send(task);
      };
      child.on('message', async (/** @type {{ number: number, done: boolean }} */ { number, done }) => {
        const task = inHand.get(number);
        if (!task) return;
        inHand.delete(number);
        if (done) {
          acknowledged.add(number);
          onEach();
        } else {
          tasks.unshift(task);
          await wait(AGAIN_MS);
        }
        if (writer === child) next();
      });
      // whatever it had in hand nobody was told of
      child.once('close', () => tasks.unshift(...inHand.values()));
      child.send({ stage });
      for (let at = 0; at < IN_HAND; at++) next();
    },
  };
}

/**
 * A database in a scratch place, as a portal has it at its first start.
 * @param {Pick<Trial, 'dataDir' | 'told'>} trial
 */
async function openTrial({ dataDir, told = [] }) {
  await wipe(dataDir);
  openDataDir(dataDir);
  const place = { ...placeOf(dataDir, { logged: false }), told };
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), DATABASE);
  const owner = databaseAddress(place, DATABASE);
  await migrate(owner);
  sealingKeysOf(dataDir);
  return { place, owner, start: async () => startWriter(place, await addressForServer(owner, dataDir)) };
}

/**
 * What the writers write to: sessions that women sign up for, and a phone at their doors.
 * @param {ChildProcess} writer
 * @param {number} sessions
 * @returns {Promise<unknown>}
 */
const makeStage = (writer, sessions) =>
  new Promise((made, ended) => {
    writer.once('message', (/** @type {{ stage: unknown }} */ message) => made(message.stage)).once('close', ended);
    writer.send({ make: sessions });
  });

/**
 * Kills portal and database so many times while women sign up and phones tell of others, until all writes are acknowledged, and holds what is
 * there against the ledger.
 * @param {Trial} trial
 */
export async function writeAndKill({ dataDir, writes, kills, told, progress = () => {} }) {
  const { place, owner, start } = await openTrial({ dataDir, told });
  const { acknowledged, holdAgainst } = openKillLedger();
  let writer = await start();
  try {
    const stage = await makeStage(writer, Math.ceil(writes / A_SESSION));
    let changed = () => {};
    const work = dispatcher({ writes, acknowledged, stage, onEach: () => changed() });
    const reached = (/** @type {number} */ count) =>
      new Promise((resolve) => {
        changed = () => acknowledged.size >= count && resolve(undefined);
        changed();
      });
    work.employ(writer);
    const since = Date.now();
    for (let blow = 0; blow < kills; blow++) {
      await reached(Math.floor((writes * (blow + Math.random())) / kills));
      const whom = BLOWS[blow % BLOWS.length];
      if (whom !== 'database') writer.kill('SIGKILL');
      if (whom !== 'application') await killServer(place);
      progress(`${blow + 1} of ${kills} kills, ${acknowledged.size} of ${writes} writes`);
      if (whom !== 'application') await startPostgres(place);
      if (whom === 'database') continue;
      writer = await start();
      work.employ(writer);
    }
    await reached(writes);
    const seconds = (Date.now() - since) / 1000;
    return { ...(await holdAgainst(owner)), acknowledged: acknowledged.size, seconds };
  } finally {
    writer.kill('SIGKILL');
    await wipe(dataDir);
  }
}
