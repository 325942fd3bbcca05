import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase, query } from '../database/database.mjs';
import { lookAtDatabase } from '../database/database-look.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, findServer, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { generateClient } from '../database/prisma.mjs';
import { addressForServer } from '../database/server-role.mjs';
import { installPackages } from '../ground/install.mjs';
import { takeLock } from '../ground/lock.mjs';
import { freePort, holdPort, whyNotListen } from '../ground/ports.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { keepNotesIn, stopChildren, stopLeftovers } from '../ground/processes.mjs';
import { sealingKeysOf } from '../ground/sealing-keys.mjs';
import { addressOf, keep, makeSecret, openDataDir, pushKeysOf } from '../ground/settings.mjs';
import { skipped } from '../ground/steps.mjs';
import { refuseUnfit } from '../release/fits.mjs';
import { answerRoll, Rolling } from '../release/rolling.mjs';
import { buildPortal } from './build.mjs';
import { demoPassword, dropHalfFilled, fillDemonstration, layGround } from './demo.mjs';
import { keepAlive } from './keep-alive.mjs';
import { STOP_PATIENCE_MS, serverEnvironment } from './server.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */
/** @import { Hear } from '../ground/processes.mjs' */
/** @import { Settings } from '../ground/settings.mjs' */
/** @import { Display, Progress } from '../ground/steps.mjs' */

/** The name of the portal's database in the embedded server. */
export const DATABASE = 'portal';
/** @param {string} dataDir */
export const lockFileOf = (dataDir) => join(dataDir, 'portal.lock');
/**
 * There while a database that was put back is not settled: whoever was erased since is in it, and sessions are open.
 * @param {string} dataDir
 */
export const unsettledFile = (dataDir) => join(dataDir, 'restore-unsettled');

/** Tests of these commands run a small server instead of the portal; it needs no build and no demonstration data. */
const isStandIn = () => process.env.PORTAL_SERVER !== undefined;

/** @param {{ port: number, host: string }} settings */
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
export class Portal {
  /** @type {(() => Promise<void>)[]} */
  #keepers = [];
  /** @type {Place | undefined} */
  #place;
  /** @type {Awaited<ReturnType<typeof takeLock>> | undefined} */
  #lock;
  /** @type {Awaited<ReturnType<typeof holdPort>> | undefined} */
  #port;
  /** @type {Rolling | undefined} */
  #server;
  /** @type {Promise<unknown>} */
  #opening = Promise.resolve();
  #closing = false;

  /**
   * @param {Settings} settings
   * @param {Display} display
   * @param {{ development?: boolean, hear?: Hear }} [how]
   */
  constructor(settings, display, { development = false, hear = () => {} } = {}) {
    this.settings = { ...settings };
    this.display = display;
    this.development = development;
    this.hear = hear;
  }

  open() {
    const opening = this.#bringUp();
    this.#opening = opening;
    return opening;
  }

  async close() {
    this.#closing = true;
    this.#lock?.announceEnd();
    const watching = this.#keepers.map((stop) => stop());
    await stopChildren({ patienceMs: STOP_PATIENCE_MS });
    await Promise.all(watching);
    this.#port?.close();
    const stopDatabase = async () => this.#place && stopPostgres(this.#place);
    await stopDatabase(); // at once, should it still be starting after a crash
    await this.#opening.catch(() => {});
    await stopDatabase(); // and once more, should it only just have been launched
    this.#lock?.();
  }

  /**
   * No step begins once the portal is being closed.
   * @template T
   * @param {string} title
   * @param {(progress: Progress) => T | Promise<T>} work
   */
  #step(title, work) {
    if (this.#closing) throw new PlainProblem('Stopped.');
    return this.display.step(title, work);
  }

  async #bringUp() {
    const { settings } = this;
    const { dataDir } = settings;
    refuseUnfit(settings);
    const address = await this.#takeFolder();
    const demo = !settings.databaseUrl;
    const password = demo ? demoPassword(dataDir, settings.demoPassword) : undefined;
    await this.#step('Packages', installPackages);
    await this.#step('Prisma client', generateClient);
    const databaseUrl = await this.#openDatabase();
    // The build asks no database, so one is made ready while the other builds.
    const [serverUrl] = await Promise.all([this.#makeReady(databaseUrl, password), this.#build()]);
    const secret = process.env.NEXTAUTH_SECRET || keep(join(dataDir, 'secret'), makeSecret);
    sealingKeysOf(dataDir);
    pushKeysOf(dataDir);
    const { development } = this;
    const env = serverEnvironment(settings, { databaseUrl: serverUrl, secret, demo, password, development });
    await this.#serve(env, databaseUrl);
    return { address, password };
  }

  /** Makes the data folder this portal's own, and tidies up after one that was killed; returns the address it will have. */
  async #takeFolder() {
    const { settings } = this;
    const { dataDir } = settings;
    openDataDir(dataDir);
    if (existsSync(unsettledFile(dataDir)))
      throw new PlainProblem('A restore broke off before it was settled: run `npm run restore` again, then start.');
    if (settings.port === 0) settings.port = await freePort(settings.host);
    const address = addressOf(settings);
    this.#lock = await takeLock(lockFileOf(dataDir), { purpose: 'the portal runs', address });
    const left = await stopLeftovers(join(dataDir, 'processes'));
    if (left > 0) this.display.line(`  The last run ended without stopping: ${left} of its processes stopped now.`);
    keepNotesIn(join(dataDir, 'processes'));
    await refuseTakenPort(settings);
    return address;
  }

