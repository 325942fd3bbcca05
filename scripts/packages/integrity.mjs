import { named, packagesOf } from './locked.mjs';

/** @import { Locked, Lockfile, Package } from './locked.mjs' */

const HASH = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * The package in whose file another one lies, or undefined.
 * @param {string} at
 * @param {Lockfile['packages']} packages
 * @returns {Locked | undefined}
 */
function bundleOf(at, packages) {
  const above = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  if (above === '') return undefined;
  return packages[above]?.inBundle ? bundleOf(above, packages) : packages[above];
}

/**
 * What is wrong with how packages are held fast: each has the SHA-512 of its file, or lies in a file that has one, and none says where
 * it comes from, for that is the registry of whoever installs.
 * @param {Lockfile} lockfile
 */
export const looseIn = (lockfile) =>
  packagesOf(lockfile).flatMap((one) => [
    ...(isHeld(one, lockfile) ? [] : [`${named(one)} has no SHA-512: its file could be any.`]),
    ...(one.resolved || one.link
      ? [`${named(one)} says where it comes from: npm install --omit-lockfile-registry-resolved leaves that out.`]
      : []),
  ]);

/**
 * @param {Package} one
 * @param {Lockfile} lockfile
 */
const isHeld = ({ integrity, inBundle, at }, { packages }) =>
  HASH.test((inBundle ? bundleOf(at, packages)?.integrity : integrity) ?? '');
