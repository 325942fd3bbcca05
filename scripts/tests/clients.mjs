import { spawnSync } from 'node:child_process';
import { skipped } from '../ground/steps.mjs';

/** Programs of PostgreSQL that copy a database of one's own. */
const NAMES = ['pg_dump', 'pg_restore'];

const isHere = (/** @type {string} */ name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;

/** The step that says which programs of PostgreSQL a machine lacks: what they do is not shown there. */
export async function lookForClients() {
  const missing = NAMES.filter((name) => !isHere(name));
  return missing.length > 0
    ? skipped(`not here, so no backup by them is tried: ${missing.join(', ')}`)
    : NAMES.join(', ');
}
