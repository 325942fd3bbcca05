import { describe, expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import { type CoverageRow, lastOf, modelSeries, monthsBetween, oneDecimal, rankPlaces, trendSeries } from './series';

const row = (day: Day, level: CoverageRow['level'], percent: number | null): CoverageRow => ({ day, level, percent });

test('percentages have one decimal, halves up', () => {
  expect([57.7464788, 33.3333, 66.6667, 12.5, 6.25, 18.75, 0, 100, 0.064, 1.005].map(oneDecimal)).toEqual([
    57.7, 33.3, 66.7, 12.5, 6.3, 18.8, 0, 100, 0.1, 1,
  ]);
});

describe('the trend', () => {
  test('orders rows by month and keeps the two levels apart', () => {
    const series = trendSeries([
      row('2026-11-24', 'group', 37),
      row('2026-10-31', 'sub_association', 52.5608),
      row('2026-11-24', 'sub_association', 57.7),
      row('2026-10-31', 'group', 34),
    ]);
    expect(series).toEqual([
      { month: '2026-10-01', subAssociations: 52.6, groups: 34 },
      { month: '2026-11-01', subAssociations: 57.7, groups: 37 },
    ]);
  });

  test('"not reported" is a gap and not zero; zero is zero', () => {
    const series = trendSeries([
      row('2026-01-31', 'sub_association', null),
      row('2026-02-28', 'sub_association', 0),
      row('2026-03-31', 'sub_association', null),
    ]);
    expect(series.map(({ subAssociations }) => subAssociations)).toEqual([null, 0, null]);
  });

  test('a month without a row stays as a gap, also over the turn of the year', () => {
    const series = trendSeries([row('2025-11-30', 'group', 25), row('2026-02-28', 'group', 50)]);
    expect(series.map(({ month, groups }) => [month, groups])).toEqual([
      ['2025-11-01', 25],
      ['2025-12-01', null],
      ['2026-01-01', null],
      ['2026-02-01', 50],
    ]);
  });

  test('of two days in one month the later counts', () => {
    const series = trendSeries([row('2026-11-24', 'group', 75), row('2026-11-01', 'group', 25)]);
    expect(series).toEqual([{ month: '2026-11-01', subAssociations: null, groups: 75 }]);
  });

  test('nothing in, nothing out', () => {
    expect(trendSeries([])).toEqual([]);
    expect(monthsBetween('2026-03-01', '2026-01-01')).toEqual([]);
  });

  test('the last number of a line is not the gap behind it', () => {
    expect(lastOf([1, null, 3, null], (value) => value)).toEqual({ index: 2, value: 3 });
    expect(lastOf([null, null], (value) => value)).toBeNull();
  });
});

describe('models by month', () => {
  test('a count of 0 is drawn, a missing count is a gap', () => {
    const series = modelSeries([
      { day: '2026-09-30', kind: 'digital_womens_club', active: 0 },
      { day: '2026-10-31', kind: 'digital_womens_club', active: 12 },
      { day: '2026-10-31', kind: 'digital_family', active: 5 },
    ]);
    const none = { digital_sub_association: null, one_plus_one_instructor: null };
    expect(series).toEqual([
      { month: '2026-09-01', digital_womens_club: 0, digital_family: null, ...none },
      { month: '2026-10-01', digital_womens_club: 12, digital_family: 5, ...none },
    ]);
  });
});

describe('the ranking', () => {
  const place = (name: string, percent: number | null, state: 'some' | 'zero' | 'not_reported' = 'some') => ({
    code: name,
    name,
    slug: name,
    state,
    percent,
  });
  const compare = new Intl.Collator('vi').compare;
  const names = (list: readonly { name: string; rank: number }[]) => list.map(({ name, rank }) => `${rank} ${name}`);

  test('equal numbers share a rank, in Vietnamese order', () => {
    const { leading, joining } = rankPlaces(
      [place('Đa Kia', 92), place('An Lộc', 10), place('Ẩn', 20), place('Dầu Giây', 92), place('Bom Bo', 50)],
      compare,
      2,
    );
    expect(names(leading)).toEqual(['1 Dầu Giây', '1 Đa Kia']);
    expect(names(joining)).toEqual(['5 An Lộc', '4 Ẩn']);
  });

  test('who has not reported is in neither list, and 0 % asks for hands', () => {
    const { leading, joining } = rankPlaces(
      [place('A', 60), place('B', null, 'not_reported'), place('C', 0, 'zero')],
      compare,
    );
    expect(names(leading)).toEqual(['1 A']);
    expect(names(joining)).toEqual(['2 C']);
  });

  test('nobody stands in both lists, nobody leads with 0, nobody at 100 is asked for more', () => {
    const all = rankPlaces([place('A', 100), place('B', 100), place('C', 100)], compare, 8);
    expect([names(all.leading), names(all.joining)]).toEqual([['1 A', '1 B'], []]);
    const none = rankPlaces([place('A', 0, 'zero'), place('B', 0, 'zero')], compare, 8);
    expect([names(none.leading), names(none.joining)]).toEqual([[], ['1 A', '1 B']]);
    const one = rankPlaces([place('A', 40)], compare, 8);
    expect([names(one.leading), names(one.joining)]).toEqual([['1 A'], []]);
  });
});
