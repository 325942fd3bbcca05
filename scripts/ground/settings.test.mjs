import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createECDH } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makePushKeys, pushKeysOf } from './settings.mjs';

const SETTINGS = fileURLToPath(new URL('./settings.mjs', import.meta.url));

/** @param {(folder: string) => void | Promise<void>} work */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('of several processes that make the pair for push services at the same moment all have the same one', () =>
  inFolder(async (folder) => {
    const program = join(folder, 'one.mjs');
    writeFileSync(
      program,
      `import { pushKeysOf } from ${JSON.stringify(SETTINGS)};
       process.on('message', (dataDir) => process.send(pushKeysOf(dataDir), () => process.exit()));
       process.send('ready');`,
    );
    const { PUSH_KEYS: _, ...surroundings } = process.env;
    const processes = Array.from({ length: 4 }, () => fork(program, { env: surroundings }));
    const said = (/** @type {import('node:child_process').ChildProcess} */ one) =>
      new Promise((resolve) => one.once('message', resolve));
    await Promise.all(processes.map(said));
    const made = processes.map(said);
    for (const one of processes) one.send(folder);
    const pairs = new Set(await Promise.all(made));
    assert.equal(pairs.size, 1);
    assert.deepEqual([...pairs], [readFileSync(join(folder, 'push-keys'), 'utf8').trim()]);
    assert.deepEqual(readdirSync(folder).sort(), ['one.mjs', 'push-keys'], 'nothing of the others is left');
  }));

test('the pair stays, belongs together, and is read by its owner alone', () =>
  inFolder((folder) => {
    const pair = pushKeysOf(folder);
    assert.equal(pushKeysOf(folder), pair);
    assert.equal(statSync(join(folder, 'push-keys')).mode & 0o077, 0);
    for (const one of [pair, ...Array.from({ length: 50 }, makePushKeys)]) {
      const [open = '', secret = ''] = one.split(':');
      const made = createECDH('prime256v1');
      made.setPrivateKey(Buffer.from(secret, 'base64url'));
      assert.equal(made.getPublicKey('base64url'), open);
    }
  }));
