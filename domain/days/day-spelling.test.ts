import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { optional } from '@/domain/texts/text';
import { addDays, type Day } from './day';
import { clockInput, dayInput } from './day-input';
import { readClock, readDay } from './day-spelling';

const read = (text: string) => {
  const result = readDay(text);
  return result.ok ? result.value : result.problem;
};

/** Every day of eleven years, three of them leap years. */
function* everyDay(): Generator<Day> {
  for (let day: Day = '2020-01-01'; day < '2031-01-01'; day = addDays(day, 1)) yield day;
}

describe('a day as people write it', () => {
  test('every day of eleven years is read back from every spelling of it', () => {
    let days = 0;
    for (const day of everyDay()) {
      const [year, month, date] = day.split('-') as [string, string, string];
      const [m, d] = [Number(month), Number(date)];
      const spellings = [
        day,
        `${date}/${month}/${year}`,
        `${d}/${m}/${year}`,
        `${date}-${month}-${year}`,
        `${d}.${m}.${year}`,
        `${date}${month}${year}`,
        `${d} ${m} ${year}`,
        ` ${d} / ${m} / ${year} `,
        `${year}/${m}/${d}`,
      ];
      for (const spelling of spellings) expect(read(spelling), spelling).toBe(day);
      days++;
    }
    expect(days).toBe(4018);
  });

  test('the day stands before the month: what Americans write is another day or none', () => {
    expect(read('11/12/2026')).toBe('2026-12-11');
    expect(read('11/24/2026')).toBe('not-a-day');
  });

  test('a day that no calendar has, a year cut short and what is no day each have their own name', () => {
    for (const text of [
      '31/02/2026',
      '29/2/2027',
      '0/1/2026',
      '1/13/2026',
      '2026-02-30',
      '1/1/1899',
      '01/01/2200',
      '99999999',
    ])
      expect(read(text), text).toBe('not-a-day');
    for (const text of ['24/11/26', '1.1.26', '5/6/202']) expect(read(text), text).toBe('year-short');
    for (const text of [
      '',
      ' ',
      'x',
      '24/11',
      '11/2026',
      '24//11/2026',
      '24/11/20266',
      '1e3/1/2026',
      '-1/1/2026',
      'thứ Ba',
    ])
      expect(read(text), text).toBe('day-unreadable');
  });

  test('a long text is refused without being gone through', () => {
    const started = performance.now();
    expect(read(`1${' '.repeat(1_000_000)}/1/2026`)).toBe('day-unreadable');
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('a time as people write it', () => {
  test('every minute of a day is read back from 14:05 and from 14h05', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const [hours, minutes] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
      const clock = `${String(hours).padStart(2, '0')}:${minutes}`;
      for (const spelling of [
        clock,
        `${hours}:${minutes}`,
        `${hours}h${minutes}`,
        `${hours}g${minutes}`,
        `${hours}${minutes}`,
      ])
        expect(readClock(spelling), spelling).toBe(clock);
    }
  });

  test('whole hours and words are read, also where the accents are typed apart', () => {
    for (const text of ['14', '14h', '14H', '14 giờ', '14 giờ'.normalize('NFD'), '14g', '14:00', '14.00', ' 14h00 '])
      expect(readClock(text), text).toBe('14:00');
    for (const text of ['9:05', '9h05', '0905', '905', '9 giờ 05']) expect(readClock(text), text).toBe('09:05');
  });

  test('9:5 may be two times and is none; nor is what no clock shows', () => {
    for (const text of [
      '',
      '9:5',
      '24:00',
      '12:60',
      '25',
      '14:',
      ':30',
      '14h5',
      '2pm',
      'trưa',
      '14:00:00',
      '-1:00',
      '12345',
    ])
      expect(readClock(text), text).toBeNull();
  });
});

describe('the fields of a form', () => {
  const form = z.strictObject({ day: dayInput, last: optional(dayInput), from: optional(clockInput) });
  const errors = (fields: Record<string, string>) =>
    form.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message]);

  test('an empty day says that a day is to be chosen, a wrong one what is wrong with it', () => {
    for (const day of ['', '  ']) expect(errors({ day })).toEqual([['day', 'day-needed']]);
    expect(errors({})).toEqual([['day', 'day-needed']]);
    expect(errors({ day: '31/02/2026' })).toEqual([['day', 'not-a-day']]);
    expect(errors({ day: '24/11/26' })).toEqual([['day', 'year-short']]);
    expect(errors({ day: 'x' })).toEqual([['day', 'day-unreadable']]);
    expect(errors({ day: '24/11/2026', from: '9:5' })).toEqual([['from', 'not-a-time']]);
  });

  test('both spellings are the same day, and what is left empty is not said', () => {
    for (const day of ['24/11/2026', '2026-11-24'])
      expect(form.parse({ day, last: ' ', from: '14h' })).toEqual({ day: '2026-11-24', from: '14:00' });
  });
});
