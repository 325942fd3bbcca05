// Kept public pages, asked for by 1, 16 and 64 readers at once with a browser's head, beside nginx and a bare server that
// answer the same bytes in the same run.
import { measured } from '../figures/sheet.mjs';
import { withPortal } from '../portal/ground.mjs';
import { keptPaths, OPEN_DATA } from '../portal/public-paths.mjs';
import { compare } from '../references/contender.mjs';
import { NO_NGINX, withReferences } from '../references/references.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Contender, Measured } from '../references/contender.mjs' */

const READERS = [1, 16, 64];
/** The load takes a core of its own: near that, both are as fast as it is, and only processor time tells them apart. */
const AT_ITS_LIMIT = 0.95;
/** How many times as long as the reference's the slowest of a hundred may take, by readers at once. */
const SLOWEST = new Map([
  [16, 3],
  [64, 2],
]);

/**
 * What is asked for: `of` names it before its figures.
 * @typedef {{ of: string, paths: string[] }} What
 */

/**
 * @param {Sheet} sheet
 * @param {{ of: string, readers: number }} asked
 * @param {{ name: string, own: Measured, other: Measured }} pair
 */
function noteRatios(sheet, { of, readers }, { name, own, other }) {
  const isGoal = SLOWEST.has(readers);
  const limit = other.busy > AT_ITS_LIMIT ? ' (the load is at its limit)' : '';
  const goal = (/** @type {import('../figures/verdict.mjs').Goal} */ wanted) => (isGoal ? wanted : undefined);
  const title = `${of}c=${readers}`;
  sheet.note(`${title}: answers a second, ÷ ${name}`, own.rate / other.rate, `×${limit}`, goal({ atLeast: 0.9 }));
  sheet.note(`${title}: processor time, ÷ ${name}`, own.micros / other.micros, '×', goal({ atMost: 1.3 }));
  const slowest = SLOWEST.get(readers);
  sheet.note(`${title}: p99, ÷ ${name}`, own.p99 / other.p99, '×', slowest ? { atMost: slowest } : undefined);
}

/**
 * @param {Sheet} sheet
 * @param {Contender[]} contenders the portal, what its goal is measured by, and whatever else there is
 * @param {What} what
 */
async function measure(sheet, contenders, { of, paths }) {
  for (const readers of READERS) {
    const title = `${of}c=${readers}`;
    await sheet.before(`${of}${readers} at once, ${paths.length} addresses`);
    const [own, first, ...others] = await compare(contenders, { paths, connections: readers });
    if (!own || !first) continue;
    sheet.note(`${title}: the portal`, own.rate, 'answers a second');
    sheet.note(`${title}: the portal, an answer`, own.micros, 'µs of processor time');
    sheet.note(`${title}: the portal, p99`, own.p99, 'ms');
    sheet.note(`${title}: other than 200`, own.wrong, 'answers', { atMost: 0 });
    noteRatios(sheet, { of, readers }, { name: contenders[1]?.name ?? '', own, other: first });
    for (const [at, other] of others.entries())
      sheet.note(`${title}: ${contenders[at + 2]?.name} ÷ ${contenders[1]?.name}`, other.rate / first.rate, '×');
  }
}

await measured('kept', (sheet) =>
  withPortal({}, async (portal) => {
    const paths = await keptPaths(portal.base);
    await withReferences(portal, paths, async ({ first, ready, nginx }) => {
      if (!nginx) sheet.skip('beside nginx', NO_NGINX);
      const contenders = nginx ? [portal, first, ready] : [portal, ready];
      await measure(sheet, contenders, { of: '', paths });
      await measure(sheet, contenders, { of: 'open data, ', paths: OPEN_DATA });
    });
  }),
);
