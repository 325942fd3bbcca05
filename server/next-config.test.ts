import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PHASE_PRODUCTION_SERVER } from 'next/constants';
import loadConfig from 'next/dist/server/config';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handOverConfig } from './next-config';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'next-config-'));
  mkdirSync(join(root, '.next'));
  const built = { config: { distDir: 'as-built', cacheMaxMemorySize: 52_428_800, experimental: {} } };
  writeFileSync(join(root, '.next/required-server-files.json'), JSON.stringify(built));
  writeFileSync(join(root, 'next.config.mjs'), `export default { distDir: 'from-the-file' };`);
});

afterEach(() => {
  delete process.env.__NEXT_PRIVATE_STANDALONE_CONFIG;
  rmSync(root, { recursive: true });
});

const configOfNext = () => loadConfig(PHASE_PRODUCTION_SERVER, root, { silent: true });

test('Next serves by the configuration of its build with our page store in it, and reads no file', async () => {
  handOverConfig(root);
  const { distDir, cacheHandler, cacheMaxMemorySize } = await configOfNext();
  expect([distDir, cacheHandler, cacheMaxMemorySize], 'the door has moved: see next-config.ts').toEqual([
    'as-built',
    join(root, '.server/still/next/cache-handler.js'),
    0,
  ]);
});

test('where nothing was handed over, it reads the file', async () => {
  expect((await configOfNext()).distDir).toBe('from-the-file');
});
