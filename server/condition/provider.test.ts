import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLyingProvider } from '@/test/servers/providers/lying-provider';
import { readKeptFacts } from './kept-facts';
import { lookAtProvider } from './provider';

let there: Awaited<ReturnType<typeof openLyingProvider>>;
beforeAll(async () => {
  there = await openLyingProvider();
});
afterAll(() => there.close());

const looked = async (issuer: string | undefined) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-provider-'));
  await lookAtProvider(issuer, dataDir);
  return readKeptFacts(dataDir).provider?.says ?? null;
};

test('a provider answers, or names itself otherwise than it was named', async () => {
  expect(await looked(there.issuer)).toBe('answers');
  expect(await looked(`${there.issuer}/`)).toBe('otherwise');
});

test('one that is not there, or says something else, is silent', async () => {
  expect(await looked('http://127.0.0.1:9')).toBe('silent');
  const other = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  expect(await looked(`http://127.0.0.1:${(other.address() as AddressInfo).port}`)).toBe('silent');
  other.close();
});

test('where none is named nobody is asked', async () => {
  expect(await looked(undefined)).toBeNull();
});
