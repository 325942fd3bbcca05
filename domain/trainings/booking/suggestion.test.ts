import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, instantAt, toDate } from '@/domain/days/day';
import { overlaps } from '../session';
import { holidayOn } from './holiday';
import { freeSlots, SUGGEST_DAYS } from './suggestion';

const now = instantAt('2026-12-01', '06:00');
const busy = (day: Day, from: string, to: string) => ({ startsAt: instantAt(day, from), endsAt: instantAt(day, to) });

describe('free times', () => {
  test('the first of each half day, around what is taken; touching ends are free', () => {
    const taken = [busy('2026-12-01', '07:30', '09:00'), busy('2026-12-01', '14:00', '17:00')];
    expect(freeSlots({ from: '2026-12-01', minutes: 120, busy: taken, now }).slice(0, 3)).toEqual([
      { day: '2026-12-01', from: '09:00', to: '11:00' },
      { day: '2026-12-02', from: '07:30', to: '09:30' },
      { day: '2026-12-02', from: '13:30', to: '15:30' },
    ]);
  });

  test('Sundays and holidays are no days to teach, and what has passed is no time', () => {
    const days = freeSlots({ from: '2027-02-02', minutes: 60, busy: [], now }).map(({ day }) => day);
    expect(days[0]).toBe('2027-02-02'); // Tuesday; from the 4th on it is Tết, the 7th a Sunday
    expect(new Set(days)).toEqual(new Set(['2027-02-02', '2027-02-03', '2027-02-11']));
    const late = freeSlots({ from: '2026-12-01', minutes: 60, busy: [], now: instantAt('2026-12-01', '15:10') });
    expect(late[0]).toEqual({ day: '2026-12-01', from: '15:30', to: '16:30' });
  });

  test('a long session takes the day through, one longer than that finds none', () => {
    expect(freeSlots({ from: '2026-12-01', minutes: 480, busy: [], now })[0]).toMatchObject({
      from: '07:30',
      to: '15:30',
    });
    expect(freeSlots({ from: '2026-12-01', minutes: 700, busy: [], now })).toEqual([]);
  });

  test('whatever is taken: each is free, in working hours, within fourteen days, in order', () => {
    const taken = fc.record({
      day: fc.integer({ min: 0, max: 15 }),
      hour: fc.integer({ min: 6, max: 18 }),
      hours: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 60 }), fc.integer({ min: 30, max: 570 }), (rows, minutes) => {
        const from: Day = '2026-12-22';
        const list = rows.map(({ day, hour, hours }) => {
          const startsAt = instantAt(addDays(from, day), `${String(hour).padStart(2, '0')}:00`);
          return { startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000) };
        });
        const slots = freeSlots({ from, minutes, busy: list, now });
        const times = slots.map((slot) => busy(slot.day, slot.from, slot.to));
        expect(slots.length).toBeLessThanOrEqual(6);
        for (const [at, slot] of slots.entries()) {
          const own = times[at];
          if (!own) expect.unreachable();
          expect(list.some((other) => overlaps(other, own))).toBe(false);
          expect((own.endsAt.getTime() - own.startsAt.getTime()) / 60_000).toBe(minutes);
          expect(slot.from >= '07:30' && slot.to <= '17:00').toBe(true);
          expect(slot.day < addDays(from, SUGGEST_DAYS) && toDate(slot.day).getUTCDay() !== 0).toBe(true);
          expect(holidayOn(slot.day)).toBeUndefined();
          const next = times[at + 1];
          if (next) expect(own.endsAt <= next.startsAt).toBe(true);
        }
      }),
    );
  });
});
