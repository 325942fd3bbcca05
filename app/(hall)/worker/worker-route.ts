import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSerwistRoute } from '@serwist/turbopack';

/** Browsers of the signed-in area (README): package.json says what is lowered further, for public pages. */
const FLOOR = ['chrome92', 'firefox91', 'safari15.4'];
const BUILD = join(process.cwd(), '.next', 'BUILD_ID');
const build = () => (existsSync(BUILD) ? readFileSync(BUILD, 'utf8') : 'development');

type WorkerOf = {
  /** the worker's own text */
  source: string;
  /** it stands between this page and the network: no public page, and no other of the signed-in area */
  scope: string;
};

/** The worker of one page, made once a process; it changes with the build and with nothing else. */
export function workerRoute({ source, scope }: WorkerOf) {
  const made = createSerwistRoute({
    swSrc: source,
    useNativeEsbuild: true,
    nextConfig: { distDir: '.next', basePath: '/', assetPrefix: '' },
    globPatterns: [],
    // The list of files is read from the page itself.
    injectionPoint: 'PAGE_FILES',
    esbuildOptions: { define: { PORTAL_BUILD: JSON.stringify(build()) }, sourcemap: false, target: FLOOR },
  });
  return async (request: Request, context: { params: Promise<{ path: string }> }) => {
    const { path } = await context.params;
    if (path !== 'sw.js') return new Response(null, { status: 404 });
    const answer = await made.GET(request as never, context as never);
    answer.headers.set('Service-Worker-Allowed', scope);
    answer.headers.set('Cache-Control', 'no-cache');
    return answer;
  };
}
