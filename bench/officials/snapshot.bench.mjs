// The figures of the city are frozen for its report, with as many members as there may be: how long that takes, what readers
// notice of it, and how long an official waits from her tap until it is signed.
import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../../scripts/database/database.mjs';
import { connected, takenBack } from '../database/compared.mjs';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { demonstrationOrWhy, LARGE } from '../portal/demonstrations.mjs';
import { withPortal } from '../portal/ground.mjs';
import { formsOf } from '../portal/html.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { measureOnce, readers } from '../references/contender.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */
/** @import { Measured } from '../references/contender.mjs' */

const READERS = 16;
const SECONDS = 10;
/** Pages a second that readers ask for where they leave room for other work: three hundred times what a portal of today is asked. */
const ASKED_A_SECOND = 1_000;
const PATIENCE_MS = 120_000;
const GOAL = { seconds: { atMost: 30 }, rate: { atLeast: 0.8 }, wrong: { atMost: 0 } };

/** The newest month that the city has not signed. */
const UNSIGNED = `
  SELECT u.id AS unit, p.id AS period, p.starts_on, p.ends_on - 1 AS day FROM unit u CROSS JOIN reporting_period p LEFT JOIN report r ON r.unit_id = u.id AND r.period_id = p.id
  WHERE u.level = 'province' AND p.kind = 'month' AND p.ends_on <= app.today() AND coalesce(r.state, 'draft') = 'draft' ORDER BY p.starts_on DESC LIMIT 1`;
const SIGNING = `
  SELECT s.state FROM report_signing s JOIN report r ON r.id = s.report_id WHERE r.unit_id = $1 AND r.period_id = $2 ORDER BY s.asked_at DESC LIMIT 1`;

/** @typedef {{ unit: string, period: string, starts_on: Date, day: Date }} Month */

/**
 * A way to freeze the figures of a month and take that back: answers with seconds.
 * @param {Ground} portal
 * @param {Month} month
 */
function freezing({ databaseUrl }, { unit, starts_on, day }) {
  const once = takenBack((client) =>
    client.query('SELECT app.take_snapshot($1, $2::date, $3::date, NULL)', [unit, starts_on, day]),
  );
  return async () => {
    let seconds = Number.NaN;
    await connected(databaseUrl, async (client) => {
      seconds = (await once(client)) / 1_000;
    });
    return seconds;
  };
}

/**
 * Readers ask for some seconds while figures are frozen one time after the other.
 * @template Answer
 * @param {() => Promise<number>} freeze
 * @param {() => Promise<Answer>} read
 * @returns {Promise<{ answer: Answer, slowest: number }>}
 */
async function besideFreezing(freeze, read) {
  let going = true;
  let slowest = 0;
  const freezes = async () => {
    while (going) slowest = Math.max(slowest, await freeze());
  };
  const [answer] = await Promise.all([
    read().finally(() => {
      going = false;
    }),
    freezes(),
  ]);
  return { answer, slowest };
}

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {Month} month
 * @param {string[]} paths
 */
async function measureFreezing(sheet, portal, month, paths) {
  const freeze = freezing(portal, month);
  await freeze(); // what is read from a disk once is read
  await sheet.before('the figures of the city are frozen, nobody else asks');
  sheet.note('a snapshot of the city', await freeze(), 's', GOAL.seconds);

  const full = () => measureOnce(portal, { paths, connections: READERS, seconds: SECONDS });
  for (const path of paths) await (await fetch(portal.base + path)).arrayBuffer(); // drawn, so that all of them are kept
  await full(); // to grow warm
  const own = await full();
  const { answer, slowest } = await besideFreezing(freeze, full);
  sheet.note(`a snapshot while ${READERS} readers ask at full rate`, slowest, 's', GOAL.seconds);
  sheet.note('readers at full rate meanwhile: ÷ undisturbed', answer.rate / own.rate, '×', GOAL.rate);
  sheet.note('readers at full rate meanwhile: other than 200', answer.wrong, 'answers', GOAL.wrong);

  const { host, port } = portal;
  const some = async () =>
    (
      await load({
        host,
        port,
        connections: READERS,
        rate: ASKED_A_SECOND,
        seconds: SECONDS,
        kinds: [readers(portal, paths)],
      })
    ).all;
  const alone = await some();
  const beside = await besideFreezing(freeze, some);
  const title = `readers at ${ASKED_A_SECOND} pages a second meanwhile`;
  sheet.note(`${title}: ÷ undisturbed`, beside.answer.rate / alone.rate, '×', GOAL.rate);
  sheet.note(`${title}: p99`, beside.answer.p99, `ms (undisturbed ${alone.p99.toFixed(1)})`);
  sheet.note(`${title}: other than 200`, beside.answer.otherThan(200), 'answers', GOAL.wrong);
}

/**
 * Opens the report of the month, signs it as it stands, and waits until that is done.
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {Month} month
 */
async function measureSigning(sheet, portal, { unit, period }) {
  const cookie = await cookieOf(portal.databaseUrl, 'province@demo.invalid');
  const path = `${portal.base}/admin/reports/${unit}/${period}`;
  await sheet.before('the report of the city is opened, and signed');
  const opened = performance.now();
  const form = await until(async () =>
    formsOf(await (await fetch(path, { headers: { cookie } })).text()).find((each) => each.has('seen')),
  );
  sheet.note('the report of the city: until it is filled in', (performance.now() - opened) / 1_000, 's', GOAL.seconds);
  const tapped = performance.now();
  const headers = { cookie, origin: portal.base };
  const answer = await fetch(path, { method: 'POST', headers, body: form, redirect: 'manual' });
  await answer.arrayBuffer();
  sheet.note('the tap that signs it: until she is answered', performance.now() - tapped, 'ms', { atMost: 1_000 });
  const state = await until(async () => {
    const [row] = await query(portal.databaseUrl, SIGNING, [unit, period]);
    return row?.state === 'waiting' ? undefined : row?.state;
  });
  sheet.note('from the tap until it is signed', (performance.now() - tapped) / 1_000, 's', GOAL.seconds);
  sheet.note('signings that were refused', Number(state !== 'signed'), '', GOAL.wrong);
}

/**
 * What is there at last, looked for ten times a second.
 * @template Found
 * @param {() => Promise<Found | undefined>} find
 * @returns {Promise<Found>}
 */
async function until(find) {
  const last = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > last) throw new Error('It did not come within two minutes.');
    await wait(100);
  }
}

await measured('snapshot', async (sheet) => {
  const label = `${LARGE.toLocaleString('en')} members`;
  const why = await demonstrationOrWhy(LARGE);
  if (why) return sheet.skip(label, why);
  await withPortal({ members: LARGE }, async (portal) => {
    const [month] = await query(portal.databaseUrl, UNSIGNED);
    if (!month) return sheet.skip(label, 'The city has signed every month.');
    await measureFreezing(sheet, portal, month, await keptPaths(portal.base));
    await measureSigning(sheet, portal, month);
  });
});
