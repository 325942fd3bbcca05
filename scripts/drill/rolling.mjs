import { join } from 'node:path';
import { load } from '../../bench/load/load.mjs';
import { requestOf } from '../../bench/load/requests.mjs';
import { cookieOf } from '../../bench/portal/cookies.mjs';
import { runOrFail } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { buildPortal } from '../portal/build.mjs';
import { packRelease } from '../release/pack.mjs';
import { wipe } from '../tests/test-database.mjs';
import { TestPortal } from '../tests/test-portal.mjs';

/** @import { Display } from '../ground/steps.mjs' */
/** @import { Size } from './main.mjs' */

const REQUESTS = 10_000;
/** Requests that are asked in one go, and how many of them a second: what readers of a busy day ask. */
const AT_ONCE = { count: 1_000, rate: 100, connections: 16 };
const KEPT = ['/', '/en', '/tin-tuc', '/cam-nang', '/mo-hinh', '/do-phu', '/tap-huan'];
const DRAWN = ['/admin', '/admin/people', '/admin/coverage'];

/**
 * Has five servers take the place of one another: of this build, then of a finished one in another folder, and back.
 * @param {string} dataDir
 * @param {string} release
 */
async function rollFive(dataDir, release) {
  /** @type {number[]} */
  const took = [];
  for (const words of [[], [], [], ['--to', release], ['--back']]) {
    const since = Date.now();
    const env = { ...process.env, DATA_DIR: dataDir };
    const program = [join(ROOT, 'scripts', 'release', 'roll.mjs'), ...words];
    await runOrFail('No other server took its place.', process.execPath, program, { env });
    took.push((Date.now() - since) / 1000);
  }
  return took;
}

/**
 * Asks for as long as that work takes, and until enough were asked; says what came of all of them.
 * @param {Promise<unknown>} work
 * @param {Parameters<typeof load>[0]} job
 */
async function askDuring(work, job) {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  ended.catch(() => {});
  /** @type {Record<string, number>} */
  const statuses = {};
  let [asked, slowest] = [0, 0];
  for (; !done || asked < REQUESTS; asked += AT_ONCE.count) {
    const { all } = await load(job);
    slowest = Math.max(slowest, all.p99);
    for (const [status, count] of Object.entries(all.statuses)) statuses[status] = (statuses[status] ?? 0) + count;
  }
  await ended;
  return { statuses, asked, slowest };
}

/**
 * Relieves the server of a portal five times while 10,000 are asked and more: kept pages, and pages of an official who is signed in. Tells how many
 * were answered, and returns whether all were.
 * @param {Size} size
 * @param {Display} display
 */
export async function drillRolling({ members }, display) {
  const folder = join(ROOT, '.test', 'drill-rolling');
  const [dataDir, release] = [join(folder, 'portal'), join(folder, 'release')];
  await wipe(dataDir);
  await display.step('Build', (progress) => buildPortal(process.env, progress));
  await display.step('Release', () => packRelease(release));
  const password = 'drill-drill-drill';
  const env = { ...process.env, DATA_DIR: dataDir, DEMO_PASSWORD: password };
  await display.step(`${members} members`, async (progress) => {
    const program = [join(ROOT, 'scripts', 'seed.mjs'), '--members', String(members)];
    await runOrFail('The demonstration could not be filled in.', process.execPath, program, { env, onLine: progress });
  });
  const portal = new TestPortal({ dataDir, password, env: process.env });
  try {
    await display.step('Portal', async (progress) => void (await portal.start(progress)));
    const { PORTAL_URL = '', DATABASE_URL = '' } = portal.surroundings();
    const { hostname: host, port, host: name } = new URL(PORTAL_URL);
    const cookie = await cookieOf(DATABASE_URL, 'longhung@demo.invalid');
    const kinds = [
      { name: 'kept', weight: 200, requests: KEPT.map((path) => requestOf({ path, host: name })) },
      {
        name: 'drawn',
        weight: 1,
        requests: DRAWN.map((path) => requestOf({ path, host: name, fields: { Cookie: cookie } })),
      },
    ];
    const rolls = rollFive(dataDir, release);
    const { statuses, asked, slowest } = await askDuring(rolls, {
      host,
      port: Number(port),
      kinds,
      warmUp: 0,
      ...AT_ONCE,
    });
    const { 200: answered = 0, ...others } = statuses;
    const took = (await rolls).map((seconds) => `${seconds.toFixed(1)} s`).join(', ');
    display.line(`
Five servers took the place of one another, the fourth of another release and the fifth of the one before: ${took}.
${answered} of ${asked} requests were answered${answered === asked ? '' : `, otherwise ${JSON.stringify(others)}`}; 99 of 100 within ${slowest.toFixed(0)} ms at ${AT_ONCE.rate} a second.
${answered === asked ? 'Everything held.' : 'Something did NOT hold.'}`);
    return answered === asked;
  } finally {
    await portal.stop().catch(() => {});
    await wipe(dataDir);
  }
}
