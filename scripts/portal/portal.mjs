import { join } from 'node:path';
import { ensureDatabase, query } from '../database/database.mjs';
import { lookAtDatabase } from '../database/database-look.mjs';
import { databaseAddress, findServer, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { generateClient, migrate } from '../database/prisma.mjs';
import { addressForServer } from '../database/server-role.mjs';
import { installPackages } from '../ground/install.mjs';
import { takeLock } from '../ground/lock.mjs';
import { freePort, whyNotListen } from '../ground/ports.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { keepNotesIn, stopChildren, stopLeftovers } from '../ground/processes.mjs';
import { addressOf, keep, makeSecret, openDataDir, sealingKeysOf } from '../ground/settings.mjs';
import { skipped } from '../ground/steps.mjs';
import { buildPortal } from './build.mjs';
import { demoPassword, dropHalfFilled, fillDemonstration, layGround } from './demo.mjs';
import { keepAlive } from './keep-alive.mjs';
import { STOP_PATIENCE_MS, serverEnvironment, startServer } from './server.mjs';

/** The name of the portal's database in the embedded server. */
export const DATABASE = 'portal';
export const lockFileOf = (dataDir) => join(dataDir, 'portal.lock');

/** Tests of these commands run a small server instead of the portal; it needs no build and no demonstration data. */
const isStandIn = () => process.env.PORTAL_SERVER !== undefined;

async function refuseTakenPort({ port, host }) {
  const reason = await whyNotListen(port, host);
  if (reason === 'EADDRINUSE')
    throw new PlainProblem(`Port ${port} is in use by another program. Choose another one: PORT=${port + 1} npm start`);
  if (reason === 'EACCES')
    throw new PlainProblem(`Port ${port} needs more rights than this user has. Choose one above 1023.`);
  if (reason) throw new PlainProblem(`The portal cannot listen on ${host}, port ${port} (${reason}).`);
}

/**
 * The portal as a whole: packages, database, contents, build, server, and everything that keeps them going. `open()`
 * brings it up step by step and returns what a person needs to know; `close()` stops it in order.
 */
export function createPortal(given, display, { development = false, hear = () => {} } = {}) {
  const settings = { ...given };
  const keepers = [];
  let place;
  let releaseLock = () => {};
  let opening = Promise.resolve();
  let closing = false;

  /** No step begins once the portal is being closed. */
  function step(title, work) {
    if (closing) throw new PlainProblem('Stopped.');
    return display.step(title, work);
  }

  /** The embedded server, watched from now on; returns the address of the portal's database. */
  async function openEmbedded() {
    place = placeOf(settings.dataDir);
    const { adopted } = await startPostgres(place);
    const maintenanceUrl = databaseAddress(place, 'postgres');
    const anew = await dropHalfFilled(settings.dataDir, { maintenanceUrl, name: DATABASE });
    await ensureDatabase(maintenanceUrl, DATABASE);
    const [{ server_version: version }] = await query(maintenanceUrl, 'SHOW server_version');
    const remarks = [
      `PostgreSQL ${version}, embedded`,
      adopted && 'taken over',
      anew && 'emptied, its filling was interrupted',
    ];
    return remarks.filter(Boolean).join(', ');
  }

  function watchEmbedded() {
    const isAlive = () => findServer(place) !== undefined;
    keepers.push(keepAlive({ name: 'The database', isAlive, revive: () => startPostgres(place), say: display.line }));
  }

  async function openDatabase() {
    if (settings.databaseUrl) {
      await step('Database', async () => `${await lookAtDatabase(settings.databaseUrl)}, as DATABASE_URL says`);
      return settings.databaseUrl;
    }
    await step('Database', openEmbedded);
    watchEmbedded();
    return databaseAddress(place, DATABASE);
  }

  async function serve(env) {
    // A first page in development may be compiled for longer than a server may be silent.
    const how = { hear, say: display.line, watched: !development };
    let server = await step('Server', () => startServer(settings, env, how));
    const revive = async () => {
      server = await startServer(settings, env, how);
    };
    keepers.push(keepAlive({ name: 'The server', isAlive: () => server.isAlive(), revive, say: display.line }));
  }

  async function bringUp() {
    const { dataDir } = settings;
    openDataDir(dataDir);
    if (settings.port === 0) settings.port = await freePort(settings.host);
    const address = addressOf(settings);
    releaseLock = await takeLock(lockFileOf(dataDir), { purpose: 'the portal runs', address });
    const left = await stopLeftovers(join(dataDir, 'processes'));
    if (left > 0) display.line(`  The last run ended without stopping: ${left} of its processes stopped now.`);
    keepNotesIn(join(dataDir, 'processes'));
    await refuseTakenPort(settings);

    const demo = !settings.databaseUrl;
    const password = demo ? demoPassword(dataDir, settings.demoPassword) : undefined;
    await step('Packages', installPackages);
    await step('Prisma client', generateClient);
    const databaseUrl = await openDatabase();
    await step('Tables', () => migrate(databaseUrl));
    const serverUrl = demo ? await addressForServer(databaseUrl, dataDir) : (settings.serverDatabaseUrl ?? databaseUrl);
    const secret = process.env.NEXTAUTH_SECRET || keep(join(dataDir, 'secret'), makeSecret);
    sealingKeysOf(dataDir);
    const env = serverEnvironment(settings, { databaseUrl: serverUrl, secret, demo, password, development });
    // The build asks no database, so one fills while the other builds.
    const fill = () =>
      demo
        ? step('Demonstration data', (progress) => fillDemonstration({ dataDir, databaseUrl, password }, progress))
        : step('Places and courses', (progress) => layGround(databaseUrl, progress));
    const build = (progress) => (development || isStandIn() ? skipped('not needed') : buildPortal(env, progress));
    await Promise.all([...(isStandIn() ? [] : [fill()]), step('Build', build)]);
    await serve(env);
    return { address, password };
  }

  async function close() {
    closing = true;
    releaseLock.announceEnd?.();
    const watching = keepers.map((stop) => stop());
    await stopChildren({ patienceMs: STOP_PATIENCE_MS });
    await Promise.all(watching);
    const stopDatabase = async () => place && stopPostgres(place);
    await stopDatabase(); // at once, should it still be starting after a crash
    await opening.catch(() => {});
    await stopDatabase(); // and once more, should it only just have been launched
    releaseLock();
  }

  return {
    open: () => {
      opening = bringUp();
      return opening;
    },
    close,
  };
}
