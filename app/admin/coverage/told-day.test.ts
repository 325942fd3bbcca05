import { expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { toldDay } from './told-day';

test('a day to come is a plan, in the words of pages and files; today and days gone by are facts', () => {
  expect([-1, 0, 1].map((days) => toldDay(addDays(today(), days)))).toEqual(['asOf', 'asOf', 'planned']);
});
