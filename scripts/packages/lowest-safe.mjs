import { readFileSync } from 'node:fs';
import { isTool, named, packagesOf } from './locked.mjs';

/** @import { Lockfile } from './locked.mjs' */

/**
 * Of each package with a known weakness, the lowest version of each line that is free of it, and which weakness. A line that is not
 * named is unsafe below the highest one, and safe above.
 * @typedef {Record<string, { lowest: string[], why: string }>} LowestSafe
 */
export const LOWEST_SAFE = /** @type {LowestSafe} */ (
  JSON.parse(readFileSync(new URL('lowest-safe.json', import.meta.url), 'utf8'))
);

/**
 * Old packages that bring the browsers of 2020 to the tests: only their own makers' newer ones are free, and those no longer bring
 * these browsers. They open files of the lockfile and addresses of the tests.
 */
const FOR_OLD_BROWSERS = /^node_modules\/(chrome-aws-lambda-92|lambdafs|puppeteer-core|node-fetch|ws)(\/|$)/;

/** @param {string} version */
const parts = (version) => (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);

/**
 * Whether a version is at least the other one. One that is on its way to a release (`2.0.0-beta`) is before it.
 * @param {string} version
 * @param {string} other
 */
export function isAtLeast(version, other) {
  const [mine, theirs] = [parts(version), parts(other)];
  const at = theirs.findIndex((part, index) => part !== mine[index]);
  if (mine.length === 0) return false; // no version of the registry
  return at === -1 ? !version.includes('-') : Number(mine[at]) > Number(theirs[at]);
}

/**
 * @param {string} version
 * @param {string[]} lowest
 */
export function isSafe(version, lowest) {
  const line = lowest.find((one) => parts(one)[0] === parts(version)[0]);
  return isAtLeast(version, line ?? lowest.reduce((some, other) => (isAtLeast(some, other) ? some : other)));
}

/**
 * What of a lockfile is known to be weak.
 * @param {Lockfile} lockfile
 * @param {LowestSafe} [lowestSafe]
 */
export function weakIn(lockfile, lowestSafe = LOWEST_SAFE) {
  const packages = packagesOf(lockfile);
  const there = new Set(packages.map(({ known }) => known));
  const weak = packages.flatMap((one) => {
    const known = Object.hasOwn(lowestSafe, one.known) ? lowestSafe[one.known] : undefined;
    if (!known || isSafe(one.version ?? '', known.lowest)) return [];
    if (isTool(one) && FOR_OLD_BROWSERS.test(one.at)) return [];
    return [`${named(one)} is below ${known.lowest.join(' or ')}: ${known.why}.`];
  });
  const gone = Object.keys(lowestSafe).filter((name) => !there.has(name));
  return [...weak, ...gone.map((name) => `lowest-safe.json names ${name}, which is in the lockfile no more.`)];
}
