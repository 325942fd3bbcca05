// Where the time of a page that is drawn goes: a drawing process looks at itself while it draws. A table, and pictures in
// bench/process/profile.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { query } from '../../scripts/database/database.mjs';
import { ROOT } from '../../scripts/ground/settings.mjs';
import { measured } from '../figures/sheet.mjs';
import { drawersOf } from '../machine/processes.mjs';
import { Drawings, SAYS_DRAWINGS, takeBack } from '../portal/drawings.mjs';
import { withPortal } from '../portal/ground.mjs';
import { flameOf, partsOf, pictureOf } from './profile/flames.mjs';

/** @import { Sheet } from '../figures/sheet.mjs' */
/** @import { Ground } from '../portal/ground.mjs' */

const HERE = join(ROOT, 'bench', 'process', 'profile');
const SEEN = join(ROOT, '.test', 'bench', 'seen.cpuprofile');
const WARM_UP = 20;
const DRAWN = 40;
const POLL_MS = 50;
const PATIENCE_MS = 30_000;

/** What a drawing process saw since it was told to look. */
async function seen() {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(POLL_MS))
    if (existsSync(SEEN)) return JSON.parse(readFileSync(SEEN, 'utf8'));
  throw new Error('The drawing process left no profile.');
}

/**
 * @param {Sheet} sheet
 * @param {Ground} portal
 * @param {{ title: string, path: string, internal: string, tag: string }} page
 */
async function profile(sheet, portal, { title, path, internal, tag }) {
  const drawings = new Drawings(portal.dataDir);
  const [drawer] = drawersOf(portal.server);
  if (!drawer) throw new Error('Nobody draws.');
  const draw = async (/** @type {number} */ times) => {
    for (let time = 0; time < times; time++) {
      await takeBack(portal.databaseUrl, [tag]);
      await drawings.next(internal, async () => (await fetch(portal.base + path)).arrayBuffer());
    }
  };
  try {
    await draw(WARM_UP);
    rmSync(SEEN, { force: true });
    await sheet.before(`${title}, drawn ${DRAWN} times`);
    process.kill(drawer.pid, 'SIGUSR2');
    await draw(DRAWN);
    process.kill(drawer.pid, 'SIGUSR2');
    const flame = flameOf(await seen());
    for (const [part, milliseconds] of partsOf(flame)) sheet.note(`${title}: ${part}`, milliseconds / DRAWN, 'ms');
    writeFileSync(join(HERE, `${path.split('/').at(-1)}.svg`), pictureOf(flame, `${title}, drawn ${DRAWN} times`));
  } finally {
    drawings.close();
  }
}

const env = {
  ...SAYS_DRAWINGS,
  DRAWING_PROCESSES: '1',
  BENCH_PROFILE: SEEN,
  NODE_OPTIONS: `--import=${pathToFileURL(join(HERE, 'profiler.mjs'))}`,
};

await measured('profile', (sheet) =>
  withPortal({ env }, async (portal) => {
    mkdirSync(join(ROOT, '.test', 'bench'), { recursive: true });
    const [commune] = await query(portal.databaseUrl, `SELECT id FROM unit WHERE slug = 'long-hung'`);
    const pages = [
      { title: 'news', path: '/tin-tuc', internal: '/vi/news', tag: 'articles:news' },
      {
        title: 'a commune',
        path: '/xa-phuong/long-hung',
        internal: '/vi/communes/long-hung',
        tag: `figures:${commune?.id}`,
      },
      { title: 'coverage', path: '/do-phu', internal: '/vi/coverage', tag: 'figures:province' },
    ];
    for (const page of pages) await profile(sheet, portal, page);
  }),
);
