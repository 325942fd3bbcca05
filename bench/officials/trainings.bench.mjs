// Twenty thousand sessions and six hundred thousand attendances: public lists and calendars, a trainer's day and the
// signed-in lists, over the wire, in production mode. Floor: 200 ms for 95 of 100 requests.
import { query } from '../../scripts/database/database.mjs';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { requestOf } from '../load/requests.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY } from '../portal/sign-ups.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

const SESSIONS = Number(process.env.BENCH_SESSIONS ?? 20_000);
const ATTENDANCES = Number(process.env.BENCH_ATTENDANCES ?? 600_000);
const FLOOR_MS = 200;
/** Months and weeks of a province have thousands of sessions; they are measured, and held to what a reader still calls at once. */
const WIDE_FLOOR_MS = 500;

/**
 * Sessions, as many as are wanted in all: over a year and a half back and eight weeks ahead, in halls and with
 * trainers that are there.
 */
const FILL_SESSIONS = `
  INSERT INTO session (id, course_id, unit_id, venue_id, slug, mode, starts_at, ends_at, seats, audience, state, demo)
  SELECT gen_random_uuid(), c.ids[1 + n % cardinality(c.ids)], v.unit_id, NULL, 'bench-' || n, 'unit_meeting', at, at + interval '90 minutes', 60,
    'everyone', CASE WHEN at < now() THEN 'held' WHEN n % 12 = 0 THEN 'proposed' ELSE 'approved' END::session_state, true
  FROM generate_series(1, $1::int) n
    CROSS JOIN (SELECT array_agg(id) AS ids FROM course WHERE retired_on IS NULL) c
    CROSS JOIN (SELECT array_agg(unit_id ORDER BY unit_id) AS units FROM unit_span WHERE is_last AND level = 'sub_association') u
    CROSS JOIN LATERAL (SELECT u.units[1 + (n * 7) % cardinality(u.units)] AS unit_id) v
    CROSS JOIN LATERAL (SELECT date_trunc('day', now()) + ((n * 37) % 600 - 544) * interval '1 day' + (1 + n % 12) * interval '1 hour' AS at) t`;
const FILL_TRAINERS = `
  INSERT INTO session_trainer (session_id, trainer_id, starts_at, ends_at, state)
  SELECT s.id, t.ids[1 + (row_number() OVER (ORDER BY s.id))::int % cardinality(t.ids)], s.starts_at, s.ends_at, s.state
  FROM session s CROSS JOIN (SELECT array_agg(DISTINCT person_id) AS ids FROM account WHERE person_id IS NOT NULL) t
  WHERE s.slug LIKE 'bench-%' ON CONFLICT DO NOTHING`;
const FILL_ENROLMENTS = `
  INSERT INTO enrolment (id, session_id, name, origin, state, seat_no, arrival_no)
  SELECT gen_random_uuid(), s.id, 'Người học ' || k, 'official', 'confirmed', k, k
  FROM (SELECT id FROM session WHERE slug LIKE 'bench-%' AND state = 'held') s CROSS JOIN generate_series(1, $1::int) k`;
const FILL_ATTENDANCES = `
  INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival)
  SELECT e.id, e.session_id, e.person_id, (CASE WHEN e.seat_no % 9 = 0 THEN 'absent' ELSE 'present' END)::attendance_mark, 1, false, e.arrival_no
  FROM enrolment e JOIN session s ON s.id = e.session_id WHERE s.slug LIKE 'bench-%' AND s.state = 'held'
    AND NOT EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = e.id)`;

/**
 * @param {string} url
 * @param {string} table
 * @returns {Promise<number>}
 */
const countOf = async (url, table) => (await query(url, `SELECT count(*)::int AS n FROM ${table}`))[0].n;

/**
 * Rows are written past the triggers, as a dump is read in: what is measured is reading.
 * @param {string} url
 */
async function fill(url) {
  const past = (/** @type {string} */ sql, /** @type {number | undefined} */ value = undefined) =>
    query(
      url,
      `SET session_replication_role = replica; ${sql.replace('$1', String(value))}; SET session_replication_role = origin`,
    );
  await past(FILL_SESSIONS, Math.max(0, SESSIONS - (await countOf(url, 'session'))));
  await past(FILL_TRAINERS);
  const [{ n: held }] = await query(
    url,
    `SELECT count(*)::int AS n FROM session WHERE slug LIKE 'bench-%' AND state = 'held'`,
  );
  const missing = Math.max(0, ATTENDANCES - (await countOf(url, 'attendance')));
  await past(FILL_ENROLMENTS, Math.ceil(missing / Math.max(1, held)));
  await past(FILL_ATTENDANCES);
  await query(url, 'ANALYZE');
}

