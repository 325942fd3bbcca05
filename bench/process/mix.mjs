import { randomUUID } from 'node:crypto';
import { requestOf } from '../load/requests.mjs';
import { rolesOf } from '../officials/role-pages.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { openSession } from '../portal/sign-ups.mjs';
import { searchesOf } from '../readers/searches.mjs';

/** @import { Kind } from '../load/job.mjs' */
/** @import { Answers } from '../load/load.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

/** Of a thousand requests. What is drawn costs a thousand times as much as what is kept: more of it, and nothing else is measured. */
const WEIGHTS = { kept: 950, junk: 45, drawn: 2, signedIn: 2, signUps: 1 };
const JUNK = 400;
const SIGN_UPS = 5_000;
const QUERIES = 2_000;

/** What nobody means: paths that lead nowhere, guesses, words of programs that look for holes. */
const junkPaths = () =>
  Array.from({ length: JUNK }, (_, at) => [
    `/${randomUUID()}`,
    `/tin-tuc/${randomUUID()}`,
    `/wp-admin/${at}.php`,
    `/tin-tuc?${randomUUID()}=1`,
  ]).flat();

/**
 * What is asked on a day on which a story spreads, by whoever means well or not. The portal has to be behind a proxy: then
 * each comes from a network of her own.
 * @param {Ground} portal
 * @returns {Promise<Kind[]>}
 */
export async function mixOf(portal) {
  const host = `${portal.host}:${portal.port}`;
  const from = (/** @type {number} */ at) => ({ 'X-Forwarded-For': `10.${200 + (at % 20)}.${at % 250}.7` });
  const reading = (/** @type {string} */ path, /** @type {number} */ at) => requestOf({ path, host, fields: from(at) });
  const [official] = await rolesOf(portal.databaseUrl);
  const cookie = await cookieOf(portal.databaseUrl, official?.email ?? '');
  const opened = (official?.pages ?? []).flatMap(({ paths }) => paths);
  const session = await openSession(portal, SIGN_UPS);
  return [
    { name: 'kept', weight: WEIGHTS.kept, requests: (await keptPaths(portal.base)).map(reading) },
    { name: 'junk', weight: WEIGHTS.junk, requests: junkPaths().map(reading) },
    { name: 'drawn', weight: WEIGHTS.drawn, requests: searchesOf(QUERIES).map(reading) },
    {
      name: 'signed-in',
      weight: WEIGHTS.signedIn,
      requests: opened.map((path) => requestOf({ path, host, fields: { Cookie: cookie } })),
    },
    { weight: WEIGHTS.signUps, ...session.signUps(SIGN_UPS) },
  ];
}

/**
 * Answers that say that something broke: any 5xx but the 503 of a limit, and connections that ended without an answer.
 * @param {Answers} answers
 */
export const broken = ({ statuses }) =>
  Object.entries(statuses)
    .filter(([status]) => status === 'cut' || (Number(status) >= 500 && status !== '503'))
    .reduce((sum, [, count]) => sum + count, 0);
