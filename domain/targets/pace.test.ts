import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '@/domain/days/day';
import { type PaceFacts, paceDays, paceOf, wantedOf } from './pace';

const FIRST = '2025-08-01';

/** Counts at the ends of the last weeks of the campaign, the last one on the day itself. */
const facts = (day: Day, counts: (number | null)[], more: Partial<PaceFacts> = {}): PaceFacts => {
  const days = paceDays(day, FIRST).slice(-counts.length);
  return {
    day,
    points: counts.map((done, at) => ({ day: days[at] ?? day, done: done ?? 0, isKnown: done !== null })),
    done: counts.at(-1) ?? 0,
    whole: 100,
    isKnown: counts.at(-1) !== null,
    target: 100,
    ...more,
  };
};
const verdict = (day: Day, counts: (number | null)[], more: Partial<PaceFacts> = {}) =>
  paceOf(facts(day, counts, more)).verdict;

describe('the days that a pace is read from', () => {
  test('nine ends of weeks; a week of Tết is stepped over; nothing before the campaign', () => {
    expect(paceDays('2026-11-28', FIRST).at(0)).toBe('2026-10-03');
    expect(paceDays('2026-11-28', FIRST)).toHaveLength(9);
    expect(paceDays('2026-03-05', FIRST).slice(-3)).toEqual(['2026-02-12', '2026-02-26', '2026-03-05']);
    expect(paceDays('2025-08-20', FIRST)).toEqual(['2025-08-06', '2025-08-13', '2025-08-20']);
  });
});

describe('needed and achieved', () => {
  test('two a week for eight weeks, 20 missing, five weeks left: four a week needed, reached in ten weeks', () => {
    // 26/11/2026 and 35 days are 31/12/2026; ten weeks on is 04/02/2027, and two weeks of Tết (1 to 14/02) move it to 18/02
    const pace = paceOf(facts('2026-11-26', [64, 66, 68, 70, 72, 74, 76, 78, 80]));
    expect(pace).toMatchObject({ deadline: '2026-12-31', missing: 20, needed: 4, achieved: 2, weeks: 8 });
    expect(pace.verdict).toEqual({ name: 'late', on: '2027-02-18', weeks: 7 });
  });

  test('of what is missing in time the weeks that are left over are said', () => {
    expect(verdict('2026-06-04', [20, 24, 28, 32, 36, 40, 44, 48, 52])).toEqual({
      name: 'in-time',
      on: '2026-08-27',
      weeks: 18,
    });
  });

  test('a sheet that came in at once does not move the pace; where one comes now and then it is not nothing', () => {
    const all = paceOf(facts('2026-11-26', [10, 10, 10, 10, 50, 50, 50, 50, 50]));
    const some = paceOf(facts('2026-11-26', [10, 11, 11, 12, 12, 13, 13, 14, 14]));
    const burst = paceOf(facts('2026-11-26', [10, 12, 14, 16, 18, 20, 22, 24, 66]));
    expect([some.achieved, burst.achieved]).toEqual([0.5, 2]);
    // 20 of 36 slopes are above nothing, so one half of a step is seen in it; a single week at the end is not
    expect(all.achieved).toBeGreaterThan(0);
    expect(paceOf(facts('2026-11-26', [10, 10, 10, 10, 10, 10, 10, 10, 50])).achieved).toBe(0);
  });

  test('a week of Tết is no week: the same gain before and after it is the same pace', () => {
    expect(paceOf(facts('2026-03-12', [64, 66, 68, 70, 72, 74, 76, 78, 80])).achieved).toBe(2);
    // in January of 2026 the year has 365 − 7 days of the campaign
    expect(paceOf(facts('2025-12-31', [10, 10, 10, 10, 10], { done: 0 })).needed).toBeNull();
    expect(paceOf(facts('2026-01-01', [1, 1, 1, 1, 1], { done: 49 })).needed).toBe(1);
  });

  test('on the last day of the year no week is left, and what is missing is still said', () => {
    expect(paceOf(facts('2026-12-31', [64, 66, 68, 70, 72, 74, 76, 78, 80]))).toMatchObject({
      missing: 20,
      needed: null,
    });
  });
});

describe('the verdict', () => {
  test('not at this pace: nothing gained, something lost, or more than five years', () => {
    const never = { name: 'not-at-this-pace' };
    expect(verdict('2026-11-26', [50, 50, 50, 50, 50, 50, 50, 50, 50])).toEqual(never);
    expect(verdict('2026-11-26', [58, 57, 56, 55, 54, 53, 52, 51, 50])).toEqual(never);
    const slow = [10, 10, 10, 11, 11, 11, 11, 12, 12];
    expect(verdict('2026-11-26', slow, { whole: 20 })).toMatchObject({ name: 'late' });
    expect(verdict('2026-11-26', slow, { whole: 1_000 })).toEqual(never);
  });

  test('reached: the end of the week from which on it was, or before all of them; a target that was lost again is not reached', () => {
    expect(verdict('2026-11-26', [96, 98, 100, 100, 100])).toEqual({ name: 'reached', on: '2026-11-12' });
    expect(verdict('2026-11-26', [100, 100, 100, 100, 100])).toEqual({ name: 'reached', on: null });
    expect(verdict('2026-11-26', [100, 98, 100, 100, 99])).not.toMatchObject({ name: 'reached' });
    expect(verdict('2026-11-26', [80, 80, 80, 80, 80], { target: 80 })).toEqual({ name: 'reached', on: null });
  });

  test('too few weeks to say: less than four that are known, also after a silence', () => {
    expect(verdict('2025-08-20', [4, 8, 12])).toEqual({ name: 'too-few-weeks' });
    expect(verdict('2026-11-26', [null, null, null, null, null, 10, 12, 14, 16])).toEqual({ name: 'too-few-weeks' });
    expect(verdict('2026-11-26', [null, null, null, null, 8, 10, 12, 14, 16])).toMatchObject({ name: 'late' });
  });

  test('silent: nobody reports, or there is nothing to count; then nothing is needed either', () => {
    expect(paceOf(facts('2026-11-26', [1, 2, 3, 4, null]))).toMatchObject({
      needed: null,
      achieved: null,
      verdict: { name: 'silent' },
    });
    expect(verdict('2026-11-26', [0, 0, 0, 0, 0], { whole: 0 })).toEqual({ name: 'silent' });
  });

  test('nothing of after the day moves it: points that were not asked for are no part of it', () => {
    const day = '2026-09-30';
    expect(paceDays(day, FIRST).at(-1)).toBe(day);
    expect(paceDays(day, FIRST).every((each) => each <= day)).toBe(true);
    expect(paceOf(facts(day, [64, 66, 68, 70, 72, 74, 76, 78, 80])).verdict).toMatchObject({ on: addDays(day, 70) });
  });
});

describe('how many are wanted', () => {
  test('never one less than the share, and no error of fractions', () => {
    expect([
      wantedOf(100, 12_077),
      wantedOf(99.9, 12_077),
      wantedOf(80, 19),
      wantedOf(0, 19),
      wantedOf(33.3, 1_000),
    ]).toEqual([12_077, 12_065, 16, 0, 333]);
  });

  test('what is only counted is wanted as it is', () => {
    expect(wantedOf(250, null)).toBe(250);
    expect(verdict('2026-11-26', [10, 20, 30, 40, 50, 60, 70, 80, 90], { whole: null, target: 120 })).toMatchObject({
      name: 'in-time',
      on: '2026-12-17',
    });
  });
});
