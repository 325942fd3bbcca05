import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, clockOf, dayOf, daysBetween, toDate, weekStart } from '@/domain/days/day';
import { holidayOn } from '@/domain/trainings/booking/holiday';
import { DAYS_AHEAD_MAX } from '@/domain/trainings/session-inputs';
import { expandSeries, overlapping, type Rule, repeats, SERIES_MAX, timesOn, weekdays } from './series';

const kept = (rule: Rule) => expandSeries(rule).days.flatMap(({ day, holiday }) => (holiday ? [] : [day]));
const rule = (over: object): Rule => ({
  first: '2026-11-30',
  repeat: 'weekly',
  every: 1,
  weekdays: [],
  skipHolidays: false,
  count: 3,
  ...over,
});

describe('the days of a series', () => {
  test('weekly, every other week, and monthly by date', () => {
    expect(kept(rule({}))).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
    expect(kept(rule({ every: 2 }))).toEqual(['2026-11-30', '2026-12-14', '2026-12-28']);
    const monthly = expandSeries(rule({ first: '2027-01-31', repeat: 'monthly_date' }));
    expect(monthly.days.map(({ day }) => day)).toEqual(['2027-01-31', '2027-03-31', '2027-05-31']);
    expect(monthly.gaps).toEqual(['2027-02', '2027-04']);
  });

  test('weekly on several weekdays: that of the first day and those chosen, every week or every other', () => {
    const both = { first: '2026-12-01', weekdays: ['TH'], count: 5 };
    expect(kept(rule(both))).toEqual(['2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10', '2026-12-15']);
    // a week is one from Monday to Sunday: what is chosen before the first day begins in the next turn
    expect(kept(rule({ ...both, first: '2026-12-03', weekdays: ['TU'], every: 2 }))).toEqual([
      '2026-12-03',
      '2026-12-15',
      '2026-12-17',
      '2026-12-29',
      '2026-12-31',
    ]);
    expect(kept(rule({ ...both, repeat: 'monthly_date', count: 2 }))).toEqual(['2026-12-01', '2027-01-01']);
  });

  test('until a day: that day is the last, also where the rule names the day behind it too', () => {
    const onTuesdaysToo = { weekdays: ['TU'], count: undefined };
    expect(kept(rule({ ...onTuesdaysToo, until: '2026-12-07' }))).toEqual(['2026-11-30', '2026-12-01', '2026-12-07']);
    expect(kept(rule({ ...onTuesdaysToo, until: '2026-12-06' }))).toEqual(['2026-11-30', '2026-12-01']);
  });

  test('the union’s own day is skipped like a public one, where holidays are skipped', () => {
    const overWomensDay = { first: '2027-10-13', count: 2 };
    expect(kept(rule({ ...overWomensDay, skipHolidays: true }))).toEqual(['2027-10-13', '2027-10-27']);
    expect(kept(rule(overWomensDay))).toEqual(['2027-10-13', '2027-10-20']);
  });

  test('the fifth Monday: months without one are skipped and said', () => {
    const { days, gaps } = expandSeries(rule({ repeat: 'monthly_weekday' }));
    expect(days.map(({ day }) => day)).toEqual(['2026-11-30', '2027-03-29', '2027-05-31']);
    expect(gaps).toEqual(['2026-12', '2027-01', '2027-02', '2027-04']);
    expect(kept(rule({ repeat: 'monthly_last' }))).toEqual(['2026-11-30', '2026-12-28', '2027-01-25']);
  });

  test('a holiday is skipped, said, and made up for at the end', () => {
    const { days } = expandSeries(rule({ first: '2027-01-30', skipHolidays: true }));
    expect(days).toEqual([
      { day: '2027-01-30', holiday: null },
      { day: '2027-02-06', holiday: expect.objectContaining({ id: 'tet' }) },
      { day: '2027-02-13', holiday: null },
      { day: '2027-02-20', holiday: null },
    ]);
  });

  const day = fc.integer({ min: 0, max: 800 }).map((at) => addDays('2026-12-01', at));
  const base = fc.record({
    first: day,
    repeat: fc.constantFrom(...repeats),
    every: fc.integer({ min: 1, max: 12 }),
    weekdays: fc.subarray([...weekdays]),
    skipHolidays: fc.boolean(),
  });
  const byCount = fc
    .tuple(base, fc.integer({ min: 2, max: SERIES_MAX }))
    .map(([rest, count]): Rule => ({ ...rest, count }));
  const byUntil = fc
    .tuple(base, fc.integer({ min: 1, max: 400 }))
    .map(([rest, days]): Rule => ({ ...rest, until: addDays(rest.first, days) }));

  test('whatever the rule: days increase, none is skipped and held, count and end are kept, weekdays and dates too', () => {
    fc.assert(
      fc.property(fc.oneof(byCount, byUntil), (rule) => {
        const { days, gaps, cut } = expandSeries(rule);
        const held = days.flatMap(({ day, holiday }) => (holiday ? [] : [day]));
        for (const [at, { day, holiday }] of days.entries()) {
          const before = days[at - 1]?.day;
          if (before) expect(day > before).toBe(true);
          expect(day >= rule.first && daysBetween(rule.first, day) <= DAYS_AHEAD_MAX).toBe(true);
          if (rule.until) expect(day <= rule.until).toBe(true);
          expect(holiday !== null).toBe(rule.skipHolidays && holidayOn(day) !== undefined);
          if (rule.repeat === 'monthly_date') expect(day.slice(8)).toBe(rule.first.slice(8));
          else if (rule.repeat !== 'weekly') expect(toDate(day).getUTCDay()).toBe(toDate(rule.first).getUTCDay());
          else {
            const chosen = rule.weekdays.map((weekday) => weekdays.indexOf(weekday));
            expect([toDate(rule.first).getUTCDay(), ...chosen.map((at) => (at + 1) % 7)]).toContain(
              toDate(day).getUTCDay(),
            );
            expect(daysBetween(weekStart(rule.first), weekStart(day)) % (7 * rule.every)).toBe(0);
          }
          if (rule.repeat === 'monthly_weekday')
            expect(Math.ceil(Number(day.slice(8)) / 7)).toBe(Math.ceil(Number(rule.first.slice(8)) / 7));
          if (rule.repeat === 'monthly_last') expect(addDays(day, 7).slice(0, 7)).not.toBe(day.slice(0, 7));
        }
        expect(held.length).toBeLessThanOrEqual(rule.count ?? SERIES_MAX);
        if (rule.count !== undefined && !cut) expect(held.length).toBe(rule.count);
        for (const gap of gaps) expect(days.some(({ day }) => day.startsWith(gap))).toBe(false);
      }),
    );
  });

  test('every session keeps the clock and the length of the first, in Viet Nam, whatever the zone of the server', () => {
    const zone = process.env.TZ;
    const hours = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 30 }));
    try {
      for (const TZ of ['UTC', 'America/New_York', 'Pacific/Kiritimati']) {
        process.env.TZ = TZ;
        fc.assert(
          fc.property(byCount, hours, (rule, [hour, length]) => {
            const from = `${String(hour).padStart(2, '0')}:00`;
            const ends = new Date(Date.parse(`${rule.first}T${from}:00+07:00`) + length * 3_600_000);
            const wish = { day: rule.first, from, to: clockOf(ends), endDay: dayOf(ends) };
            for (const { day } of expandSeries(rule).days) {
              const times = timesOn(day, wish);
              expect([dayOf(times.startsAt), clockOf(times.startsAt)]).toEqual([day, from]);
              expect(+times.endsAt - +times.startsAt).toBe(length * 3_600_000);
            }
          }),
          { numRuns: 25 },
        );
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

test('sessions that overlap another of their own are found, touching ones are not', () => {
  const on = (from: number, hours: number) => ({
    startsAt: new Date(Date.UTC(2027, 0, 1, from)),
    endsAt: new Date(Date.UTC(2027, 0, 1, from + hours)),
  });
  expect(overlapping([on(0, 2), on(2, 2), on(3, 2)])).toEqual([false, false, true]);
  expect(overlapping([on(5, 1), on(0, 10), on(9, 3)])).toEqual([true, false, true]);
});
