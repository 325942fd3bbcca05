// Ten thousand articles in Vietnamese and fifty thousand pictures: what readers have drawn of lists, articles and the map of the site, and
// what editors open, alone and sixteen at once.
import { availableParallelism } from 'node:os';
import { query } from '../../scripts/database/database.mjs';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { requestOf } from '../load/requests.mjs';
import { ARTICLES, fillArticles, fillPictures, PICTURES } from '../portal/articles.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { USUAL } from '../portal/demonstrations.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY } from '../portal/sign-ups.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

/** Requests of sixteen before the first is measured, so that each drawing process has its part of them; alone; where sixteen ask. */
const ROUNDS = { warm: 200, alone: 40, crowd: 160 };
/** One a core, as a machine that so many ask is set up. */
const PROCESSES = availableParallelism();
/** Milliseconds for 95 of 100. A drawn page of readers is held to what a search is, one at work to what the signed-in area is. */
const GOALS = { reader: { alone: 60, crowd: 400 }, work: { alone: 60, crowd: 400 } };

/**
 * A page: its path by round, and whose it is.
 * @typedef {{ title: string, path: (round: number) => string, goal: { alone: number, crowd: number }, cookie?: string }} Page
 */

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {Page} page
 */
async function measurePage(sheet, { host, port }, { title, path, goal, cookie }) {
  let asked = 0;
  const requests = (/** @type {number} */ count) =>
    Array.from({ length: count }, () => {
      const round = asked++;
      const fields = { 'X-Forwarded-For': `10.8.${round % 200}.${round >> 8}`, ...(cookie && { Cookie: cookie }) };
      return requestOf({ path: path(round), host: `${host}:${port}`, fields });
    });
  const ask = async (/** @type {number} */ connections, /** @type {number} */ count) =>
    (await load({ host, port, connections, count, warmUp: 0, kinds: [{ name: title, requests: requests(count) }] }))
      .all;
  await ask(16, ROUNDS.warm);
  await sheet.before(title);
  const alone = await ask(1, ROUNDS.alone);
  const crowd = await ask(16, ROUNDS.crowd);
  sheet.note(`${title}: p95`, alone.p95, 'ms', { atMost: goal.alone });
  sheet.note(`${title}: p95 of sixteen at once`, crowd.p95, 'ms', { atMost: goal.crowd });
  sheet.note(`${title}: other than 200`, alone.otherThan(200) + crowd.otherThan(200), 'answers', { atMost: 0 });
}

/**
 * @param {string} databaseUrl
 * @returns {Promise<Page[]>}
 */
async function pagesOf(databaseUrl) {
  const news = await query(
    databaseUrl,
    `SELECT s.slug, p.article_id AS id, floor(extract(epoch FROM p.first_at) * 1000)::text AS at
     FROM publication p JOIN article a ON a.id = p.article_id AND a.kind = 'news' JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
     WHERE p.locale = 'vi' AND p.ended_at IS NULL ORDER BY p.first_at DESC LIMIT 1000`,
  );
  const pictures = await query(databaseUrl, 'SELECT id FROM media_asset WHERE in_library ORDER BY id DESC LIMIT 1000');
  const communes = await query(databaseUrl, `SELECT slug FROM unit WHERE level = 'commune' ORDER BY slug`);
  const editor = await cookieOf(databaseUrl, 'editor@demo.invalid');
  const official = await cookieOf(databaseUrl, 'longhung@demo.invalid');
  const of = (/** @type {{ [column: string]: string }[]} */ rows, /** @type {number} */ round) =>
    rows[round % rows.length];
  const reader = { goal: GOALS.reader };
  const work = (/** @type {string} */ cookie) => ({ goal: GOALS.work, cookie });
  return [
    {
      title: 'a page of the list of news',
      path: (round) => `/tin-tuc?after=${Number(of(news, round)?.at).toString(36)}.${of(news, round)?.id}`,
      ...reader,
    },
    { title: 'news of a commune', path: (round) => `/tin-tuc?commune=${of(communes, round)?.slug}`, ...reader },
    { title: 'an article with its picture', path: (round) => `/tin-tuc/${of(news, round)?.slug}`, ...reader },
    { title: 'the map of the site', path: () => '/sitemap.xml', goal: { alone: 1_000, crowd: 16_000 } },
    { title: "the editors' list", path: () => '/admin/articles', ...work(editor) },
    { title: "the editors' list by words", path: (round) => `/admin/articles?q=bai%20${round}`, ...work(editor) },
    { title: "an editor's first page", path: () => '/admin', ...work(editor) },
    { title: 'what stands first', path: () => '/admin/articles/front', ...work(editor) },
    { title: 'the library', path: () => '/admin/pictures', ...work(editor) },
    { title: 'the library by words', path: (round) => `/admin/pictures?q=buoi%20${round * 37}`, ...work(editor) },
    { title: "a commune's library", path: () => '/admin/pictures', ...work(official) },
    { title: 'a picture', path: (round) => `/admin/pictures/${of(pictures, round)?.id}`, ...work(editor) },
  ];
}

await measured('newsroom', (sheet) =>
  withPortal(
    { members: USUAL, name: 'newsroom', env: { ...BEHIND_A_PROXY, DRAWING_PROCESSES: String(PROCESSES) } },
    async (portal) => {
      await fillArticles(portal.databaseUrl);
      await fillPictures(portal.databaseUrl);
      process.stdout.write(`  ${ARTICLES} articles, ${PICTURES} pictures\n`);
      for (const page of await pagesOf(portal.databaseUrl)) await measurePage(sheet, portal, page);
    },
  ),
);
