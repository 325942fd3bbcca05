/** @import { BuildOptions } from 'esbuild' */

/** Workers of pages that open without a network (`app/(hall)/worker`). */
export const PAGE_WORKERS = [
  'app/(hall)/admin/attendance/worker/hall-worker.ts',
  'app/(hall)/admin/peer-lessons/phone/worker/lesson-worker.ts',
];

/**
 * How a worker of a page is put together for browsers of the signed-in area (README); package.json says what is lowered further, for
 * public pages.
 * @param {string} build its name, with which the worker changes
 * @returns {BuildOptions}
 */
export const forWorkers = (build) => ({
  bundle: true,
  format: 'esm',
  minify: true,
  platform: 'browser',
  target: ['chrome92', 'firefox91', 'safari15.4'],
  define: { PORTAL_BUILD: JSON.stringify(build) },
});
