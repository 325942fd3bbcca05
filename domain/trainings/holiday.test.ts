import { describe, expect, test } from 'vitest';
import { addDays, type Day, fromDate } from '@/domain/day';
import { holidayOn, holidays, holidayYears } from './holiday';

/** Hồ Ngọc Đức's algorithm, apart from the table: when a new moon falls, as a Julian day number in Viet Nam (UTC+7). */
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
const dayOfJulian = (julian: number): Day => fromDate(new Date((julian - 2440588) * 86_400_000));

/** The month that begins before the sun enters its second part of spring (330°) is the first: this holds for these years. */
function tetOf(year: number): Day {
  const around = Math.floor((year - 1900) * 12.3685);
  for (let k = around; k < around + 4; k++)
    if (dayOfJulian(newMoonDay(k)) >= `${year}-01-20` && sunPart(newMoonDay(k + 1)) >= 11)
      return dayOfJulian(newMoonDay(k));
  throw new Error('no new moon');
}

describe('public holidays', () => {
  test('Tết of every year of the table is where the moon puts it, seen from Viet Nam', () => {
    for (const year of holidayYears) {
      const days = [...holidays]
        .filter(([day, name]) => name === 'tet' && day.startsWith(`${year}`))
        .map(([day]) => day);
      const tet = tetOf(year);
      expect(days, `${year}`).toEqual([-2, -1, 0, 1, 2, 3, 4].map((step) => addDays(tet, step)));
    }
  });

  test('the fixed days are there each year, and an ordinary day is none', () => {
    for (const year of holidayYears) {
      expect(holidayOn(`${year}-01-01`)).toBe('new-year');
      expect(holidayOn(`${year}-04-30`)).toBe('reunification');
      expect(holidayOn(`${year}-05-01`)).toBe('labour');
      expect(holidayOn(`${year}-09-02`)).toBe('national');
      expect(holidayOn(`${year}-11-24`)).toBe('culture');
      expect(holidayOn(`${year}-06-15`)).toBeUndefined();
    }
    expect(holidayOn('2030-02-02')).toBe('tet');
  });
});