/** Requests before the first is measured, alone, and where sixteen ask. */
const ROUNDS = { warm: 25, alone: 60, crowd: 160 };

/**
 * A page with its path by round, and the milliseconds that 95 of 100 may take.
 * @typedef {{ title: string, path: (round: number) => string, goal: number, cookie?: string }} Page
 */

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {Page} page
 */
async function measurePage(sheet, { host, port }, { title, path, goal, cookie }) {
  // twenty networks: what is drawn for each who asks is limited by network
  const requests = Array.from({ length: 20 }, (_, round) =>
    requestOf({
      path: path(round),
      host: `${host}:${port}`,
      fields: { 'X-Forwarded-For': `10.9.0.${round}`, ...(cookie && { Cookie: cookie }) },
    }),
  );
  const ask = (/** @type {number} */ connections, /** @type {number} */ count) =>
    load({ host, port, connections, count, warmUp: 0, kinds: [{ name: title, requests }] });
  await ask(1, ROUNDS.warm);
  await sheet.before(title);
  const { all: alone } = await ask(1, ROUNDS.alone);
  const { all: crowd } = await ask(16, ROUNDS.crowd);
  sheet.note(`${title}: p95`, alone.p95, 'ms', { atMost: goal });
  sheet.note(`${title}: p95 of sixteen at once`, crowd.p95, 'ms');
  sheet.note(`${title}: other than 200`, alone.otherThan(200) + crowd.otherThan(200), 'answers', { atMost: 0 });
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<Page[]>}
 */
async function pagesOf(databaseUrl) {
  const trainer = await cookieOf(databaseUrl, 'trainer@demo.invalid');
  const official = await cookieOf(databaseUrl, 'longhung@demo.invalid');
  const province = await cookieOf(databaseUrl, 'province@demo.invalid');
  const communes = await query(databaseUrl, `SELECT code FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 20`);
  const code = (/** @type {number} */ round) => communes[round % communes.length].code;
  const narrow = { goal: FLOOR_MS };
  const wide = { goal: WIDE_FLOOR_MS };
  return [
    { title: 'the public list, as it is kept', path: () => '/tap-huan', ...narrow },
    { title: 'the public list of a commune', path: (round) => `/tap-huan?commune=${code(round)}`, ...narrow },
    { title: 'the public list of a topic', path: () => '/tap-huan?topic=vneid', ...narrow },
    {
      title: 'the public month of a commune',
      path: (round) => `/tap-huan?view=month&commune=${code(round)}`,
      ...narrow,
    },
    { title: 'the public month of the province', path: () => '/tap-huan?view=month', ...wide },
    { title: 'the public week of the province', path: () => '/tap-huan?view=week', ...wide },
    { title: "a trainer's day", path: () => '/admin/trainings?view=day&own=yes', ...narrow, cookie: trainer },
    { title: "a trainer's week", path: () => '/admin/trainings?view=week&own=yes', ...narrow, cookie: trainer },
    { title: "a trainer's list", path: () => '/admin/trainings', ...narrow, cookie: trainer },
    { title: 'the list of a commune', path: () => '/admin/trainings', ...narrow, cookie: official },
    { title: "the province's list", path: () => '/admin/trainings', ...narrow, cookie: province },
    { title: "the province's month", path: () => '/admin/trainings?view=month', ...wide, cookie: province },
    { title: 'the calendar of a commune', path: (round) => `/lich.ics?commune=${code(round)}`, ...narrow },
  ];
}

await measured('trainings', (sheet) =>
  withPortal({ name: 'trainings', env: BEHIND_A_PROXY }, async (portal) => {
    await fill(portal.databaseUrl);
    const [sessions, attendances] = await Promise.all(
      ['session', 'attendance'].map((table) => countOf(portal.databaseUrl, table)),
    );
    process.stdout.write(`  ${sessions} sessions, ${attendances} attendances\n`);
    for (const page of await pagesOf(portal.databaseUrl)) await measurePage(sheet, portal, page);
  }),
);
