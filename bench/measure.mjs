// The ground that measurements over the wire share: a demonstration of their own, somebody signed in, and how long
// requests take.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { query } from '../scripts/database/database.mjs';
import { runOrFail } from '../scripts/ground/processes.mjs';
import { ROOT } from '../scripts/ground/settings.mjs';
import { wipe } from '../scripts/tests/test-database.mjs';
import { TestPortal } from '../scripts/tests/test-portal.mjs';

/**
 * The address that a round asks for.
 * @typedef {(round: number) => string} AddressOf
 * @typedef {{ cookie?: string, floor: number }} How
 */

const ROUNDS = 60;
/** So many ask at the same time, as when officials work in the same hour. */
const AT_ONCE = [16, 64];
/**
 * Requests before the first is measured: they let every connection plan its statements once, as in a portal at work.
 */
const WARM_UP = 25;
const PASSWORD = 'bench-password';

/** Names a folder below which the data is kept for the next time. */
const KEPT = process.env.BENCH_DATA;

/**
 * A portal with so many members in a data folder of its own: `run` is given its address and its database. All is wiped
 * before and after, unless BENCH_DATA says where it is kept.
 * @param {string} name
 * @param {number} members
 * @param {(base: string, databaseUrl: string) => Promise<boolean>} run
 */
export async function withPortal(name, members, run) {
  const dataDir = KEPT ? resolve(KEPT, name) : join(ROOT, '.test', `bench-${name}`);
  if (!KEPT && existsSync(dataDir)) await wipe(dataDir);
  if (!existsSync(join(dataDir, 'demo-password'))) await fill(dataDir, members);
  const portal = new TestPortal({ dataDir, password: PASSWORD, env: process.env });
  try {
    await portal.start(() => {});
    const { PORTAL_URL: base, DATABASE_URL: databaseUrl } = portal.surroundings();
    // what a database does by itself within the hour after so much was written would else fall into the first measurements
    await query(databaseUrl, 'VACUUM ANALYZE');
    return await run(base, databaseUrl);
  } finally {
    await portal.stop();
    if (!KEPT) await wipe(dataDir);
  }
}

/**
 * @param {string} dataDir
 * @param {number} members
 */
async function fill(dataDir, members) {
  mkdirSync(dataDir, { recursive: true });
  await runOrFail(
    'The demonstration data could not be filled in.',
    process.execPath,
    [join(ROOT, 'scripts', 'seed.mjs'), '--members', String(members)],
    { env: { ...process.env, DATA_DIR: dataDir, DEMO_PASSWORD: PASSWORD, DATABASE_URL: '' } },
  );
}

/**
 * A session of a demonstration account, made without its password.
 * @param {string} databaseUrl
 * @param {string} email
 */
export async function cookieOf(databaseUrl, email) {
  const token = randomUUID();
  const hash = createHash('sha256').update(token).digest();
  await query(
    databaseUrl,
    `INSERT INTO account_session (id, account_id, token_hash, expires_at)
     SELECT gen_random_uuid(), id, $1, now() + interval '1 day' FROM account WHERE email = $2`,
    [hash, email],
  );
  return `next-auth.session-token=${token}`;
}

/**
 * Milliseconds of one request, answered with 200 to its last byte.
 * @param {string} address
 * @param {string | undefined} cookie
 */
async function timed(address, cookie) {
  const begin = performance.now();
  const response = await fetch(address, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${response.status} at ${address}`);
  return performance.now() - begin;
}

/**
 * @param {number[]} times
 * @param {number} part
 */
const share = (times, part) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? Number.NaN;

/**
 * Milliseconds of each of four requests a person, by so many people who ask again as soon as they are answered.
 * @param {number} people
 * @param {AddressOf} addressOf
 * @param {string | undefined} cookie
 */
async function crowd(people, addressOf, cookie) {
  const rounds = Array.from({ length: people * 4 }, (_, round) => round).values();
  /** @type {number[]} */
  const times = [];
  const ask = async () => {
    for (const round of rounds) times.push(await timed(addressOf(round), cookie));
  };
  await Promise.all(Array.from({ length: people }, ask));
  return times;
}

/**
 * Measures requests one at a time; true when 95 of 100 were within the floor. Also says how many times longer half of
 * them take with 16 and 64 at once: as many times where nothing is gained or lost.
 * @param {string} title
 * @param {AddressOf} addressOf
 * @param {How} how
 */
export async function measure(title, addressOf, { cookie, floor }) {
  for (let round = 0; round < WARM_UP; round++) await timed(addressOf(round), cookie);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(addressOf(round), cookie));
  const p95 = share(times, 0.95);
  const held = p95 <= floor;
  const half = share(times, 0.5);
  const crowds = [];
  for (const people of AT_ONCE)
    crowds.push(`${people} at once ×${(share(await crowd(people, addressOf, cookie), 0.5) / half).toFixed(1)}`);
  process.stdout.write(
    `${title}: half within ${half.toFixed(0)} ms, 95 % within ${p95.toFixed(0)} ms, ${crowds.join(', ')}${held ? '' : `  (floor: ${floor} ms)`}\n`,
  );
  return held;
}
