import { basename, dirname, join } from 'node:path';
import { isFinished, ROOT } from '../ground/settings.mjs';
import { compiled } from './compile.mjs';
import { flagsOf } from './flags.mjs';

/** @import { Kind } from './flags.mjs' */

/**
 * The surroundings of every process of the portal.
 * @param {string} folder of the portal that runs, this one or another release
 */
export const surroundingsIn = (folder = ROOT) => ({
  // Otherwise each thread may take heaps of its own from the system, eight for each core, and gives none of them back.
  MALLOC_ARENA_MAX: '2',
  // From version 22 on Node keeps what it has compiled for the next start; a build takes the folder away.
  NODE_COMPILE_CACHE: join(dirname(compiled('main', folder)), 'cache'),
});

/**
 * The program of a process and its arguments: compiled, except for development, where sources change while it runs.
 * @param {Kind} kind
 * @param {{ development?: boolean, folder?: string }} [how]
 */
export const programOf = (kind, { development = false, folder = ROOT } = {}) =>
  development
    ? [process.execPath, '--import', 'tsx', join(ROOT, 'server', `${kind}.ts`)]
    : [process.execPath, ...flagsOf(kind), compiled(kind, folder)];

/**
 * What Node is told to run a program of the product with: compiled in a finished build, otherwise its source.
 * @param {string} source from the folder of the project
 */
export const productProgram = (source) => [
  '--conditions=react-server',
  ...(isFinished ? [compiled(`programs/${basename(source, '.ts')}`)] : ['--import', 'tsx', join(ROOT, source)]),
];
