import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../database/database.mjs';
import { PlainProblem } from '../ground/problem.mjs';

/** @typedef {{ lost: number, doubled: number, trail: number, wrong: number }} Held */

/** Women who fill in the form at a time, and milliseconds after which one who read no answer sends it again. */
const IN_HAND = 8;
const AGAIN_MS = 250;
/** Whoever waits longer for an answer sends it again. */
const PATIENCE_MS = 30_000;
/** Where nobody is told anything for so long, the portal does not come back. */
const SILENCE_MS = 300_000;
/** Sessions that they sign up for. */
const SESSIONS = 20;
/** Of all women of a round, their numbers begin so, and go on with five figures. */
const PREFIX = /** @type {const} */ ({ first: '09770', second: '09771' });
/** @typedef {keyof typeof PREFIX} Round */

const OPEN = `
  SELECT slug FROM session WHERE state = 'approved' AND starts_at > now() + interval '2 days' AND audience IN ('members', 'priority_groups', 'everyone')
  ORDER BY starts_at, id LIMIT ${SESSIONS}`;
const WORDS = `SELECT id::text FROM consent_text WHERE purpose = 'training' AND locale = 'vi' ORDER BY edition DESC LIMIT 1`;
/** Every woman of a round by her number, how often she stands there, and how many entries the trail has of her. */
const THERE = `
  SELECT n.phone, count(*)::int AS count, coalesce(sum(written.count), 0)::int AS entries
  FROM enrolment e JOIN app.number n ON n.row_id = e.id
    LEFT JOIN LATERAL (SELECT count(*) FROM audit_entry a WHERE a.action = 'signUpForSession' AND a.subject_id = e.id) written ON true
  WHERE n.phone LIKE $1 GROUP BY n.phone`;

/** @param {Round} round */
const likeOf = (round) => `+84${PREFIX[round].slice(1)}%`;

/**
 * What women sign up for, and the words that they agree to.
 * @param {string} databaseUrl for its owner
 */
async function readStage(databaseUrl) {
  const sessions = await query(databaseUrl, OPEN);
  const [words] = await query(databaseUrl, WORDS);
  if (sessions.length === 0 || !words) throw new PlainProblem('The demonstration has no session to sign up for.');
  return { slugs: sessions.map(({ slug }) => String(slug)), consentText: String(words.id) };
}

/**
 * Sends the form of one woman once, as a browser does, from a network of her own. Says whether she was told that it was received.
 * @param {string} origin
 * @param {Awaited<ReturnType<typeof readStage>>} stage
 * @param {{ number: number, round: Round }} woman
 */
async function send(origin, { slugs, consentText }, { number, round }) {
  const session = slugs[number % slugs.length] ?? '';
  const phone = `${PREFIX[round]}${String(number).padStart(5, '0')}`;
  const form = { session, locale: 'vi', name: 'Cô Sáu', phone, consent: 'yes', consentText };
  const answer = await fetch(`${origin}/api/enrolments`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-for': `10.${round === 'first' ? 1 : 2}.${number >> 8}.${number & 255}` },
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.arrayBuffer();
  return answer.status === 303 && /said=received$/.test(answer.headers.get('location') ?? '');
}

/**
 * Has so many women sign up through the portal's own form, each again until she was told that it was received, whoever is killed meanwhile. Who was
 * told stands in a ledger outside of portal and database.
 * @param {{ origin: string, databaseUrl: string, writes: number, round: Round }} how
 */
export async function startSigningUp({ origin, databaseUrl, writes, round }) {
  const stage = await readStage(databaseUrl);
  const before = await query(databaseUrl, THERE, [likeOf(round)]);
  if (before.length > 0) throw new PlainProblem('Somebody of the demonstration has a number of this drill.');
  /** @type {Set<number>} */
  const told = new Set();
  const answers = new EventEmitter();
  let [next, sent, stopped] = [0, 0, false];
  const askers = Array.from({ length: IN_HAND }, async () => {
    for (let number = next++; number < writes && !stopped; number = next++) {
      for (; !told.has(number) && !stopped; ) {
        sent += 1;
        if (!(await send(origin, stage, { number, round }).catch(() => false))) await wait(AGAIN_MS);
        else {
          told.add(number);
          answers.emit('told');
        }
      }
    }
  });
  return {
    told,
    /** How many forms were sent, those again that nobody answered. */
    sent: () => sent,
    /** Waits for so many, up to the very answer: whoever kills then finds what was acknowledged before it was written. */
    reached: async (/** @type {number} */ count) => {
      while (told.size < count)
        await once(answers, 'told', { signal: AbortSignal.timeout(SILENCE_MS) }).catch(() => {
          throw new PlainProblem(
            `Nobody was told anything for ${SILENCE_MS / 60_000} minutes: the portal does not come back.`,
          );
        });
    },
    stop: async () => {
      stopped = true;
      await Promise.all(askers);
    },
    /**
     * Holds what is there against the ledger.
     * @returns {Promise<Held>}
     */
    holdAgainst: async () => {
      const rows = await query(databaseUrl, THERE, [likeOf(round)]);
      const there = new Set(rows.map(({ phone }) => Number(String(phone).slice(-5))));
      const [{ wrong }] = await query(databaseUrl, 'SELECT count(*)::int AS wrong FROM app.verify_audit()');
      return {
        lost: [...told].filter((number) => !there.has(number)).length,
        doubled: rows.filter(({ count }) => count > 1).length,
        trail: rows.reduce((sum, { count, entries }) => sum + Math.abs(entries - count), 0),
        wrong,
      };
    },
  };
}
