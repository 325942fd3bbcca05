import 'server-only';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { env } from '@/domain/ground/env';
import { forWorkers } from '@/scripts/product/page-workers.mjs';

type WorkerOf = {
  /** the worker's own text */
  source: string;
  /** it stands between this page and the network: no public page, and no other of the signed-in area */
  scope: string;
};

/** The worker of one page, as the build has put it together; it changes with the build and with nothing else. */
export function workerRoute({ source, scope }: WorkerOf) {
  return async (_request: Request, context: { params: Promise<{ path: string }> }) => {
    const { path } = await context.params;
    if (path !== 'sw.js') return new Response(null, { status: 404 });
    return new Response(await textOf(source), {
      headers: {
        'Content-Type': 'application/javascript',
        'Service-Worker-Allowed': scope,
        'Cache-Control': 'no-cache',
      },
    });
  };
}

async function textOf(source: string): Promise<string> {
  if (env.NODE_ENV === 'production')
    return readFile(join(process.cwd(), '.server', 'workers', `${basename(source, '.ts')}.js`), 'utf8');
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...forWorkers('development'), entryPoints: [source], write: false });
  return outputFiles[0]?.text ?? '';
}
