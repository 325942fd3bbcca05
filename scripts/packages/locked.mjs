import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../ground/settings.mjs';

/**
 * A package as `package-lock.json` names it.
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [name] what it is truly called, where the portal calls it otherwise
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {unknown} [license]
 * @property {boolean} [inBundle] it lies in the file of the package above it
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 * @property {boolean} [hasInstallScript]
 */
/** @typedef {{ packages: Record<string, Locked> }} Lockfile */
/** @typedef {Locked & { at: string, called: string, known: string }} Package */

/** @param {string} name */
const readJson = (name) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

/** The lockfile of the portal. */
export const readLockfile = () => /** @type {Lockfile} */ (readJson('package-lock.json'));

/** What the portal says of the scripts that packages want to run while they are installed. */
export const readAllowedScripts = () => /** @type {Record<string, boolean>} */ (readJson('package.json').allowScripts);

/**
 * Every package of a lockfile: where it lies, what it is called there, and by which name the registry knows it.
 * @param {Lockfile} lockfile
 * @returns {Package[]}
 */
export const packagesOf = ({ packages }) =>
  Object.entries(packages).flatMap(([at, locked]) => {
    if (at === '') return [];
    const called = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [{ ...locked, at, called, known: locked.name ?? called }];
  });

/** @param {Package} one */
export const named = ({ known, version, at }) => `${known}@${version} (${at})`;

/**
 * Whether a package is there for tests and tools only, and in no portal at work.
 * @param {Package} one
 */
export const isTool = ({ dev, devOptional }) => dev === true || devOptional === true;
