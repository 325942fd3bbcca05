import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignInProvider } from '@/domain/ground/sign-in-provider';
import { openLyingProvider } from '@/test/servers/providers/lying-provider';
import { knownProvider } from './known-provider';

const HOUR = 3_600_000;
const began = Date.parse('2026-11-29T10:00:00Z');
let there: Awaited<ReturnType<typeof openLyingProvider>>;
let provider: SignInProvider;

beforeAll(async () => {
  there = await openLyingProvider();
  provider = { issuer: there.issuer, clientId: 'one', secret: { text: 'x' }, name: 'x', secondStep: null };
});
afterAll(() => there.close());

test('what a provider says of itself is asked for once by who come at one moment, and anew after an hour', async () => {
  await Promise.all([1, 2, 3].map(() => knownProvider(provider, began)));
  await knownProvider(provider, began + HOUR - 1);
  expect(there.told()).toBe(1);
  await knownProvider(provider, began + HOUR);
  expect(there.told()).toBe(2);
});

test('it is good for a day where the provider is silent, which is not asked again at once', async () => {
  const other = await openLyingProvider();
  const away = { ...provider, issuer: other.issuer };
  const known = await knownProvider(away, began);
  other.close();
  for (const later of [HOUR, HOUR + 5_000, 24 * HOUR - 1]) expect(await knownProvider(away, began + later)).toBe(known);
  await expect(knownProvider(away, began + 24 * HOUR + 1)).rejects.toThrow();
  await expect(knownProvider(away, began + 24 * HOUR + 2)).rejects.toThrow('a moment ago');
});
