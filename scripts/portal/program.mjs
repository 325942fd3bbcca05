import { dirname, join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';
import { compiled } from './compile.mjs';
import { flagsOf } from './flags.mjs';

/** @import { Kind } from './flags.mjs' */

/** The surroundings of every process of the portal. */
export const SURROUNDINGS = {
  // Otherwise each thread may take heaps of its own from the system, eight for each core, and gives none of them back.
  MALLOC_ARENA_MAX: '2',
  // From version 22 on Node keeps what it has compiled for the next start; a build takes the folder away.
  NODE_COMPILE_CACHE: join(dirname(compiled('main')), 'cache'),
};

/**
 * The program of a process and its arguments: compiled, except for development, where sources change while it runs.
 * @param {Kind} kind
 * @param {{ development?: boolean }} [how]
 */
export const programOf = (kind, { development = false } = {}) =>
  development
    ? [process.execPath, '--import', 'tsx', join(ROOT, 'server', `${kind}.ts`)]
    : [process.execPath, ...flagsOf(kind), compiled(kind)];
