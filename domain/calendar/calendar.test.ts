import { describe, expect, test } from 'vitest';
import { instantAt } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import { agendaOf, byWeek, countOf, drawnSpan, spanOf, stepFrom, weeksOfMonth } from './calendar';

const lasting = (from: string, to: string) => {
  const [day = '', time = ''] = from.split(' ');
  const [lastDay = '', lastTime = ''] = to.split(' ');
  return {
    startsAt: instantAt(day as `${number}-${number}-${number}`, time),
    endsAt: instantAt(lastDay as `${number}-${number}-${number}`, lastTime),
  };
};
const night = lasting('2026-12-05 23:30', '2026-12-06 00:30');
const dawn = lasting('2026-12-07 00:00', '2026-12-07 01:00');
const fair = lasting('2026-12-12 00:00', '2026-12-14 00:00');
const tillMidnight = lasting('2026-12-20 22:00', '2026-12-21 00:00');

/** Zones that a server may keep, and how many minutes they are behind UTC. */
const ZONES = {
  UTC: 0,
  'America/New_York': 300,
  'Asia/Ho_Chi_Minh': -420,
  'Pacific/Kiritimati': -840,
  'Pacific/Pago_Pago': 660,
};

describe('days of a session, in every zone that a server may keep', () => {
  for (const [zone, minutes] of Object.entries(ZONES))
    test(zone, () => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(new Date('2026-12-01T00:00:00Z').getTimezoneOffset()).toBe(minutes);
        expect([night, dawn, fair, tillMidnight].map(lastDayOf)).toEqual([
          '2026-12-06',
          '2026-12-07',
          '2026-12-13',
          '2026-12-20',
        ]);
        const days = agendaOf([night, dawn, fair, tillMidnight], spanOf('month', '2026-12-31'), 3);
        expect(days).toHaveLength(31);
        expect(days.filter(({ total }) => total > 0).map(({ day }) => day)).toEqual([
          '2026-12-05',
          '2026-12-07',
          '2026-12-12',
          '2026-12-13',
          '2026-12-20',
        ]);
      } finally {
        process.env.TZ = before;
        if (before === undefined) delete process.env.TZ;
      }
    });
});

describe('the agenda', () => {
  test('counts all of a day and shows the first few, each day of a fair anew', () => {
    const days = agendaOf(
      [fair, ...Array.from({ length: 5 }, () => lasting('2026-12-13 08:00', '2026-12-13 09:00'))],
      { from: '2026-12-13', to: '2026-12-15' },
      2,
    );
    expect(days.map(({ day, shown, total }) => [day, shown.length, total])).toEqual([
      ['2026-12-13', 2, 6],
      ['2026-12-14', 0, 0],
    ]);
  });

  test('what began before the span and goes on stands on its first day', () => {
    const [first] = agendaOf(
      [lasting('2026-11-30 08:00', '2026-12-02 17:00')],
      { from: '2026-12-01', to: '2026-12-03' },
      3,
    );
    expect(first).toMatchObject({ day: '2026-12-01', total: 1 });
  });
});

describe('a month on the wall', () => {
  test('is parted into its weeks, of which the first and the last may be short; nothing is counted twice', () => {
    const november = agendaOf([], spanOf('month', '2026-11-10'), 3).map((one) => ({ ...one, total: 1 }));
    const weeks = byWeek(november);
    expect(weeks.map((week) => [week[0]?.day, countOf(week)])).toEqual([
      ['2026-11-01', 1],
      ['2026-11-02', 7],
      ['2026-11-09', 7],
      ['2026-11-16', 7],
      ['2026-11-23', 7],
      ['2026-11-30', 1],
    ]);
    expect(countOf(november, { from: '2026-11-02', to: '2026-11-09' })).toBe(7);
  });

  test('begins its weeks on Monday and fills them with the days around', () => {
    expect(weeksOfMonth('2026-12-24').map((week) => [week[0], week[6]])).toEqual([
      ['2026-11-30', '2026-12-06'],
      ['2026-12-07', '2026-12-13'],
      ['2026-12-14', '2026-12-20'],
      ['2026-12-21', '2026-12-27'],
      ['2026-12-28', '2027-01-03'],
    ]);
    expect(drawnSpan('month', '2026-02-10')).toEqual({ from: '2026-01-26', to: '2026-03-02' });
    // a February of four whole weeks needs nothing around it
    expect(drawnSpan('month', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-03-01' });
  });

  test('steps lead to the month, the week and the day beside', () => {
    expect(stepFrom('month', '2026-12-31', 1)).toBe('2027-01-01');
    expect(stepFrom('month', '2026-01-31', -1)).toBe('2025-12-01');
    expect(stepFrom('week', '2026-12-06', 1)).toBe('2026-12-07');
    expect(stepFrom('day', '2026-12-31', 1)).toBe('2027-01-01');
  });
});
