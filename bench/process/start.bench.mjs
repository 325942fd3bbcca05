// A portal that was stopped and is started again: how soon the first page is there, and whether kept pages are still kept.
import { setTimeout as wait } from 'node:timers/promises';
import { measured } from '../figures/sheet.mjs';
import { Drawings, SAYS_DRAWINGS } from '../portal/drawings.mjs';
import { withPortal } from '../portal/ground.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { median } from '../references/contender.mjs';

const STARTS = 3;
const POLL_MS = 10;
const PATIENCE_MS = 60_000;

/**
 * Milliseconds until a page is answered as it should be.
 * @param {string} address
 */
async function untilAnswered(address) {
  const since = performance.now();
  while (performance.now() - since < PATIENCE_MS) {
    const status = await fetch(address).then(
      (answer) => answer.arrayBuffer().then(() => answer.status),
      () => 0,
    );
    if (status === 200) return performance.now() - since;
    await wait(POLL_MS);
  }
  throw new Error(`${address} was not answered.`);
}

await measured('start', (sheet) =>
  withPortal({ env: SAYS_DRAWINGS }, async (portal, { stop, start }) => {
    const paths = await keptPaths(portal.base);
    const readAll = async () => {
      for (const path of paths) await (await fetch(portal.base + path)).arrayBuffer();
    };
    await readAll();
    await sheet.before(`${STARTS} starts again`);
    const times = [];
    for (let time = 0; time < STARTS; time++) {
      await stop();
      const [took] = await Promise.all([untilAnswered(`${portal.base}/`), start()]);
      times.push(took / 1_000);
    }
    sheet.note('from the command to the first page', median(times), 's', { atMost: 1.5 });
    const drawings = new Drawings(portal.dataDir);
    await readAll();
    sheet.note('kept pages that had to be drawn anew', drawings.count(), `of ${paths.length}`, { atMost: 0 });
    drawings.close();
  }),
);
