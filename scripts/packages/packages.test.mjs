import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unnamedScriptsIn } from './install-scripts.mjs';
import { looseIn } from './integrity.mjs';
import { isTaken, LOOKED_AT, licencesIn } from './licences.mjs';
import { readAllowedScripts, readLockfile } from './locked.mjs';
import { wrongIn } from './look.mjs';
import { isSafe, weakIn } from './lowest-safe.mjs';

/** @import { Locked, Lockfile } from './locked.mjs' */

const HASH = `sha512-${'A'.repeat(86)}==`;

/**
 * The lockfile of the portal, with one package more.
 * @param {Locked} other
 * @returns {Lockfile}
 */
const withAnother = (other, at = 'node_modules/another') => ({
  packages: { ...readLockfile().packages, [at]: { version: '1.0.0', integrity: HASH, license: 'MIT', ...other } },
});

/** @param {Lockfile} lockfile */
const wrong = (lockfile) => wrongIn(lockfile, readAllowedScripts());

test('the packages of the portal are as they should be, and so is another one that is', () => {
  assert.deepEqual(wrong(readLockfile()), []);
  assert.deepEqual(wrong(withAnother({})), []);
});

test('a package whose file could be any is found, and so is one that says where it comes from', () => {
  const hashes = [undefined, '', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', HASH.slice(0, -1)];
  for (const integrity of hashes)
    assert.match(String(wrong(withAnother(/** @type {Locked} */ ({ integrity })))), /another@1\.0\.0 .*has no SHA-512/);
  for (const from of [{ resolved: 'https://registry.example.org/a.tgz' }, { resolved: 'git+ssh://a' }, { link: true }])
    assert.match(String(wrong(withAnother(from))), /another@1\.0\.0 .*says where it comes from/);
});

test('what lies in the file of another package is held by the hash of that file, at any depth, and by nothing else', () => {
  const bundled = /** @type {Locked} */ ({ license: 'MIT', version: '1.0.0', inBundle: true });
  const inner = { 'node_modules/a/node_modules/b': bundled, 'node_modules/a/node_modules/b/node_modules/c': bundled };
  assert.deepEqual(looseIn({ packages: { 'node_modules/a': { integrity: HASH }, ...inner } }), []);
  assert.equal(looseIn({ packages: { 'node_modules/a': {}, ...inner } }).length, 3);
  assert.equal(looseIn({ packages: { 'node_modules/b': bundled } }).length, 1);
});

test('a package that runs a script while it is installed is found until allowScripts names it', () => {
  const running = withAnother({ hasInstallScript: true });
  assert.match(String(wrong(running)), /another@1\.0\.0 .*allowScripts does not name it/);
  assert.deepEqual(unnamedScriptsIn(running, { ...readAllowedScripts(), another: false }), []);
  assert.match(String(unnamedScriptsIn(readLockfile(), { ...readAllowedScripts(), another: false })), /names another/);
  assert.match(String(wrong(withAnother({ hasInstallScript: true }, 'node_modules/constructor'))), /constructor@1/);
});

test('a package under a licence that is not taken is found', () => {
  const licences = [
    'GPL-3.0-only',
    'AGPL-3.0',
    'SEE LICENSE IN x',
    'MIT AND GPL-2.0',
    'constructor',
    '',
    undefined,
    ['MIT'],
  ];
  for (const license of licences)
    assert.match(String(wrong(withAnother({ license }))), /another@1\.0\.0 .*which was not looked at/);
});

test('one of the licences that a package offers is enough, with all that go with it', () => {
  const taken = ['MIT', '(MIT OR GPL-3.0)', 'MIT and ISC', '(GPL-3.0 OR (MIT AND Zlib))'];
  const not = ['MIT AND GPL-3.0', '(GPL-3.0 OR LGPL-3.0)', 'mit', 'mit-ish'];
  assert.deepEqual(taken.map(isTaken), [true, true, true, true]);
  assert.deepEqual(not.map(isTaken), [false, false, false, false]);
});

test('a look at a licence holds for what the package said then, and is forgotten when it has gone', () => {
  const { packages } = readLockfile();
  const duck = { ...packages['node_modules/duck'], license: 'GPL-3.0' };
  assert.match(String(licencesIn({ packages: { ...packages, 'node_modules/duck': duck } })), /duck@.* under GPL-3\.0/);
  const { 'node_modules/elkjs': gone, ...others } = packages;
  assert.match(String(licencesIn({ packages: others })), /elkjs was looked at/);
  assert.ok(Object.values(LOOKED_AT).every(({ why }) => why.length > 10));
});

test('a version below the lowest safe one of its line is found, a newer one is not', () => {
  const lowest = { another: { lowest: ['1.2.3', '3.0.1'], why: 'CVE-0' } };
  const found = (/** @type {string} */ version) => weakIn(withAnother({ version }), lowest).length;
  assert.deepEqual(['1.2.2', '0.9.0', '2.9.9', '3.0.0', '3.0.1-beta.1', '1.2.3-0', 'x'].map(found), Array(7).fill(1));
  assert.deepEqual(['1.2.3', '1.10.0', '3.0.1', '3.1.0-beta', '4.0.0', '10.0.0'].map(found), Array(6).fill(0));
  assert.match(String(wrong(withAnother({ version: '16.0.0' }, 'node_modules/x/node_modules/next'))), /CVE-2025-55182/);
  assert.match(String(wrong(withAnother({ name: 'next', version: '15.0.0' }))), /next@15\.0\.0/);
  assert.match(String(weakIn(readLockfile(), { gone: { lowest: ['1.0.0'], why: '' } })), /names gone/);
  assert.equal(isSafe('0.32.5', ['0.32.6']), false);
});

test('what only brings old browsers to the tests may be old, and only there', () => {
  const old = { version: '2.0.0', dev: true };
  assert.deepEqual(weakIn(withAnother(old, 'node_modules/lambdafs/node_modules/tar-fs')), []);
  assert.equal(weakIn(withAnother({ ...old, dev: false }, 'node_modules/lambdafs/node_modules/tar-fs')).length, 1);
  assert.equal(weakIn(withAnother(old, 'node_modules/x/node_modules/tar-fs')).length, 1);
});
