import { describe, expect, test } from 'vitest';
import { today } from '@/domain/day';
import { askedDay, type CommuneCoverage, rank, trendDays } from './coverage';

const row = (name: string, percent: number | null): CommuneCoverage => ({
  communeId: name,
  code: '',
  slug: name,
  name,
  kind: 'ward',
  q: 0,
  r: 0,
  level: 'group',
  units: 1,
  family: 0,
  pair: 0,
  covered: 0,
  state: percent === null ? 'not_reported' : percent === 0 ? 'zero' : 'some',
  percent,
});

describe('coverage', () => {
  test('a commune that has not reported is not ranked, one with 0 % is', () => {
    expect(rank([row('Xã A', null), row('Xã B', 0), row('Xã C', 50)]).map(({ name }) => name)).toEqual([
      'Xã C',
      'Xã B',
    ]);
  });

  test('equal shares stand in Vietnamese order', () => {
    expect(rank([row('Đan', 10), row('Dung', 10), row('Ánh', 10)]).map(({ name }) => name)).toEqual([
      'Ánh',
      'Dung',
      'Đan',
    ]);
  });

  test('a trend ends today, steps by ends of months and does not begin before the campaign', () => {
    expect(trendDays('2025-10-15', 12)).toEqual(['2025-08-31', '2025-09-30', '2025-10-15']);
    expect(trendDays('2026-11-24', 3)).toEqual(['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-24']);
  });

  test('a day that is none, too early or too far is today', () => {
    const refusals = ['x', '2025-02-30', '2020-01-01', '2199-01-01'].map(askedDay);
    expect(refusals).toEqual([
      { day: today(), refused: 'not-a-day' },
      { day: today(), refused: 'not-a-day' },
      { day: today(), refused: 'before-record' },
      { day: today(), refused: 'too-far' },
    ]);
    expect(askedDay(undefined)).toEqual({ day: today(), refused: null });
    expect(askedDay('2026-03-31')).toEqual({ day: '2026-03-31', refused: null });
  });
});
