// Public pages that have to be drawn: statements and processor time of each, beside a plain Next that draws the same
// elements, and how long all of them take after a restart.
import { query } from '../../scripts/database/database.mjs';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { cpuFrom } from '../machine/processes.mjs';
import { Drawings, forgetAll, SAYS_DRAWINGS, takeBack } from '../portal/drawings.mjs';
import { withPortal } from '../portal/ground.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { readers } from '../references/contender.mjs';
import { startPlainNext } from '../references/plain-next.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

/**
 * A page that readers ask for, as Next knows it, a tag of what it shows, and the milliseconds of processor time that it may take.
 * @typedef {{ title: string, path: string, internal: string, tag: string, goal: number }} Page
 */

/** Drawings of a page before its figure, and before one that shows what a process costs that has drawn it seldom. */
const WARM_UP = 100;
const SELDOM = 20;
const DRAWN = 30;
const STATEMENTS_MAX = 5;
const AT_ONCE = 16;

/**
 * @param {Ground} portal
 * @param {string[]} paths
 */
async function pagesOf({ databaseUrl }, paths) {
  const article = paths.find((path) => path.startsWith('/tin-tuc/'))?.slice('/tin-tuc/'.length);
  const [commune] = await query(databaseUrl, `SELECT id FROM unit WHERE slug = 'long-hung'`);
  /** @type {Page[]} */
  const pages = [
    { title: 'news', path: '/tin-tuc', internal: '/vi/news', tag: 'articles:news', goal: 22 },
    { title: 'an article', path: `/tin-tuc/${article}`, internal: `/vi/news/${article}`, tag: 'articles', goal: 32 },
    { title: 'home', path: '/', internal: '/vi', tag: 'articles:news', goal: 40 },
    {
      title: 'a commune',
      path: '/xa-phuong/long-hung',
      internal: '/vi/communes/long-hung',
      tag: `figures:${commune?.id}`,
      goal: 40,
    },
    {
      title: 'a cited figure',
      path: '/so-lieu/ty-le-bao-phu-chi-hoi/dong-nai/2026-06-30',
      internal: '/vi/figures/ty-le-bao-phu-chi-hoi/dong-nai/2026-06-30',
      tag: 'figures:province',
      goal: 40,
    },
    { title: 'coverage', path: '/do-phu', internal: '/vi/coverage', tag: 'figures:province', goal: 50 },
  ];
  return pages;
}

/**
 * Has a page drawn so often, one after the other: statements, and milliseconds of processor time of all that worked for it.
 * @param {Ground} portal
 * @param {Drawings} drawings
 * @param {Page} page
 * @param {number} times
 */
async function draw(portal, drawings, { path, internal, tag }, times) {
  let statements = 0;
  let took = 0;
  for (let time = 0; time < times; time++) {
    await takeBack(portal.databaseUrl, [tag]);
    const used = cpuFrom(portal.roots);
    const ask = async () => (await fetch(portal.base + path)).arrayBuffer();
    statements = Math.max(statements, await drawings.next(internal, ask));
    took += used();
  }
  return { statements, milliseconds: took / times };
}

/**
 * The same of a plain Next, whose pages are drawn for each request.
 * @param {import('../references/contender.mjs').Contender} next
 * @param {string} path
 * @param {number} times
 */
async function drawPlain(next, path, times) {
  const used = cpuFrom(next.roots);
  for (let time = 0; time < times; time++) await (await fetch(`http://${next.host}:${next.port}${path}`)).arrayBuffer();
  return used() / times;
}

/**
 * Seconds until every page was answered once, asked for by sixteen.
 * @param {Ground} portal
 * @param {string[]} paths
 */
async function allOnce(portal, paths) {
  const { host, port } = portal;
  const kinds = [{ ...readers(portal, paths), once: true }];
  const { seconds, all } = await load({ host, port, connections: AT_ONCE, warmUp: 0, kinds });
  if (all.otherThan(200) > 0) throw new Error(`Pages were answered ${JSON.stringify(all.statuses)}.`);
  return seconds;
}

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {Page[]} pages
 */
async function measurePages(sheet, portal, pages) {
  const drawings = new Drawings(portal.dataDir);
  const html = await Promise.all(pages.map(async ({ path }) => (await fetch(portal.base + path)).text()));
  const next = await startPlainNext(html);
  try {
    for (const page of pages) await draw(portal, drawings, page, SELDOM);
    for (const [at, page] of pages.entries()) {
      await drawPlain(next, `/${at}`, WARM_UP);
      await sheet.before(`${page.title}, drawn ${DRAWN} times after ${SELDOM} and after ${WARM_UP} drawings`);
      const seldom = await draw(portal, drawings, page, DRAWN);
      await draw(portal, drawings, page, WARM_UP - SELDOM - DRAWN);
      const { statements, milliseconds } = await draw(portal, drawings, page, DRAWN);
      const plain = await drawPlain(next, `/${at}`, DRAWN);
      sheet.note(`${page.title}: statements`, statements, '', { atMost: STATEMENTS_MAX });
      sheet.note(`${page.title}: processor time`, milliseconds, 'ms', { atMost: page.goal });
      sheet.note(`${page.title}: processor time after ${SELDOM} drawings`, seldom.milliseconds, 'ms');
      sheet.note(`${page.title}: ÷ plain Next with the same elements`, milliseconds / plain, '×');
    }
  } finally {
    drawings.close();
    await next.stop();
  }
}

await measured('cold', (sheet) =>
  withPortal({ env: SAYS_DRAWINGS }, async (portal, { stop, start }) => {
    const paths = await keptPaths(portal.base);
    await measurePages(sheet, portal, await pagesOf(portal, paths));
    await allOnce(portal, paths);
    await stop();
    const restarted = await start();
    await sheet.before(`${paths.length} pages after a restart`);
    sheet.note('every page once after a restart', await allOnce(restarted, paths), 's', { atMost: 2 });
    await forgetAll(restarted.databaseUrl);
    sheet.note('every page once, drawn anew', await allOnce(restarted, paths), 's', { atMost: 6 });
  }),
);
