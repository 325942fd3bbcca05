// Half a million members: how long a unit's page and a search for a member take, over the wire, for the official of a commune
// and for the province. Floor: 300 ms for 95 of 100 requests. BENCH_DATA names a folder that keeps the half million for the next time.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { query } from '../scripts/database.mjs';
import { runOrFail } from '../scripts/processes.mjs';
import { ROOT } from '../scripts/settings.mjs';
import { wipe } from '../scripts/test-database.mjs';
import { createTestPortal } from '../scripts/test-portal.mjs';

const MEMBERS = Number(process.env.BENCH_MEMBERS ?? 500_000);
const FLOOR_MS = 300;
const ROUNDS = 60;
const NAMES = ['lan', 'nguyen thi hoa', 'tran thi kim', 'hồng', 'đỗ thị', 'le thi ngoc anh', 'phuong', 'vu thi'];

/** A session of a demonstration account, made without its password. */
async function cookieOf(databaseUrl, email) {
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

async function unitOf(databaseUrl, level, within) {
  const [row] = await query(
    databaseUrl,
    `SELECT s.unit_id AS id FROM unit_span s LEFT JOIN unit c ON c.id = s.commune_id
     WHERE s.is_last AND s.level = $1::unit_level AND ($2::text IS NULL OR c.slug = $2) ORDER BY s.path LIMIT 1`,
    [level, within],
  );
  return row.id;
}

/** Milliseconds of one request, answered with 200 to its last byte. */
async function timed(address, cookie) {
  const begin = performance.now();
  const response = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${response.status} at ${address}`);
  return performance.now() - begin;
}

const share = (times, part) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1];

async function measure(title, addressOf, cookie) {
  for (let round = 0; round < 5; round++) await timed(addressOf(round), cookie);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(addressOf(round), cookie));
  const p95 = share(times, 0.95);
  const held = p95 <= FLOOR_MS;
  process.stdout.write(
    `${title}: half within ${share(times, 0.5).toFixed(0)} ms, 95 % within ${p95.toFixed(0)} ms${held ? '' : `  (floor: ${FLOOR_MS} ms)`}\n`,
  );
  return held;
}

const kept = process.env.BENCH_DATA;
const dataDir = kept ? resolve(kept) : join(ROOT, '.test', 'bench-records');
const password = 'bench-password';
if (!kept && existsSync(dataDir)) await wipe(dataDir);
if (!existsSync(join(dataDir, 'demo-password'))) {
  mkdirSync(dataDir, { recursive: true });
  await runOrFail(
    'The members could not be filled in.',
    process.execPath,
    [join(ROOT, 'scripts', 'seed.mjs'), '--members', String(MEMBERS)],
    { env: { ...process.env, DATA_DIR: dataDir, DEMO_PASSWORD: password, DATABASE_URL: '' } },
  );
}
const portal = createTestPortal({ dataDir, password, env: process.env });
let held = true;
try {
  await portal.start(() => {});
  const { PORTAL_URL: base, DATABASE_URL: databaseUrl } = portal.surroundings();
  const [province, official] = [
    await cookieOf(databaseUrl, 'province@demo.invalid'),
    await cookieOf(databaseUrl, 'longhung@demo.invalid'),
  ];
  const unit = {
    province: await unitOf(databaseUrl, 'province', null),
    commune: await unitOf(databaseUrl, 'commune', 'long-hung'),
    subAssociation: await unitOf(databaseUrl, 'sub_association', 'long-hung'),
  };
  const named = (round) => encodeURIComponent(NAMES[round % NAMES.length]);
  process.stdout.write(`${MEMBERS} members, one request at a time, ${ROUNDS} of each\n`);
  const measurements = [
    ['the page of the province', () => `${base}/admin/units/${unit.province}`, province],
    ['the page of a commune', () => `${base}/admin/units/${unit.commune}`, official],
    ['the page of a sub-association', () => `${base}/admin/units/${unit.subAssociation}`, official],
    ['members of a commune', () => `${base}/admin/people?unit=${unit.commune}`, official],
    ['a search in a commune', (round) => `${base}/admin/people?unit=${unit.commune}&q=${named(round)}`, official],
    ['members of the province', () => `${base}/admin/people?unit=${unit.province}`, province],
    ['a search in the province', (round) => `${base}/admin/people?unit=${unit.province}&q=${named(round)}`, province],
  ];
  for (const [title, addressOf, cookie] of measurements) held = (await measure(title, addressOf, cookie)) && held;
} finally {
  await portal.stop();
  if (!kept) await wipe(dataDir);
}
process.exit(held ? 0 : 1);
