// Mixed requests of all kinds in ten parts: memory stands still after the first, and nothing breaks. BENCH_STORM says how
// many: four million are what the portal is to stand through.
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { canLook, memoryBelow } from '../machine/processes.mjs';
import { withPortal } from '../portal/ground.mjs';
import { BEHIND_A_PROXY, CROWDED } from '../portal/sign-ups.mjs';
import { broken, mixOf } from './mix.mjs';

const REQUESTS = Number(process.env.BENCH_STORM ?? 400_000);
const PARTS = 10;
/** What is kept for a while comes and goes: so much more than after the first part is no growth. */
const GROWTH_MAX = 1.1;

await measured('storm', (sheet) =>
  withPortal({ name: CROWDED, env: BEHIND_A_PROXY }, async (portal) => {
    const { host, port } = portal;
    const kinds = await mixOf(portal);
    await sheet.before(`${REQUESTS.toLocaleString('en')} mixed requests, 64 at once`);
    /** @type {Record<string, number>} */
    const statuses = {};
    const memory = [];
    let wrong = 0;
    for (let part = 0; part < PARTS; part++) {
      const { all } = await load({ host, port, connections: 64, count: REQUESTS / PARTS, warmUp: 0, kinds });
      for (const [status, count] of Object.entries(all.statuses)) statuses[status] = (statuses[status] ?? 0) + count;
      wrong += broken(all);
      memory.push(memoryBelow(portal.command) / 2 ** 20);
    }
    process.stdout.write(`    answers by status: ${JSON.stringify(statuses)}\n`);
    sheet.note('answers that say that something broke', wrong, `of ${REQUESTS.toLocaleString('en')}`, { atMost: 0 });
    sheet.note('answers of a limit (503)', statuses['503'] ?? 0, '');
    if (!canLook) return sheet.skip('memory', 'Only Linux tells how much of its memory a process shares with others.');
    const [first = 0, ...later] = memory;
    sheet.note('memory after the first tenth', first, 'MB');
    sheet.note('memory at the end ÷ after the first tenth', (later.at(-1) ?? 0) / first, '×', { atMost: GROWTH_MAX });
  }),
);
