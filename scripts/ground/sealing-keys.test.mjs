import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { makeSealingKey, sealingKeysOf } from './sealing-keys.mjs';

const NAMES = ['SEALING_KEYS', 'SEALING_KEYS_COMMAND', 'SEALING_KEYS_FILE'];
const before = NAMES.map((name) => process.env[name]);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealing-keys-'));
  for (const name of NAMES) delete process.env[name];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  for (const [at, name] of NAMES.entries()) {
    delete process.env[name];
    if (before[at] !== undefined) process.env[name] = before[at];
  }
});

test('without a word the ring is made in the data folder, stays, and is read by its owner alone', () => {
  const ring = sealingKeysOf(folder);
  assert.match(ring, /^k\d{8}-[0-9a-f]{4}:[A-Za-z0-9+/]{43}=$/);
  assert.equal(sealingKeysOf(folder), ring);
  assert.equal(statSync(join(folder, 'sealing-keys')).mode & 0o077, 0);
});

test('a file that was named is read and never made: missing or without a key it stops the start with a sentence', () => {
  const file = join(folder, 'credential');
  process.env.SEALING_KEYS_FILE = file;
  assert.throws(() => sealingKeysOf(folder), /SEALING_KEYS_FILE names cannot be read/);
  writeFileSync(file, 'nothing:short\n');
  assert.throws(() => sealingKeysOf(folder), /holds no key/);
  const ring = `${makeSealingKey()}\n${makeSealingKey()}`;
  writeFileSync(file, `${ring}\n`);
  assert.equal(sealingKeysOf(folder), ring);
  assert.equal(readFileSync(file, 'utf8'), `${ring}\n`);
});

test('a command is asked once, and what it says is what every process started from here has', () => {
  const [ring, asked] = [makeSealingKey(), join(folder, 'asked')];
  process.env.SEALING_KEYS_COMMAND = `echo once >> ${asked}; echo ${ring}`;
  assert.equal(sealingKeysOf(folder), ring);
  assert.equal(process.env.SEALING_KEYS, ring);
  assert.equal(sealingKeysOf(folder), ring);
  assert.equal(readFileSync(asked, 'utf8'), 'once\n');
});

test('a command that fails, or says no key, stops the start, and what it said stands in no sentence', () => {
  process.env.SEALING_KEYS_COMMAND = 'echo geheim; exit 3';
  assert.throws(
    () => sealingKeysOf(folder),
    (/** @type {Error} */ { message }) => /ended with 3/.test(message) && !message.includes('geheim'),
  );
  process.env.SEALING_KEYS_COMMAND = 'echo geheim';
  assert.throws(
    () => sealingKeysOf(folder),
    (/** @type {Error} */ { message }) => /holds no key/.test(message) && !message.includes('geheim'),
  );
});
