import { expect, test } from 'vitest';
import { addDays, type Day } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import {
  compareNames,
  formatDay,
  formatDayOfYear,
  formatInstant,
  formatMonth,
  formatMonthOnLeaf,
  formatNumber,
  formatPercent,
  formatTimes,
  formatTypedDay,
  formatTypedNumber,
  formatWeekday,
  formatWeekdayInside,
  formatWeekdayOnLeaf,
} from './format';

test('numbers read 1.234,5 in Vietnamese and 1,234.5 in English', () => {
  expect(formatNumber('vi', 1234.5)).toBe('1.234,5');
  expect(formatNumber('en', 1234.5)).toBe('1,234.5');
  expect(formatPercent('vi', 57.94)).toBe('57,9%');
});

test('a field shows a number with the comma or the point of the language, whichever it was typed with', () => {
  for (const typed of ['10.94812', '10,94812']) {
    expect(formatTypedNumber('vi', typed)).toBe('10,94812');
    expect(formatTypedNumber('en', typed)).toBe('10.94812');
  }
  expect(formatTypedNumber('vi', '')).toBe('');
});

test('every day of eleven years, as a field shows it, is read back as that day', () => {
  for (let day: Day = '2020-01-01'; day < '2031-01-01'; day = addDays(day, 1))
    for (const locale of ['vi', 'en'] as const) {
      const shown = formatTypedDay(locale, day);
      expect(shown).toMatch(/^\d\d\/\d\d\/\d{4}$/);
      expect(readDay(shown)).toEqual({ ok: true, value: day });
    }
});

test('a field shows each spelling of a day as 24/11/2026, and what is no day as it was typed', () => {
  for (const typed of ['2026-11-24', '24-11-2026', '24112026']) expect(formatTypedDay('vi', typed)).toBe('24/11/2026');
  for (const typed of ['31/2/2026', 'mai', '24/11/26', '']) expect(formatTypedDay('en', typed)).toBe(typed);
});

test('days read 24/11/2026 in both languages', () => {
  expect(formatDay('vi', '2026-11-24')).toBe('24/11/2026');
  expect(formatDayOfYear('en', '2026-11-04')).toBe('04/11');
  expect(formatWeekday('vi', '2026-11-24')).toBe('Thứ Ba, 24/11/2026');
  expect(formatWeekday('en', '2026-11-24')).toBe('Tuesday, 24/11/2026');
  expect(formatWeekday('vi', '2026-11-29')).toBe('Chủ nhật, 29/11/2026');
  expect(formatWeekdayInside('vi', '2026-11-24')).toBe('thứ Ba, 24/11/2026');
  expect(formatWeekdayInside('vi', '2026-11-29')).toBe('Chủ nhật, 29/11/2026');
  expect(formatWeekdayOnLeaf('en', '2026-11-29')).toBe('Sun');
  expect(formatMonthOnLeaf('en', '2026-11-30')).toBe('Nov');
  expect(formatMonthOnLeaf('vi', '2026-11-30')).toBe('Tháng 11');
  expect(formatMonth('vi', '2026-11-24')).toBe('tháng 11/2026');
  expect(formatMonth('en', '2026-11-24')).toBe('November 2026');
});

test('clocks show the time in Viet Nam whatever the zone of the server, across midnight too', () => {
  expect(formatTimes(new Date('2026-11-24T07:00:00Z'), new Date('2026-11-24T09:00:00Z'))).toBe('14:00 – 16:00');
  expect(formatInstant('vi', new Date('2026-11-24T17:00:00Z'))).toBe('00:00, 25/11/2026');
});

test('what ends as its day turns ends at 24:00, and what goes on into a later day says which', () => {
  const from = (start: string, end: string) => formatTimes(new Date(start), new Date(end));
  expect(from('2026-12-05T23:30:00+07:00', '2026-12-06T00:30:00+07:00')).toBe('23:30 – 00:30 (06/12)');
  expect(from('2026-12-05T00:00:00+07:00', '2026-12-05T01:00:00+07:00')).toBe('00:00 – 01:00');
  expect(from('2026-12-05T22:00:00+07:00', '2026-12-06T00:00:00+07:00')).toBe('22:00 – 24:00');
  expect(from('2026-12-05T00:00:00+07:00', '2026-12-07T00:00:00+07:00')).toBe('00:00 – 24:00 (06/12)');
});

test('names sort in Vietnamese order', () => {
  expect(['Đan', 'Dung', 'Bình', 'Ẩn', 'Ánh', 'An'].sort(compareNames)).toEqual([
    'An',
    'Ánh',
    'Ẩn',
    'Bình',
    'Dung',
    'Đan',
  ]);
});
