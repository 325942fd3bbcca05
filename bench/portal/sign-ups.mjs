import { randomUUID } from 'node:crypto';
import { query } from '../../scripts/database/database.mjs';
import { requestOf } from '../load/requests.mjs';

/** @import { Kind } from '../load/job.mjs' */
/** @import { Ground } from './ground.mjs' */

/** The demonstration in which thousands sign up: ten thousand women who are to be told something weigh on an official's overview. */
export const CROWDED = 'sign-ups';

/** Behind a proxy of our own each woman comes from a network of her own, as limits count them. */
export const BEHIND_A_PROXY = { TRUST_PROXY: 'on' };
/** Past the triggers, as a dump is read in: a session that was decided long ago. */
const OPEN_SESSION = (/** @type {string} */ slug, /** @type {number} */ seats) => `
  SET session_replication_role = replica;
  INSERT INTO session (id, course_id, unit_id, slug, mode, starts_at, ends_at, seats, audience, language, state, demo)
  SELECT gen_random_uuid(), (SELECT id FROM course WHERE retired_on IS NULL ORDER BY code LIMIT 1), u.id, '${slug}', 'in_person',
    date_trunc('day', now()) + interval '21 days 1 hour', date_trunc('day', now()) + interval '21 days 3 hours', ${seats}, 'everyone', 'vi', 'approved', true
  FROM unit u WHERE u.level = 'commune' AND u.slug = 'long-hung';
  SET session_replication_role = origin`;

let women = 0;

/**
 * A session three weeks ahead that nobody has signed up for, and women who do, each with a number and a network of her own.
 * @param {Ground} portal
 * @param {number} seats
 */
export async function openSession(portal, seats) {
  const slug = `bench-${randomUUID()}`;
  await query(portal.databaseUrl, OPEN_SESSION(slug, seats));
  const [text] = await query(
    portal.databaseUrl,
    `SELECT id FROM consent_text WHERE purpose = 'training' AND locale = 'vi' ORDER BY edition DESC LIMIT 1`,
  );
  // a number of a woman in each run is another one than in the run before, whose women the database may keep
  const run = Number(process.hrtime.bigint() % 9_000n) + 1_000;
  /**
   * @param {number} count
   * @returns {Kind}
   */
  const signUps = (count) => ({
    name: 'sign-ups',
    once: true,
    requests: Array.from({ length: count }, () => requestFor(portal, { slug, consentText: text.id, run })),
  });
  return { slug, signUps };
}

/**
 * @param {Ground} portal
 * @param {{ slug: string, consentText: string, run: number }} session
 */
function requestFor({ host, port, base }, { slug, consentText, run }) {
  const woman = women++;
  const phone = `09${run}${String(woman % 10_000).padStart(4, '0')}`;
  const network = `10.${(woman >> 16) & 255}.${(woman >> 8) & 255}.${woman & 255}`;
  const said = { session: slug, locale: 'vi', name: 'Nguyễn Thị Đo', phone, consent: 'yes', consentText };
  const fields = { 'X-Forwarded-For': network, Origin: base };
  const path = '/api/enrolments';
  return requestOf({ path, host: `${host}:${port}`, method: 'POST', fields, form: new URLSearchParams(said) });
}
