import { named, packagesOf } from './locked.mjs';

/** @import { Lockfile } from './locked.mjs' */

/**
 * What is wrong with the scripts that packages run while they are installed: each such package is named in `allowScripts` of
 * `package.json`, and nothing is named there that has none, or is not there.
 * @param {Lockfile} lockfile
 * @param {Record<string, boolean>} allowed
 */
export function unnamedScriptsIn(lockfile, allowed) {
  const running = packagesOf(lockfile).filter(({ hasInstallScript }) => hasInstallScript);
  const names = new Set(running.map(({ called }) => called));
  return [
    ...running
      .filter(({ called }) => !Object.hasOwn(allowed, called))
      .map((one) => `${named(one)} runs a script while it is installed, and allowScripts does not name it.`),
    ...Object.keys(allowed)
      .filter((name) => !names.has(name))
      .map((name) => `allowScripts names ${name}, which has no such script.`),
  ];
}
