import { describe, expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import {
  askedDay,
  askedPublicDay,
  type CommuneCoverage,
  type CoverageLine,
  countOf,
  knownOf,
  rank,
  stateOf,
  totalOf,
  trendDays,
} from './coverage';

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
  covered: 0,
  tied: 0,
  bothUntied: 0,
  familyOnly: 0,
  pairOnly: 0,
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

  test('what communes come to is without those that are silent, and never 100 % while one unit is missing', () => {
    const counted = { units: 12_077, covered: 12_076, tied: 12_076, pairOnly: 1 };
    const rows = [
      { ...row('Xã A', 99.9), ...counted },
      { ...row('Xã B', null), units: 40, familyOnly: 3 },
    ];
    expect(totalOf(rows)).toEqual({ ...counted, bothUntied: 0, familyOnly: 0, percent: 99.9 });
    expect(totalOf([row('Xã B', null)])).toMatchObject({ units: 0, percent: null });
  });

  test('of a silent commune nothing is counted, not even its units, nor of one without any; what nobody reports is not reported', () => {
    const silent = { ...row('Xã A', null), units: 4, covered: 2, tied: 2 };
    const counts = (line: CoverageLine) => [countOf(line, 'units'), countOf(line, 'tied')];
    expect(counts(silent)).toEqual([null, null]);
    expect(counts({ ...silent, units: 0, state: 'no_units' })).toEqual([null, null]);
    expect(counts({ ...silent, state: 'some', percent: 50 })).toEqual([4, 2]);
    expect(stateOf(totalOf([silent]))).toBe('not_reported');
  });

  test('a commune without groups still tells of its sub-associations; only of one that is known in nothing a word says why', () => {
    const [known, none, silent] = [row('Xã A', 40), row('Xã A', null), row('Xã B', null)];
    expect(knownOf([known, { ...none, state: 'no_units' }])).toEqual({ known: [known], unknown: null });
    expect(knownOf([silent, silent])).toEqual({ known: [], unknown: 'not_reported' });
    expect(knownOf([])).toEqual({ known: [], unknown: null });
  });

  test('a day to come is planned, and nobody reads a plan as a fact: signed in it is shown, in public it is today', () => {
    const tomorrow = addDays(today(), 1);
    expect(askedDay(tomorrow)).toEqual({ day: tomorrow, refused: null, typed: tomorrow });
    expect(askedPublicDay(tomorrow)).toEqual({ day: today(), refused: 'not-yet', typed: tomorrow });
    expect(askedPublicDay(today())).toEqual({ day: today(), refused: null, typed: today() });
  });

  test('a trend ends today, steps by ends of months and does not begin before the campaign', () => {
    expect(trendDays('2025-10-15', 12)).toEqual(['2025-08-31', '2025-09-30', '2025-10-15']);
    expect(trendDays('2026-11-24', 3)).toEqual(['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-24']);
  });

  test('a day that is none, too early or too far is today', () => {
    const refusals = ['x', '30/2/2025', '1.1.26', '2020-01-01', '01/01/2199'].map(askedDay);
    expect(refusals).toEqual([
      { day: today(), refused: 'day-unreadable', typed: 'x' },
      { day: today(), refused: 'not-a-day', typed: '30/2/2025' },
      { day: today(), refused: 'year-short', typed: '1.1.26' },
      { day: today(), refused: 'before-record', typed: '2020-01-01' },
      { day: today(), refused: 'too-far', typed: '01/01/2199' },
    ]);
    for (const none of [undefined, '', ' ', ['2026-03-31', '2026-04-01']])
      expect(askedDay(none)).toEqual({ day: today(), refused: null, typed: today() });
    for (const spelled of ['2026-03-31', '31/03/2026', '31.3.2026'])
      expect(askedDay(spelled)).toEqual({ day: '2026-03-31', refused: null, typed: '2026-03-31' });
  });
});
