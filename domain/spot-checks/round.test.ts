import { expect, test } from 'vitest';
import { lastSeenOn } from './round';

test('a round that lapsed was seen until its last day, one that was closed before until then', () => {
  // half past midnight in Viet Nam, on the day after the last one
  expect(lastSeenOn(new Date('2026-11-06T17:30:00Z'), '2026-11-06')).toBe('2026-11-06');
  expect(lastSeenOn(new Date('2026-11-04T09:00:00Z'), '2026-11-06')).toBe('2026-11-04');
  expect(lastSeenOn(new Date('2026-11-06T09:00:00Z'), '2026-11-06')).toBe('2026-11-06');
});
