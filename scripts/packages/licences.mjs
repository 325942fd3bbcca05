import { named, packagesOf } from './locked.mjs';

/** @import { Lockfile } from './locked.mjs' */

const FREE = 'may be used, changed and passed on with its notice kept';
const NO_CLAIM = 'asks for nothing';
const BY_FILE = 'asks for the source of its own files only where they were changed, and ours are as they came';

/** Licences under which a package may be part of the portal or of what builds it, and why. */
export const TAKEN = /** @type {Record<string, string>} */ ({
  MIT: FREE,
  'MIT-0': NO_CLAIM,
  'Apache-2.0': FREE,
  'BSD-2-Clause': FREE,
  'BSD-3-Clause': FREE,
  ISC: FREE,
  '0BSD': NO_CLAIM,
  'CC0-1.0': NO_CLAIM,
  Unlicense: NO_CLAIM,
  'BlueOak-1.0.0': FREE,
  'Python-2.0': FREE,
  'PSF-2.0': FREE,
  Zlib: FREE,
  'OFL-1.1': 'a typeface may go with a program, and is not sold by itself',
  'MPL-2.0': BY_FILE,
});

const LIBVIPS =
  'the library of pictures is a file of its own (libvips-cpp), as its makers built it: whoever runs the portal may put another in its place';
const NO_FIELD = 'says nothing in its package.json; its LICENSE is MIT';

/**
 * Packages that say something else, with what was found when they were looked at. The key is a name, or its beginning and `*`.
 * @type {Record<string, { says: string | undefined, why: string }>}
 */
export const LOOKED_AT = {
  '@img/sharp-libvips-*': { says: 'LGPL-3.0-or-later', why: LIBVIPS },
  '@img/sharp-win32-*': { says: 'Apache-2.0 AND LGPL-3.0-or-later', why: LIBVIPS },
  '@img/sharp-wasm32': {
    says: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    why: 'for systems without a library of their own; never part of what we hand on, and its sources are public',
  },
  'caniuse-lite': { says: 'CC-BY-4.0', why: 'data on browsers that the build reads; none of it reaches a reader' },
  elkjs: { says: 'EPL-2.0', why: 'comes with the tables in a browser (npm run studio); in no portal at work' },
  'png-js': { says: undefined, why: NO_FIELD },
  'seq-queue': { says: undefined, why: NO_FIELD },
  duck: { says: 'BSD', why: 'its LICENSE is BSD-2-Clause' },
  'splaytree-ts': { says: 'BDS-3-Clause', why: 'mistyped; its LICENSE is BSD-3-Clause' },
};

/**
 * Whether one of the licences that an expression offers, with all that go with it, is taken.
 * @param {string} expression
 */
export const isTaken = (expression) =>
  expression
    .replace(/[()]/g, ' ')
    .split(/\bor\b/i)
    .some((choice) => choice.split(/\band\b/i).every((licence) => Object.hasOwn(TAKEN, licence.trim())));

/** @param {string} name */
const lookedAt = (name) =>
  Object.entries(LOOKED_AT).find(([key]) => (key.endsWith('*') ? name.startsWith(key.slice(0, -1)) : name === key));

/**
 * What is wrong with the licences of a lockfile: one that is not taken and was not looked at, or a look that no package needs any more.
 * @param {Lockfile} lockfile
 */
export function licencesIn(lockfile) {
  const needed = new Set();
  const wrong = packagesOf(lockfile).flatMap((one) => {
    if (typeof one.license === 'string' && isTaken(one.license)) return [];
    const [key, look] = lookedAt(one.known) ?? [];
    needed.add(key);
    return look && look.says === one.license
      ? []
      : [`${named(one)} is under ${one.license ?? 'no licence it names'}, which was not looked at.`];
  });
  const forgotten = Object.keys(LOOKED_AT).filter((key) => !needed.has(key));
  return [...wrong, ...forgotten.map((key) => `${key} was looked at, and nothing needs that any more.`)];
}
