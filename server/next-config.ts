import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Hands Next its configuration as the build wrote it down, with our page store in it: nothing is loaded or compiled for it.
 * The door is that of its standalone servers (16.4); a test tells when it has moved.
 */
export function handOverConfig(root: string): void {
  const built = JSON.parse(readFileSync(path.join(root, '.next/required-server-files.json'), 'utf8'));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({
    ...built.config,
    cacheHandler: path.join(root, '.server/still/next/cache-handler.js'),
    cacheMaxMemorySize: 0,
  });
}

/**
 * The word with which Next (16.4) draws a page for once. Of one that it may keep it makes parts for scripts as well, which a still page has
 * not: a fifth of the work.
 */
export const drawnOnce = (root: string): string =>
  JSON.parse(readFileSync(path.join(root, '.next/prerender-manifest.json'), 'utf8')).preview.previewModeId;
