import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @param {string} file */
const isThere = (file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/**
 * Makes the links between the libraries of a packaged PostgreSQL that are not there. A package from npm holds no links: an install
 * script makes them, and many machines run no install scripts. Returns how many were made.
 * @param {string} packageFolder
 */
export function makeLinks(packageFolder) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const missing = links.filter(({ target }) => !isThere(join(packageFolder, target)));
  for (const { source, target } of missing) {
    const link = join(packageFolder, target);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
  return missing.length;
}
