import { describe, expect, test } from 'vitest';
import { addDays, type Day, fromDate, isDay, toDate } from '@/domain/days/day';
import { lunarNewYears } from '@/domain/targets/tet';
import { holidayOn } from './holiday';
import { holidayList } from './holiday-list';

/** Hồ Ngọc Đức's algorithm, apart from every table: when a new moon falls, as a Julian day number in Viet Nam (UTC+7). */
const RAD = Math.PI / 180;
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t * t + 0.00033 * Math.sin((166.56 + 132.87 * t) * RAD);
  const [m, mp, f] = [
    359.2242 + 29.10535608 * k - 0.0000333 * t * t,
    306.0253 + 385.81691806 * k + 0.0107306 * t * t,
    21.2964 + 390.67050646 * k - 0.0016528 * t * t,
  ].map((degrees) => degrees * RAD) as [number, number, number];
  const s = Math.sin;
  const shift =
    (0.1734 - 0.000393 * t) * s(m) +
    0.0021 * s(2 * m) -
    0.4068 * s(mp) +
    0.0161 * s(2 * mp) -
    0.0004 * s(3 * mp) +
    0.0104 * s(2 * f) -
    0.0051 * s(m + mp) -
    0.0074 * s(m - mp) +
    0.0004 * s(2 * f + m) -
    0.0004 * s(2 * f - m) -
    0.0006 * s(2 * f + mp) +
    0.001 * s(2 * f - mp) +
    0.0005 * s(2 * mp + m);
  return Math.floor(mean + shift - (-0.000278 + 0.000265 * t + 0.000262 * t * t) + 0.5 + 7 / 24);
}
/** In which twelfth of its way the sun stands at the beginning of a day. */
function sunPart(day: number): number {
  const t = (day - 0.5 - 7 / 24 - 2451545) / 36525;
  const m = (357.5291 + 35999.0503 * t) * RAD;
  const length = 280.46645 + 36000.76983 * t + (1.9146 - 0.004817 * t) * Math.sin(m) + 0.019993 * Math.sin(2 * m);
  return Math.floor((((length % 360) + 360) % 360) / 30);
}
/** Days from the first of 1970, and back. */
const EPOCH = 2_440_588;
const dayOfJulian = (julian: number): Day => fromDate(new Date((julian - EPOCH) * 86_400_000));
const julianOf = (day: Day) => toDate(day).getTime() / 86_400_000 + EPOCH;

/** The number of the month in which the winter solstice of a year lies: the eleventh. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julianOf(`${year}-12-31` as Day) - 2_415_021) / 29.530588853);
  return sunPart(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/** Of a year with thirteen months, how many months after the eleventh the one is that the sun enters no part in. */
function leapAfter(eleventh: number): number {
  let at = 1;
  while (sunPart(newMoonDay(eleventh + at)) !== sunPart(newMoonDay(eleventh + at + 1)) && at < 13) at += 1;
  return at;
}

/** The first day of the lunar year: two months after the eleventh, or three where a leap month comes in between. */
function tetOf(year: number): Day {
  const [before, after] = [eleventhMonth(year - 1), eleventhMonth(year)];
  const isBetween = after - before === 13 && leapAfter(before) <= 2;
  return dayOfJulian(newMoonDay(before + (isBetween ? 3 : 2)));
}

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

  test('so are the first days of the lunar years that the campaign goes by', () => {
    expect(lunarNewYears).toEqual(Array.from({ length: 11 }, (_, at) => tetOf(2025 + at)));
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
