import { describe, expect, test } from 'vitest';
import { addDays, type Day, isDay } from '@/domain/days/day';
import { dayOfJulian, newMoonDay, tetOf } from '@/test/lunar-year';
import { holidayOn } from './holiday';
import { holidayList } from './holiday-list';

const years = [2026, 2027, 2028, 2029, 2030];
const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01` as Day, at)).filter((day) =>
    day.startsWith(`${year}`),
  );

describe('holidays', () => {
  test('Tết of every year of the list is where the moon puts it, seen from Viet Nam', () => {
    for (const year of years) {
      const days = daysOf(year).filter((day) => holidayOn(day)?.id === 'tet');
      expect(days, `${year}`).toEqual([-2, -1, 0, 1, 2, 3, 4].map((step) => addDays(tetOf(year), step)));
    }
  });

  test('Hùng Kings’ day is the tenth of the third month', () => {
    for (const year of years) {
      const day = daysOf(year).find((each) => holidayOn(each)?.id === 'hung-kings') ?? '2000-01-01';
      const near = Math.round((Date.parse(day) - Date.parse('1900-01-01')) / 86_400_000 / 29.530588);
      const begins = [-1, 0, 1].map((step) => dayOfJulian(newMoonDay(near + step)));
      expect(begins, `${year}`).toContain(addDays(day, -9));
    }
  });

  test('the days of the State and the union’s own are there each year, beyond the list too, and an ordinary day is none', () => {
    const named = {
      '01-01': 'new-year',
      '04-30': 'reunification',
      '05-01': 'labour',
      '09-02': 'national',
      '11-24': 'culture',
    };
    for (const year of [...years, 2035]) {
      for (const [date, id] of Object.entries(named))
        expect(holidayOn(`${year}-${date}` as Day)).toMatchObject({ id, kind: 'public' });
      for (const date of ['03-08', '10-20'])
        expect(holidayOn(`${year}-${date}` as Day), date).toMatchObject({ kind: 'union' });
      expect(holidayOn(`${year}-06-15`)).toBeUndefined();
    }
    expect(holidayOn('2030-02-02')?.id).toBe('tet');
  });

  test('each is named in both languages, on days that exist', () => {
    const ids = new Set(holidayList.map(({ id }) => id));
    expect(ids.size).toBe(holidayList.length);
    for (const { id, vi, en, kind, yearly = [], days = [] } of holidayList) {
      expect([vi.length > 2, en.length > 2, kind === 'public' || kind === 'union'], id).toEqual([true, true, true]);
      expect(yearly.length + days.length, id).toBeGreaterThan(0);
      for (const day of [...days, ...yearly.map((date) => `2026-${date}`)]) expect(isDay(day), day).toBe(true);
    }
  });
});
