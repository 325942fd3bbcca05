import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { othersRead, readMachineFacts } from './machine-facts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'machine-facts-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const file = path.join(dataDir, 'keys-elsewhere');
const keysWith = (mode: number) => {
  chmodSync(file, mode);
  return readMachineFacts({ ...env, DATA_DIR: dataDir, SEALING_KEYS: undefined, SEALING_KEYS_FILE: file }).keys;
};

test('keys that are not there, and those that whoever is on the machine may read, are named', () => {
  expect(readMachineFacts({ ...env, DATA_DIR: dataDir, SEALING_KEYS: undefined }).keys).toBe('missing');
  writeFileSync(file, '');
  expect([0o600, 0o400, 0o604, 0o660].map(keysWith)).toEqual(['closed', 'closed', 'open', 'open']);
});

test('a credential of systemd, which the group of root seems to read, is closed, and nothing else that others may read or write', () => {
  const [root, others] = [0, 1_000];
  expect([0o600, 0o440].map((mode) => othersRead({ mode, gid: root }))).toEqual([false, false]);
  for (const mode of [0o660, 0o670, 0o444, 0o404, 0o450])
    expect(othersRead({ mode, gid: root }), String(mode)).toBe(true);
  expect([0o440, 0o640].map((mode) => othersRead({ mode, gid: others }))).toEqual([true, true]);
});
