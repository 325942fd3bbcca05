// The pages that each role opens most: how often each asks the database, and how long it takes alone and where sixteen work, with one
// drawing process a core. With the union of today, and with a million members.
import { availableParallelism } from 'node:os';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { demonstrationOrWhy, LARGE, USUAL } from '../portal/demonstrations.mjs';
import { Drawings, SAYS_DRAWINGS } from '../portal/drawings.mjs';
import { withPortal } from '../portal/ground.mjs';
import { isCoverage, kindOf, rolesOf } from './role-pages.mjs';

/** @import { Answers } from '../load/load.mjs' */
/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */
/** @import { Page, Role } from './role-pages.mjs' */

const STATEMENTS_MAX = 8;
/** Requests of each page: alone, and where sixteen ask. */
const ALONE = 20;
const CROWD = { connections: 16, each: 40 };
/** One a core, and no more than those at once can keep at work. The portal itself leaves a core to readers and PostgreSQL. */
const PROCESSES = Math.min(availableParallelism(), CROWD.connections);
/** How often each process draws each page, on an average, before anything counts. */
const WARM_UP = 3;
/** Milliseconds for 95 of 100, with more for coverage. */
const GOALS = { alone: { page: 60, coverage: 100 }, crowd: { page: 400, coverage: 700 } };

/** @param {string | undefined} address */
const pageOf = (address) => address?.replace(/\?.*/, '') ?? '';

/**
 * Opens each page and says which asks most often.
 * @param {Ground} portal
 * @param {Drawings} drawings
 * @param {Role} role
 * @param {string} cookie
 */
async function statementsOf(portal, drawings, { pages }, cookie) {
  let most = { title: '', statements: 0 };
  for (const { title, paths } of pages) {
    const [path = ''] = paths;
    const ask = async () => (await fetch(portal.base + path, { headers: { cookie } })).arrayBuffer();
    // asked twice: what a process holds of what seldom changes is not asked again
    await drawings.next(pageOf(path), ask);
    const statements = await drawings.next(pageOf(path), ask);
    if (statements > most.statements) most = { title, statements };
  }
  return most;
}

/**
 * @param {Sheet} sheet
 * @param {string} title
 * @param {Page[]} pages
 * @param {{ kinds: Record<string, Answers>, goals: { page: number, coverage: number } }} measuredNow
 */
function noteTimes(sheet, title, pages, { kinds, goals }) {
  for (const coverage of [false, true]) {
    const asked = pages.filter((page) => isCoverage(page) === coverage).map(({ title: page }) => page);
    const [slowest] = asked.toSorted((one, other) => (kinds[other]?.p95 ?? 0) - (kinds[one]?.p95 ?? 0));
    if (!slowest) continue;
    const goal = { atMost: coverage ? goals.coverage : goals.page };
    const what = coverage ? 'coverage' : 'the slowest page';
    sheet.note(`${title}: p95 of ${what}`, kinds[slowest]?.p95 ?? Number.NaN, `ms (${slowest})`, goal);
  }
  const wrong = Object.values(kinds).reduce((sum, answers) => sum + answers.otherThan(200), 0);
  sheet.note(`${title}: other than 200`, wrong, 'answers', { atMost: 0 });
}

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {Role} role
 * @param {string} label
 */
async function measureRole(sheet, portal, role, label) {
  const { host, port } = portal;
  const cookie = await cookieOf(portal.databaseUrl, role.email);
  const kinds = role.pages.map((page) => kindOf(portal, page, cookie));
  const ask = (/** @type {number} */ connections, /** @type {number} */ each) =>
    load({ host, port, connections, count: each * kinds.length, warmUp: 0, kinds });
  const drawings = new Drawings(portal.dataDir);
  const paths = role.pages.map((page) => pageOf(page.paths[0]));
  await drawings.byEach(PROCESSES, paths, () => ask(CROWD.connections, WARM_UP * PROCESSES));
  await sheet.before(`${label}, ${role.pages.length} pages`);
  const { title, statements } = await statementsOf(portal, drawings, role, cookie);
  drawings.close();
  sheet.note(`${label}: statements of one page at most`, statements, `(${title})`, { atMost: STATEMENTS_MAX });
  noteTimes(sheet, `${label}, c=1`, role.pages, { kinds: (await ask(1, ALONE)).kinds, goals: GOALS.alone });
  const crowd = await ask(CROWD.connections, CROWD.each);
  noteTimes(sheet, `${label}, c=16`, role.pages, { kinds: crowd.kinds, goals: GOALS.crowd });
  sheet.note(`${label}, c=16: pages`, crowd.all.rate, 'a second');
}

await measured('signed-in', async (sheet) => {
  for (const members of [USUAL, LARGE]) {
    const why = await demonstrationOrWhy(members);
    if (why) {
      sheet.skip(`with ${members} members`, why);
      continue;
    }
    await withPortal({ members, env: { ...SAYS_DRAWINGS, DRAWING_PROCESSES: String(PROCESSES) } }, async (portal) => {
      sheet.note(`drawing processes, ${members.toLocaleString('en')} members`, PROCESSES, '(one a core)');
      for (const role of await rolesOf(portal.databaseUrl))
        await measureRole(sheet, portal, role, `${role.role}, ${members.toLocaleString('en')} members`);
    });
  }
});
