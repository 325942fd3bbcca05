import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSerwistRoute } from '@serwist/turbopack';

export const dynamic = 'force-dynamic';

/** The worker stands between this page and the network: no public page, and no other of the signed-in area. */
const SCOPE = '/admin/attendance';
/** Browsers of the signed-in area (README): package.json says what is lowered further, for public pages. */
const FLOOR = ['chrome92', 'firefox91', 'safari15.4'];
const BUILD = join(process.cwd(), '.next', 'BUILD_ID');
const build = () => (existsSync(BUILD) ? readFileSync(BUILD, 'utf8') : 'development');

const made = createSerwistRoute({
  swSrc: 'app/(hall)/admin/attendance/worker/hall-worker.ts',
  useNativeEsbuild: true,
  nextConfig: { distDir: '.next', basePath: '/', assetPrefix: '' },
  globPatterns: [],
  // The list of files is read from the page itself.
  injectionPoint: 'HALL_FILES',
  esbuildOptions: { define: { PORTAL_BUILD: JSON.stringify(build()) }, sourcemap: false, target: FLOOR },
});

/** The worker, made once a process; it changes with the build and with nothing else. */
export async function GET(request: Request, context: { params: Promise<{ path: string }> }) {
  const { path } = await context.params;
  if (path !== 'sw.js') return new Response(null, { status: 404 });
  const answer = await made.GET(request as never, context as never);
  answer.headers.set('Service-Worker-Allowed', SCOPE);
  answer.headers.set('Cache-Control', 'no-cache');
  return answer;
}
