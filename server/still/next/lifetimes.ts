import { createRequire } from 'node:module';

const INTERNAL = 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js';

type Internal = { SharedCacheControls?: { cacheControls?: unknown } };

/**
 * Next remembers a lifetime for every address ever asked, for good (16.4): made-up addresses would fill the memory.
 * This is its map, to take them out again; undefined when Next has changed inside, which a test would tell.
 */
export const lifetimes: Map<string, unknown> | undefined = (() => {
  try {
    const { SharedCacheControls } = createRequire(import.meta.url)(INTERNAL) as Internal;
    const map = SharedCacheControls?.cacheControls;
    return map instanceof Map ? map : undefined;
  } catch {
    return undefined;
  }
})();
