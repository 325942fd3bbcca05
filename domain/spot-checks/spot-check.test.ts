import { expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import { standingOf } from './spot-check';

test.each<[Day, string, number]>([
  ['2026-12-04', 'open', 3],
  ['2026-12-03', 'soon', 2],
  ['2026-12-01', 'soon', 0],
  ['2026-11-30', 'late', 1],
  ['2026-11-20', 'late', 11],
])('on 1 December what can be answered until %s is %s, by %i days', (lastDay, name, days) => {
  expect(standingOf({ lastDay }, '2026-12-01')).toEqual({ name, days });
});
