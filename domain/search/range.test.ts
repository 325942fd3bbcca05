import { expect, test } from 'vitest';
import { instantsOf, rangeOf, spelledRange, yearOf } from './range';

test('days and months are read in the ways people write them; of a month its first and its last day', () => {
  expect(rangeOf({ from: '2026-05', to: '2026-08' })).toEqual({ from: '2026-05-01', to: '2026-08-31' });
  expect(rangeOf({ from: '20/5/2026', to: '2/2028' })).toEqual({ from: '2026-05-20', to: '2028-02-29' });
  expect(rangeOf({ to: '2026-12' })).toEqual({ to: '2026-12-31' });
});

test('what is no day narrows nothing, and a range that is turned round is told', () => {
  for (const typed of ['', 'mai', '2026-13', '31/2/2026', '2026', '0'.repeat(5000), '2026-05-01T00:00'])
    expect(rangeOf({ from: typed, to: typed }), typed.slice(0, 20)).toEqual({});
  expect(rangeOf({ from: '2026-08', to: '2026-05' })).toEqual({ turned: true });
  expect(rangeOf({ from: '2026-05-20', to: '2026-05-20' })).toEqual({ from: '2026-05-20', to: '2026-05-20' });
});

test('a year of an old address is the range of its days; days that are typed come before it', () => {
  expect(rangeOf({ year: '2026' })).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(rangeOf({ year: '2026', from: '2026-03' })).toEqual({ from: '2026-03-01' });
  expect(yearOf(rangeOf({ year: '2026' }))).toBe('2026');
  expect(yearOf({ from: '2026-01-01', to: '2027-12-31' })).toBeNull();
  expect(rangeOf({ year: 'abcd' })).toEqual({});
});

test('an address says months where it can, and means the same', () => {
  const range = { from: '2026-05-01', to: '2028-02-29' } as const;
  expect(spelledRange(range)).toEqual({ from: '2026-05', to: '2028-02' });
  expect(rangeOf(spelledRange(range))).toEqual(range);
  expect(spelledRange({ from: '2026-05-02', to: '2026-05-30' })).toEqual({ from: '2026-05-02', to: '2026-05-30' });
});

test('days are those of Viet Nam, the last one whole', () => {
  expect(instantsOf({ from: '2026-05-20', to: '2026-05-20' })).toEqual({
    since: new Date('2026-05-19T17:00:00Z'),
    until: new Date('2026-05-20T17:00:00Z'),
  });
  expect(instantsOf({})).toEqual({ since: null, until: null });
});
