import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';

/** The folder of the compiled server, laid out as `server/` is: whatever looks one folder up finds the project. */
const COMPILED = join(ROOT, '.server');

/** What is started or loaded by its name; everything else comes along with these. */
const ENTRIES = ['main', 'drawing-process', 'still/next/cache-handler'];

/**
 * The compiled form of an entry.
 * @param {string} entry
 */
export const compiled = (entry) => join(COMPILED, `${entry}.js`);

/** Compiles the server's own process, so that starting it compiles nothing. The product behind it is Next's to build. */
export async function compileServer() {
  const { build, stop } = await import('esbuild'); // only after the packages are installed
  rmSync(COMPILED, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES.map((entry) => `server/${entry}.ts`),
    outbase: 'server',
    outdir: COMPILED,
    bundle: true,
    packages: 'external',
    // what two entries share, such as the store of pages, is there once
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  // its process would stay as long as the command does
  await stop();
}
