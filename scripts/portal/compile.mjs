import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';
import { calendarText } from '../product/day-calendar.mjs';
import { forWorkers, PAGE_WORKERS } from '../product/page-workers.mjs';

/** The folder of the compiled server, laid out as `server/` is: whatever looks one folder up finds the project. */
const FOLDER = '.server';
const COMPILED = join(ROOT, FOLDER);

/** What is started or loaded by its name; everything else comes along with these. */
const ENTRIES = ['main', 'drawing-process', 'still/next/cache-handler'];

/** Programs that read in a thread what strangers made (`domain/thread.ts`): each is one text. */
const THREADS = [
  'domain/articles/sounds/sound-worker.ts',
  'domain/boundaries/reading/boundary-worker.ts',
  'domain/imports/sheets/sheet-worker.ts',
  'domain/reports/templates/template-worker.ts',
];

/** What is compiled for Node, and asks for the packages beside it. */
export const FOR_NODE = /** @type {const} */ ({
  absWorkingDir: ROOT,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: 'linked',
  logLevel: 'warning',
});

/**
 * The compiled form of an entry, here or in the folder of another release.
 * @param {string} entry
 */
export const compiled = (entry, root = ROOT) => join(root, FOLDER, `${entry}.js`);

/** Compiles the server's own process, so that starting it compiles nothing. The product behind it is Next's to build. */
export async function compileServer() {
  const { build, stop } = await import('esbuild'); // only after the packages are installed
  rmSync(COMPILED, { recursive: true, force: true });
  const name = readFileSync(join(ROOT, '.next', 'BUILD_ID'), 'utf8');
  await Promise.all([
    build({
      ...FOR_NODE,
      entryPoints: ENTRIES.map((entry) => `server/${entry}.ts`),
      outbase: 'server',
      outdir: COMPILED,
      // what two entries share, such as the store of pages, is there once
      splitting: true,
    }),
    build({
      absWorkingDir: ROOT,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      entryPoints: named(THREADS),
      outdir: join(COMPILED, 'threads'),
    }),
    build({
      ...forWorkers(name),
      absWorkingDir: ROOT,
      entryPoints: named(PAGE_WORKERS),
      outdir: join(COMPILED, 'workers'),
    }),
  ]);
  writeFileSync(join(COMPILED, 'workers', 'day-calendar.js'), await calendarText());
  // its process would stay as long as the command does
  await stop();
}

/**
 * Each under the name of its file.
 * @param {string[]} files
 */
const named = (files) => files.map((file) => ({ in: file, out: basename(file, '.ts') }));
