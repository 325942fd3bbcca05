import { PlainProblem } from '../ground/problem.mjs';
import { unnamedScriptsIn } from './install-scripts.mjs';
import { looseIn } from './integrity.mjs';
import { licencesIn } from './licences.mjs';
import { readAllowedScripts, readLockfile } from './locked.mjs';
import { weakIn } from './lowest-safe.mjs';

/** @import { Lockfile } from './locked.mjs' */

/**
 * All that is wrong with the packages of a lockfile, one sentence each.
 * @param {Lockfile} lockfile
 * @param {Record<string, boolean>} allowed
 */
export const wrongIn = (lockfile, allowed) => [
  ...looseIn(lockfile),
  ...unnamedScriptsIn(lockfile, allowed),
  ...licencesIn(lockfile),
  ...weakIn(lockfile),
];

/** Looks through the packages that the portal takes from others; what is wrong is a problem. */
export function lookAtPackages() {
  const lockfile = readLockfile();
  const wrong = wrongIn(lockfile, readAllowedScripts());
  if (wrong.length > 0)
    throw new PlainProblem('Packages are not as they should be (scripts/packages).', wrong.join('\n'));
  return `${Object.keys(lockfile.packages).length - 1} packages`;
}
