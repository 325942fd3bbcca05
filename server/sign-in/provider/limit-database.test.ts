import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { providerSucceeded, secondsUntilProvider } from './limit';

test('two hundred ways to the provider and back are free for a network in a quarter of an hour; its neighbours are not counted with it', async () => {
  const [network, other] = [randomUUID(), randomUUID()];
  for (let way = 0; way < 200; way++) expect(await secondsUntilProvider(network)).toBe(0);
  const seconds = await secondsUntilProvider(network);
  expect(seconds).toBeGreaterThan(800);
  expect(seconds).toBeLessThanOrEqual(900);
  expect(await secondsUntilProvider(other)).toBe(0);
});

test('who got in gives both of her ways back', async () => {
  const network = randomUUID();
  for (let way = 0; way < 200; way++) await secondsUntilProvider(network);
  await providerSucceeded(network);
  expect([await secondsUntilProvider(network), await secondsUntilProvider(network)]).toEqual([0, 0]);
  expect(await secondsUntilProvider(network)).toBeGreaterThan(0);
});
