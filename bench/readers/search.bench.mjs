// Searches by readers, each another one, among ten thousand articles and with as many members as there may be; and the same
// search asked again, beside the same bytes lying ready.
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { requestOf } from '../load/requests.mjs';
import { canLook, drawersOf } from '../machine/processes.mjs';
import { ARTICLES, fillArticles } from '../portal/articles.mjs';
import { demonstrationOrWhy, LARGE, USUAL } from '../portal/demonstrations.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY } from '../portal/sign-ups.mjs';
import { compare } from '../references/contender.mjs';
import { withReferences } from '../references/references.mjs';
import { searchesOf } from './searches.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

const SEARCHES = 4_000;
const SECONDS = 10;

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {string} label
 */
async function measureSearches(sheet, portal, label) {
  const { host, port } = portal;
  const requests = searchesOf(SEARCHES).map((path, at) =>
    requestOf({ path, host: `${host}:${port}`, fields: { 'X-Forwarded-For': `10.${at % 200}.${(at >> 4) % 250}.9` } }),
  );
  const kinds = [{ name: 'searches', requests }];
  await load({
    host,
    port,
    connections: 4,
    count: 60,
    warmUp: 0,
    kinds: [{ name: 'warm', requests: requests.slice(-60) }],
  });
  await sheet.before(`${label}: each another search, sixteen at once`);
  const { all } = await load({ host, port, connections: 16, seconds: SECONDS, warmUp: 0, kinds });
  const drawing = canLook ? Math.max(drawersOf(portal.server).length, 1) : 1;
  sheet.note(`${label}: searches for each of ${drawing} drawing`, all.rate / drawing, 'a second', { atLeast: 50 });
  sheet.note(`${label}: p95`, all.p95, 'ms', { atMost: 400 });
  sheet.note(`${label}: other than 200`, all.otherThan(200), 'answers', { atMost: 0 });
}

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {string} label
 */
async function measureAgain(sheet, portal, label) {
  const paths = ['/tim-kiem?q=vneid'];
  await withReferences(portal, paths, async ({ first }) => {
    await sheet.before(`${label}: the same search again`);
    const [own, other] = await compare([portal, first], { paths, connections: 16 });
    if (own && other)
      sheet.note(`${label}: asked again, ÷ ${first.name}`, own.rate / other.rate, '×', { atLeast: 0.5 });
  });
}

await measured('search', async (sheet) => {
  const why = await demonstrationOrWhy(LARGE);
  if (why) sheet.skip(`with ${LARGE} members`, why);
  const members = why ? USUAL : LARGE;
  // where the usual one has to do, one of its own: ten thousand articles would be kept pages of all who come after
  const name = why ? 'articles' : undefined;
  await withPortal({ members, name, env: BEHIND_A_PROXY }, async (portal) => {
    await fillArticles(portal.databaseUrl);
    const label = `${ARTICLES.toLocaleString('en')} articles, ${members.toLocaleString('en')} members`;
    await measureSearches(sheet, portal, label);
    await measureAgain(sheet, portal, label);
  });
});
