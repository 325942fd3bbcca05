import { expect, test } from 'vitest';
import { lastDayOf } from './standing';

test('what ends as a day of Viet Nam turns is told by its last day, and what ends at an hour by that', () => {
  expect(lastDayOf(new Date('2026-12-11T00:00:00+07:00'))).toBe('2026-12-10');
  expect(lastDayOf(new Date('2026-12-11T00:01:00+07:00'))).toBeNull();
  expect(lastDayOf(new Date('2026-12-10T23:59:00+07:00'))).toBeNull();
  expect(lastDayOf(new Date('2026-12-11T00:00:00Z'))).toBeNull();
});
