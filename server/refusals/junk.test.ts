import { expect, test } from 'vitest';
import { JunkLimit, MISSES } from './junk';

test('thirty misses in a burst, then one a second; other networks are not counted', () => {
  let now = 0;
  const junk = new JunkLimit(MISSES, () => now);
  for (let miss = 0; miss < 30; miss++) {
    expect(junk.exceeded('a')).toBe(false);
    junk.note('a');
  }
  expect(junk.exceeded('a')).toBe(true);
  expect(junk.exceeded('b')).toBe(false);
  now = 999;
  expect(junk.exceeded('a')).toBe(true);
  now = 1_000;
  expect(junk.exceeded('a')).toBe(false);
  junk.note('a');
  expect(junk.exceeded('a')).toBe(true);
});

test('however many networks ask, the memory of them is bounded', () => {
  const junk = new JunkLimit(MISSES);
  for (let network = 0; network < 50_000; network++) junk.note(String(network));
  expect(junk.size).toBe(10_000);
});
