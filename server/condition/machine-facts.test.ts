import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { readMachineFacts } from './machine-facts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'machine-facts-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const file = path.join(dataDir, 'keys-elsewhere');
const ROOT = 0;
const SOME_GROUP = 1_000;
const keysWith = (mode: number) => {
  chmodSync(file, mode);
  return readMachineFacts({ ...env, DATA_DIR: dataDir, SEALING_KEYS: undefined, SEALING_KEYS_FILE: file }).keys;
};

test('keys that are not there, and those that whoever is on the machine may read, are named', () => {
  expect(readMachineFacts({ ...env, DATA_DIR: dataDir, SEALING_KEYS: undefined }).keys).toBe('missing');
  writeFileSync(file, '');
  expect([0o600, 0o400, 0o604, 0o606].map(keysWith)).toEqual(['closed', 'closed', 'open', 'open']);
});

test('a credential of systemd, which the group of root seems to read, is closed; one of any other group is open', () => {
  writeFileSync(file, '');
  if (process.getuid?.() !== ROOT) return expect(keysWith(0o440)).toBe('open');
  chownSync(file, ROOT, ROOT);
  expect(keysWith(0o440)).toBe('closed');
  expect(keysWith(0o444)).toBe('open');
  chownSync(file, ROOT, SOME_GROUP);
  expect(keysWith(0o440)).toBe('open');
});
