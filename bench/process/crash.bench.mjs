// A drawing process that is killed under load: readers of kept pages notice nothing, whoever was being answered gets one clear
// answer, and another process is up soon.
import { setTimeout as wait } from 'node:timers/promises';
import { measured } from '../figures/sheet.mjs';
import { load } from '../load/load.mjs';
import { canLook, drawersOf } from '../machine/processes.mjs';
import { kindOf, rolesOf } from '../officials/role-pages.mjs';
import { cookieOf } from '../portal/cookies.mjs';
import { withPortal } from '../portal/ground.mjs';
import { keptPaths } from '../portal/public-paths.mjs';
import { measureOnce } from '../references/contender.mjs';

const SECONDS = 8;
const BEFORE_MS = 2_500;
const OFFICIALS = 4;
const POLL_MS = 20;
const PATIENCE_MS = 60_000;
const NO_DRAWERS = 'This front draws by itself: there is no process whose end it could outlive.';

/**
 * Milliseconds until this address is answered as it should be.
 * @param {string} address
 * @param {Record<string, string>} [headers]
 */
async function untilAnswered(address, headers = {}) {
  const since = performance.now();
  while (performance.now() - since < PATIENCE_MS) {
    const isAnswered = await fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      (answer) => answer.arrayBuffer().then(() => answer.ok),
      () => false,
    );
    if (isAnswered) return performance.now() - since;
    await wait(POLL_MS);
  }
  return Number.POSITIVE_INFINITY;
}

await measured('crash', (sheet) =>
  withPortal({ env: { DRAWING_PROCESSES: '1' } }, async (portal) => {
    const [drawer] = canLook ? drawersOf(portal.server) : [];
    if (!drawer) return sheet.skip('a drawing process that is killed', NO_DRAWERS);
    const { host, port } = portal;
    const paths = await keptPaths(portal.base);
    const [official] = await rolesOf(portal.databaseUrl);
    const cookie = await cookieOf(portal.databaseUrl, official?.email ?? '');
    const kinds = (official?.pages ?? []).map((page) => kindOf(portal, page, cookie));
    for (const path of paths) await (await fetch(portal.base + path)).arrayBuffer();
    await sheet.before('the one drawing process is killed while readers and officials ask');
    const readers = measureOnce(portal, { paths, connections: 16, seconds: SECONDS });
    const officials = load({ host, port, connections: OFFICIALS, seconds: SECONDS, warmUp: 0, kinds });
    await wait(BEFORE_MS);
    process.kill(drawer.pid, 'SIGKILL');
    const [up, drawn] = await Promise.all([
      untilAnswered(`${portal.base}/readyz`), // only a process that draws knows what reaches it
      untilAnswered(`${portal.base}/admin`, { cookie }),
    ]);
    const [read, { all }] = await Promise.all([readers, officials]);
    sheet.note('readers of kept pages: other than 200', read.wrong, 'answers', { atMost: 0 });
    sheet.note('readers of kept pages: p99', read.p99, 'ms');
    sheet.note('signed-in requests without one clear answer', all.otherThan(200, 303, 503), 'answers', { atMost: 0 });
    sheet.note('signed-in requests told to come back', all.statuses['503'] ?? 0, 'answers');
    sheet.note('until a new one is up', up / 1_000, 's', { atMost: 2 });
    sheet.note('until it has drawn the overview, behind four officials who ask at full rate', drawn / 1_000, 's');
  }),
);
