// The memory of everything but PostgreSQL: at rest, after a million requests of all kinds, and of one drawing process more.
import { setTimeout as wait } from 'node:timers/promises';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { canLook, drawersOf, memoryBelow } from '../machine/processes.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY, CROWDED } from '../portal/sign-ups.mjs';
import { broken, mixOf } from './mix.mjs';

/** @import { Ground } from '../portal/ground.mjs' */

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 1_000_000);
const REST_MS = 5_000;
const MEGABYTE = 2 ** 20;

/**
 * The portal with so many drawing processes: what `measure` finds of it.
 * @param {number} drawing
 * @param {(portal: Ground) => Promise<void>} measure
 */
const withDrawers = (drawing, measure) =>
  withPortal({ name: CROWDED, env: { ...BEHIND_A_PROXY, DRAWING_PROCESSES: String(drawing) } }, async (portal) => {
    await (await fetch(portal.base)).arrayBuffer();
    await wait(REST_MS);
    await measure(portal);
  });

await measured('memory', async (sheet) => {
  if (!canLook) return sheet.skip('memory', 'Only Linux tells how much of its memory a process shares with others.');
  let one = 0;
  await withDrawers(1, async (portal) => {
    await sheet.before('one drawing process, at rest');
    one = memoryBelow(portal.command) / MEGABYTE;
    sheet.note('at rest', one, 'MB', { atMost: 350 });
    sheet.note(
      'the front alone',
      (memoryBelow(portal.server) - memoryBelow(drawersOf(portal.server)[0]?.pid ?? 0)) / MEGABYTE,
      'MB',
    );
    const { host, port } = portal;
    const { all } = await load({ host, port, connections: 64, count: REQUESTS, kinds: await mixOf(portal) });
    await wait(REST_MS);
    sheet.note(`after ${REQUESTS.toLocaleString('en')} requests`, memoryBelow(portal.command) / MEGABYTE, 'MB', {
      atMost: 450,
    });
    sheet.note('answers that say that something broke', broken(all), '', { atMost: 0 });
  });
  await withDrawers(2, async (portal) => {
    if (drawersOf(portal.server).length < 2)
      return sheet.skip('one drawing process more', 'This portal has none of its own.');
    await sheet.before('two drawing processes, at rest');
    sheet.note('one drawing process more', memoryBelow(portal.command) / MEGABYTE - one, 'MB', { atMost: 320 });
  });
});
