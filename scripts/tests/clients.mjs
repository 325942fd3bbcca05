import { spawnSync } from 'node:child_process';
import { skipped } from '../ground/steps.mjs';

/** Programs of PostgreSQL that copy a database of one's own. */
const NAMES = ['pg_dump', 'pg_restore'];

const isHere = (/** @type {string} */ name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
/** Whether a small disk can be had, to be filled (scripts/drill/full-disk.test.mjs). */
const mayMount = () => spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' }).status === 0;

/** The step that says which programs of PostgreSQL a machine lacks, or the right to mount a disk: what they do is not shown there. */
export async function lookForClients() {
  const missing = [...NAMES.filter((name) => !isHere(name)), ...(mayMount() ? [] : ['a disk of its own'])];
  return missing.length > 0
    ? skipped(`not here, so nothing is tried with them: ${missing.join(', ')}`)
    : NAMES.join(', ');
}
