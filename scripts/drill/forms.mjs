import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../database/database.mjs';
import { databaseAddress } from '../database/postgres.mjs';
import { placeOf } from '../database/postgres-place.mjs';
import { runOrFail, startOf, waitForEnd } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { DATABASE } from '../portal/portal.mjs';
import { wipe } from '../tests/test-database.mjs';
import { TestPortal } from '../tests/test-portal.mjs';
import { killServer } from './killed.mjs';
import { startSigningUp } from './sign-ups.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Size } from './main.mjs' */
/** @import { Held } from './sign-ups.mjs' */

const FOLDER = join(ROOT, '.test', 'drill-forms');
const PASSWORD = 'drill-drill-drill';
const BLOWS = /** @type {const} */ (['application', 'database', 'both']);
const GONE_MS = 10_000;
/** A database that acknowledges before it has written, for whoever connects from then on. */
const EARLY = [
  `ALTER DATABASE ${DATABASE} SET synchronous_commit = off`,
  `ALTER SYSTEM SET wal_writer_delay = '5s'`,
  'SELECT pg_reload_conf()',
];

/**
 * The processes of the portal's server: the front as the start command has noted it, and those that draw behind it.
 * @param {string} dataDir
 */
function serversOf(dataDir) {
  const noted = readdirSync(join(dataDir, 'processes')).filter((name) => /^\d+$/.test(name));
  return noted.flatMap((pid) => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
      return [pid, ...children].map(Number);
    } catch {
      return []; // ended meanwhile
    }
  });
}

/**
 * Every process of the server is gone at one instant, with what it was answering.
 * @param {string} dataDir
 */
async function killPortal(dataDir) {
  const servers = serversOf(dataDir).map((pid) => ({ pid, started: startOf(pid) }));
  const alive = servers.filter(({ started }) => started);
  for (const signal of /** @type {const} */ (['SIGSTOP', 'SIGKILL']))
    for (const { pid } of alive) if (startOf(pid)) process.kill(pid, signal);
  await Promise.all(alive.map((server) => waitForEnd(server, GONE_MS)));
  return alive.length;
}

/**
 * Kills the server, the database, or both, so many times while women sign up; the start command brings back what was killed. Holds what is there
 * against what they were told.
 * @param {{ portal: TestPortal, round: 'first' | 'second', writes: number, kills: number }} how
 * @param {(text: string) => void} progress
 */
async function killWhileSigningUp({ portal, round, writes, kills }, progress) {
  const { PORTAL_URL: origin = '', DATABASE_URL: databaseUrl = '' } = portal.surroundings();
  const place = placeOf(portal.dataDir);
  const women = await startSigningUp({ origin, databaseUrl, writes, round });
  const since = Date.now();
  try {
    for (let blow = 0; blow < kills; blow++) {
      await women.reached(Math.floor((writes * (blow + Math.random())) / kills));
      const whom = BLOWS[blow % BLOWS.length];
      if (whom !== 'database') await killPortal(portal.dataDir);
      if (whom !== 'application') await killServer(place);
      progress(`${blow + 1} of ${kills} kills, ${women.told.size} of ${writes} women`);
    }
    await women.reached(writes);
    const seconds = (Date.now() - since) / 1000;
    return { ...(await women.holdAgainst()), told: women.told.size, sent: women.sent(), seconds };
  } finally {
    await women.stop();
  }
}

/** @param {Held} held */
const isWhole = ({ lost, doubled, trail, wrong }) => lost + doubled + trail + wrong === 0;

/**
 * Has a whole portal killed while women sign up through its form, and tells whether everybody who was told so stands there, once; then the same with
 * a database that acknowledges too early. Returns whether both held.
 * @param {Size} size
 * @param {Display} display
 */
export async function drillForms({ members, forms: writes, blows: kills }, display) {
  const dataDir = join(FOLDER, 'portal');
  await wipe(dataDir);
  const env = { ...process.env, DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, TRUST_PROXY: 'on' };
  await display.step(`${members} members`, async (progress) => {
    const program = [join(ROOT, 'scripts', 'seed.mjs'), '--members', String(members)];
    await runOrFail('The demonstration could not be filled in.', process.execPath, program, { env, onLine: progress });
  });
  const portal = new TestPortal({ dataDir, password: PASSWORD, env: { ...process.env, TRUST_PROXY: 'on' } });
  try {
    await display.step('Portal', async (progress) => void (await portal.start(progress)));
    /** @param {string} title @param {'first' | 'second'} round */
    const tried = async (title, round) => {
      /** @type {Awaited<ReturnType<typeof killWhileSigningUp>> | undefined} */
      let found;
      await display.step(title, async (progress) => {
        found = await killWhileSigningUp({ portal, round, writes, kills }, progress);
      });
      if (!found) throw new Error('nothing was tried');
      return found;
    };
    const well = await tried('Killed while women sign up', 'first');
    for (const sql of EARLY) await query(databaseAddress(placeOf(dataDir), DATABASE), sql);
    await killPortal(dataDir);
    const early = await tried('The same with synchronous_commit=off', 'second');
    const held = isWhole(well) && early.lost > 0;
    display.line(`
${kills} times kill -9 of a whole portal, its database, or both, in ${well.seconds.toFixed(0)} s: of ${well.told} women who were told by the form that they are on the list ${well.lost} were lost and ${well.doubled} stand there twice;
${well.sent} forms were sent for them; the trail has ${well.trail === 0 ? 'one entry for each' : `${well.trail} entries too many or too few`}, and is ${well.wrong === 0 ? 'whole' : 'NOT whole'}.
With synchronous_commit=off the same finds ${early.lost} of ${early.told} lost${early.lost > 0 ? ', as it must' : ': it would not have found any'}.
${held ? 'Everything held.' : 'Something did NOT hold.'}`);
    return held;
  } finally {
    await portal.stop().catch(() => {});
    await wipe(dataDir);
  }
}
