import { expect, test } from 'vitest';
import { stepOf } from './today';

test('the list goes along before the class, marks follow, and what was marked is reported afterwards', () => {
  const endsAt = new Date('2026-12-01T10:00:00Z');
  const [before, after] = [new Date('2026-12-01T09:59:00Z'), new Date('2026-12-01T10:00:00Z')];
  expect(stepOf({ endsAt, marked: 0 }, before)).toBe('take-along');
  expect(stepOf({ endsAt, marked: 3 }, before)).toBe('under-way');
  expect(stepOf({ endsAt, marked: 0 }, after)).toBe('mark');
  expect(stepOf({ endsAt, marked: 3 }, after)).toBe('report');
});
