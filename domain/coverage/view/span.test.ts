import { expect, test } from 'vitest';
import { askedYears, readYears, trendOver, trendYears, yearsSaid } from './span';

test('one year is told by the ends of its months, three by those of quarters, six by those of halves of a year, and each ends with the day itself', () => {
  expect(trendOver('2031-11-24', 1)).toHaveLength(13);
  expect(trendOver('2031-11-24', 1).slice(-3)).toEqual(['2031-09-30', '2031-10-31', '2031-11-24']);
  expect(trendOver('2031-11-24', 3).slice(0, 2)).toEqual(['2028-12-31', '2029-03-31']);
  expect(trendOver('2031-11-24', 3).slice(-2)).toEqual(['2031-09-30', '2031-11-24']);
  expect(trendOver('2031-11-24', 6).slice(0, 2)).toEqual(['2025-12-31', '2026-06-30']);
  for (const years of trendYears) expect(trendOver('2035-11-24', years)).toHaveLength(13);
});

test('the end of a quarter stands once, and nothing from before there were figures', () => {
  expect(trendOver('2025-12-31', 3)).toEqual(['2025-09-30', '2025-12-31']);
  expect(trendOver('2025-07-10', 6)).toEqual(['2025-07-10']);
});

test('an address asks for one of them, and for nothing else', () => {
  expect(['1', '3', '6', '2', '', 'many', undefined].map(readYears)).toEqual([1, 3, 6, 1, 1, 1, 1]);
});

test('one that is kept has one spelling: the year that is asked anyway is not said, and what there is not is refused', () => {
  for (const years of trendYears) expect(askedYears(yearsSaid(years))).toBe(years);
  expect(yearsSaid(1)).toBeUndefined();
  for (const said of ['1', '2', '', 'many', '03', '3 ']) expect(askedYears(said), said).toBeUndefined();
});
