import { expect, test } from 'vitest';
import { maskedNetwork } from './open-session';

test('a network is told by its first half, and one that is none by nothing', () => {
  expect(maskedNetwork('113.161.72.8')).toBe('113.161.…');
  expect(maskedNetwork('2402:800:63b1:9')).toBe('2402:800:…');
  expect(maskedNetwork('unknown')).toBe('…');
  expect(maskedNetwork(null)).toBe('');
});
