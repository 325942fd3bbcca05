// Women who sign up without an account: sixteen at once, for as long as it lasts; and two hundred at once for twenty seats,
// through two fronts over one database.
import { query } from '../../scripts/database/database.mjs';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { startBeside } from '../portal/beside.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY, CROWDED, openSession } from '../portal/sign-ups.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

const SECONDS = 10;
/** More than can be answered meanwhile. */
const WOMEN = 9_000;
const STORM = { women: 200, seats: 20 };

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 */
async function measureStream(sheet, portal) {
  const { host, port } = portal;
  const session = await openSession(portal, 1_000);
  await load({ host, port, connections: 16, warmUp: 0, kinds: [session.signUps(200)] });
  await sheet.before(`sign-ups for ${SECONDS} seconds, sixteen at once`);
  const { all } = await load({
    host,
    port,
    connections: 16,
    seconds: SECONDS,
    warmUp: 0,
    kinds: [session.signUps(WOMEN)],
  });
  sheet.note('sign-ups', all.rate, 'a second', { atLeast: 200 });
  sheet.note('p95 of sixteen at once', all.p95, 'ms', { atMost: 100 });
  sheet.note('answered other than that it was received', all.otherThan(303), 'answers', { atMost: 0 });
}

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 */
async function measureStorm(sheet, portal) {
  const beside = await startBeside(portal, BEHIND_A_PROXY);
  try {
    const session = await openSession(portal, STORM.seats);
    await sheet.before(`${STORM.women} women at once for ${STORM.seats} seats, through two fronts`);
    const half = STORM.women / 2;
    const halves = await Promise.all(
      [portal, beside].map(({ host, port }) =>
        load({ host, port, connections: half, warmUp: 0, kinds: [session.signUps(half)] }),
      ),
    );
    sheet.note('until the last is answered', Math.max(...halves.map(({ seconds }) => seconds)), 's', { atMost: 2 });
    const wrong = halves.reduce((sum, { all }) => sum + all.otherThan(303), 0);
    sheet.note('answered other than that it was received, in the storm', wrong, 'answers', { atMost: 0 });
    const [{ seats, places }] = await query(
      portal.databaseUrl,
      `SELECT count(DISTINCT seat_no)::int AS seats, count(*) FILTER (WHERE e.state = 'waiting')::int AS places
       FROM enrolment e JOIN session s ON s.id = e.session_id WHERE s.slug = $1`,
      [session.slug],
    );
    sheet.note('seats given, each once', seats, '', { atLeast: STORM.seats });
    sheet.note('places in the line', places, '', { atLeast: STORM.women - STORM.seats });
  } finally {
    await beside.stop();
  }
}

await measured('sign-ups', (sheet) =>
  withPortal({ name: CROWDED, env: BEHIND_A_PROXY }, async (portal) => {
    await measureStream(sheet, portal);
    await measureStorm(sheet, portal);
  }),
);
