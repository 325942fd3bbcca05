import CacheHandler from '@/server/still/next/cache-handler';

/**
 * What a page says it depends on (`app/cache-tags.ts`) reaches a front under test on its own way: through what Next keeps of nothing and
 * our handler of it.
 */
export function openNextCache(): { close(): void } {
  const handler = new CacheHandler();
  const keeps = {
    generateSimpleCacheKey: async (key: string) => key,
    get: handler.get.bind(handler),
    set: handler.set.bind(handler),
  };
  Object.assign(globalThis, { __incrementalCache: keeps });
  return { close: () => Object.assign(globalThis, { __incrementalCache: undefined }) };
}
