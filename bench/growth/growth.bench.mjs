// How cost grows: what readers and officials ask, with a tenth, as many and ten times as many members, as a table and as the
// picture in bench/README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/ground/settings.mjs';
import { compared, connected, statement } from '../database/compared.mjs';
import { FIGURES_DIR, measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { cpuFrom } from '../machine/processes.mjs';
import { kindOf, rolesOf } from '../officials/role-pages.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { demonstrationOrWhy, USUAL } from '../portal/demonstrations.mjs';
import { Drawings, SAYS_DRAWINGS, takeBack } from '../portal/drawings.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY, openSession } from '../portal/sign-ups.mjs';
import { searchesOf } from '../readers/searches.mjs';
import { growthTable, pictureOf } from './picture.mjs';

/** @import { Ground } from '../portal/ground.mjs' */
/** @import { Growth } from './picture.mjs' */

const SIZES = [USUAL / 10, USUAL, USUAL * 10].map(Math.round);
const TIMES = 20;
/** Public pages as readers know them and as Next does, and a tag of what they show. */
const DRAWN = [
  { title: 'home drawn, processor time', path: '/', internal: '/vi', tag: 'figures' },
  {
    title: 'a commune drawn, processor time',
    path: '/xa-phuong/long-hung',
    internal: '/vi/communes/long-hung',
    tag: 'figures',
  },
  { title: 'coverage drawn, processor time', path: '/do-phu', internal: '/vi/coverage', tag: 'figures' },
];
const SQL = [
  { title: 'coverage of all communes today', sql: 'SELECT * FROM app.coverage(app.today())' },
  { title: 'coverage 200 days ago', sql: 'SELECT * FROM app.coverage(app.today() - 200)' },
];

/** @typedef {{ title: string, unit: string, value: number }} Cost */

/**
 * Processor time of pages that have to be drawn.
 * @param {Ground} portal
 * @returns {Promise<Cost[]>}
 */
async function drawnPages({ base, roots, dataDir, databaseUrl }) {
  const drawings = new Drawings(dataDir);
  const costs = [];
  for (const { title, path, internal, tag } of DRAWN) {
    const ask = async () => (await fetch(base + path)).arrayBuffer();
    let took = 0;
    for (let time = -TIMES; time < TIMES; time++) {
      await takeBack(databaseUrl, [tag]);
      const used = cpuFrom(roots);
      await drawings.next(internal, ask);
      if (time >= 0) took += used();
    }
    costs.push({ title, unit: 'ms', value: took / TIMES });
  }
  drawings.close();
  return costs;
}

/**
 * Half of the answers to an official of the province, to searches and to women who sign up, one at a time.
 * @param {Ground} portal
 * @returns {Promise<Cost[]>}
 */
async function answers(portal) {
  const { host, port, databaseUrl } = portal;
  const province = (await rolesOf(databaseUrl)).find(({ role }) => role === 'province');
  const cookie = await cookieOf(databaseUrl, province?.email ?? '');
  const session = await openSession(portal, 10_000);
  const kinds = [
    ...(province?.pages ?? []).map((page) => kindOf(portal, page, cookie)),
    kindOf(portal, { title: 'a search by readers', paths: searchesOf(3 * TIMES) }),
    { ...session.signUps(3 * TIMES), name: 'a sign-up' },
  ];
  const ask = (/** @type {number} */ each) =>
    load({ host, port, connections: 1, count: each * kinds.length, warmUp: 0, kinds });
  await ask(3);
  const measuredKinds = (await ask(TIMES)).kinds;
  return Object.entries(measuredKinds).map(([title, { p50 }]) => ({ title, unit: 'ms', value: p50 }));
}

/**
 * @param {Ground} portal
 * @returns {Promise<Cost[]>}
 */
async function inSql({ databaseUrl }) {
  /** @type {Cost[]} */
  const costs = [];
  await connected(databaseUrl, async (client) => {
    const times = await compared(
      client,
      SQL.map(({ sql }) => statement(sql)),
    );
    for (const [at, { title }] of SQL.entries()) costs.push({ title, unit: 'ms', value: times[at] ?? Number.NaN });
  });
  return costs;
}

await measured('growth', async (sheet) => {
  /** @type {Map<string, Growth>} */
  const growths = new Map();
  for (const [at, members] of SIZES.entries()) {
    const why = await demonstrationOrWhy(members, 'growth');
    if (why) {
      sheet.skip(`with ${members.toLocaleString('en')} members`, why);
      continue;
    }
    await withPortal({ members, name: 'growth', env: { ...SAYS_DRAWINGS, ...BEHIND_A_PROXY } }, async (portal) => {
      await sheet.before(`${members.toLocaleString('en')} members`);
      for (const { title, unit, value } of [
        ...(await drawnPages(portal)),
        ...(await answers(portal)),
        ...(await inSql(portal)),
      ]) {
        const growth = growths.get(title) ?? { title, unit, values: SIZES.map(() => undefined) };
        growth.values[at] = value;
        growths.set(title, growth);
        sheet.note(`${title}, ${members.toLocaleString('en')} members`, value, unit);
      }
    });
  }
  const table = growthTable(SIZES, [...growths.values()]);
  mkdirSync(FIGURES_DIR, { recursive: true });
  writeFileSync(join(FIGURES_DIR, 'growth-table.md'), table);
  writeFileSync(join(ROOT, 'bench', 'growth', 'growth.svg'), pictureOf(SIZES, [...growths.values()]));
  process.stdout.write(table);
});