  async #openDatabase() {
    const { databaseUrl } = this.settings;
    if (databaseUrl) {
      await this.#step('Database', async () => `${await lookAtDatabase(databaseUrl)}, as DATABASE_URL says`);
      return databaseUrl;
    }
    await this.#step('Database', () => this.#openEmbedded(this.#embedded));
    const place = this.#embedded;
    const isAlive = () => findServer(place) !== undefined;
    this.#keep('The database', isAlive, () => startPostgres(place));
    return databaseAddress(place, DATABASE);
  }

  /** The place of the embedded database, looked for when it is first needed. */
  get #embedded() {
    this.#place ??= placeOf(this.settings.dataDir);
    return this.#place;
  }

  /** @param {Place} place */
  async #openEmbedded(place) {
    const { adopted } = await startPostgres(place);
    const maintenanceUrl = databaseAddress(place, 'postgres');
    const anew = await dropHalfFilled(place.dataDir, { maintenanceUrl, name: DATABASE });
    await ensureDatabase(maintenanceUrl, DATABASE);
    const [{ server_version: version }] = await query(maintenanceUrl, 'SHOW server_version');
    const remarks = [
      `PostgreSQL ${version}, embedded`,
      adopted && 'taken over',
      anew && 'emptied, its filling was interrupted',
    ];
    return remarks.filter(Boolean).join(', ');
  }

  /**
   * Brings the tables up to date and fills them; returns the address for the running server.
   * @param {string} databaseUrl
   * @param {string | undefined} password of the demonstration, where this portal is one
   */
  async #makeReady(databaseUrl, password) {
    const { dataDir, serverDatabaseUrl } = this.settings;
    await this.#step('Tables', (progress) => migrate(databaseUrl, progress));
    const isOurs = password !== undefined;
    const [serverUrl] = await Promise.all([
      isOurs ? addressForServer(databaseUrl, dataDir) : (serverDatabaseUrl ?? databaseUrl),
      this.#fill(databaseUrl, password),
    ]);
    return serverUrl;
  }

  /**
   * @param {string} databaseUrl
   * @param {string | undefined} password of the demonstration, where this portal is one
   */
  #fill(databaseUrl, password) {
    if (isStandIn()) return;
    const { dataDir } = this.settings;
    return password === undefined
      ? this.#step('Places and courses', (progress) => layGround(databaseUrl, progress))
      : this.#step('Demonstration data', (progress) => fillDemonstration({ dataDir, databaseUrl, password }, progress));
  }

  #build() {
    const isNeeded = !this.development && !isStandIn();
    return this.#step('Build', (progress) => (isNeeded ? buildPortal(process.env, progress) : skipped('not needed')));
  }

  /**
   * @param {NodeJS.ProcessEnv} env
   * @param {string} ownerUrl
   */
  async #serve(env, ownerUrl) {
    const { settings, hear } = this;
    this.#port = await holdPort(settings.port, settings.host);
    // A first page in development may be compiled for longer than a server may be silent.
    const how = { hear, say: this.display.line, watched: !this.development, socket: this.#port.fd };
    const server = new Rolling(settings, { env, ownerUrl, how });
    await this.#step('Server', () => server.start());
    this.#server = server;
    this.#keep('The server', server.isAlive, () => server.start());
  }

  /** Has another server take the place of the one at work, as `npm run roll` asks. */
  async roll() {
    await answerRoll(this.settings.dataDir, this.#closing || this.development ? undefined : this.#server);
  }

  /**
   * @param {string} name
   * @param {() => boolean} isAlive
   * @param {() => Promise<unknown>} revive
   */
  #keep(name, isAlive, revive) {
    this.#keepers.push(keepAlive({ name, isAlive, revive, say: this.display.line }));
  }
}
