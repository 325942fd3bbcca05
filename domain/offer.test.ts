import { expect, test } from 'vitest';
import { answerBy } from './offer';

test('she has a day from being told, less near the start, half an hour at least, and never longer than the class waits', () => {
  const starts = new Date('2026-12-10T01:00:00Z');
  const from = (told: string) => answerBy(starts, new Date(told)).toISOString();
  expect(from('2026-12-01T02:15:00Z')).toBe('2026-12-02T02:15:00.000Z');
  expect(from('2026-12-09T01:00:00Z')).toBe('2026-12-09T13:00:00.000Z');
  expect(from('2026-12-10T00:20:00Z')).toBe('2026-12-10T00:50:00.000Z');
  expect(from('2026-12-10T00:45:00Z')).toBe('2026-12-10T01:00:00.000Z');
});
