import { copiesOf } from './copies.mjs';
import { startNginx } from './nginx.mjs';
import { startReady } from './ready.mjs';

/** @import { Contender } from './contender.mjs' */

export const NO_NGINX = 'There is no nginx on this machine; the bytes that lie ready in a bare server stand for it.';

/**
 * Starts what kept pages are measured by, with the bytes that the portal answers: `first` is nginx where there is one, and
 * else the bare server. `run` is handed both.
 * @param {{ host: string, port: number }} portal
 * @param {string[]} paths
 * @param {(references: { first: Contender, ready: Contender, nginx: Contender | undefined }) => Promise<void>} run
 */
export async function withReferences(portal, paths, run) {
  const copies = await copiesOf(portal, paths);
  const ready = await startReady(copies);
  const nginx = await startNginx(copies);
  try {
    await run({ first: nginx ?? ready, ready, nginx });
  } finally {
    await Promise.all([ready.stop(), nginx?.stop()]);
  }
}
