import { join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';
import { compiled } from './compile.mjs';
import { flagsOf } from './flags.mjs';

/** @import { Kind } from './flags.mjs' */

/**
 * The program of a process and its arguments: compiled, except for development, where sources change while it runs.
 * @param {Kind} kind
 * @param {{ development?: boolean }} [how]
 */
export const programOf = (kind, { development = false } = {}) =>
  development
    ? [process.execPath, '--import', 'tsx', join(ROOT, 'server', `${kind}.ts`)]
    : [process.execPath, ...flagsOf(kind), compiled(kind)];
