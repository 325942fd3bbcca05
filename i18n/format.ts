import { clockOf, clocksOf, type Day, dayOf, toDate } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import type { Locale } from './locales';

/** Formats made once a language: making one takes longer than a hundred uses of it. */
const inBoth = <Format>(make: (tag: string) => Format): Record<Locale, Format> => ({
  vi: make('vi-VN'),
  en: make('en-GB'),
});
const numbers = inBoth((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const weekdays = inBoth((tag) => new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }));
const months = inBoth((tag) => new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }));
const englishMonths = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** 1.234,5 in Vietnamese, 1,234.5 in English; at most one decimal. */
export const formatNumber = (locale: Locale, value: number) => numbers[locale].format(value);

/** "840 KB", "2,4 MB". */
export function formatBytes(locale: Locale, bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${formatNumber(locale, Math.max(1, Math.round(kilobytes)))} KB`
    : `${formatNumber(locale, kilobytes / 1024)} MB`;
}

/** The text of a number as a field shows it, with the comma or the point of the language: 10,94812 and 10.94812. */
export const formatTypedNumber = (locale: Locale, typed: string) =>
  locale === 'vi' ? typed.replace('.', ',') : typed.replace(',', '.');

/** A share given in percent (57.94 → "57,9%"). */
export const formatPercent = (locale: Locale, percent: number) => `${formatNumber(locale, percent)}%`;

/** 24/11/2026, in both languages. */
export function formatDay(_locale: Locale, day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** 24/11, in both languages: where the year stands above. */
export const formatDayOfYear = (locale: Locale, day: Day) => formatDay(locale, day).slice(0, 5);

/**
 * A day as it was typed, in whatever spelling, as a field shows it: 24/11/2026. A text that is no day stays as it was
 * typed.
 */
export function formatTypedDay(locale: Locale, typed: string): string {
  const read = readDay(typed);
  return read.ok ? formatDay(locale, read.value) : typed;
}

/** "Thứ Ba", "Chủ nhật" / "Tuesday": where it stands alone or begins. */
export const formatWeekdayName = (locale: Locale, day: Day) =>
  weekdays[locale].format(toDate(day)).replace('Chủ Nhật', 'Chủ nhật');

/** "Thứ Ba", "Chủ nhật" / "Tue": on the leaf of a calendar. */
export const formatWeekdayOnLeaf = (locale: Locale, day: Day) =>
  locale === 'vi' ? formatWeekdayName(locale, day) : formatWeekdayName(locale, day).slice(0, 3);

/** "Tháng 11" / "Nov": above the day on the leaf of a calendar, which is narrow. */
export const formatMonthOnLeaf = (locale: Locale, day: Day) =>
  locale === 'vi' ? months.vi.format(toDate(day)) : months.en.format(toDate(day)).slice(0, 3);

/** "Thứ Ba, 24/11/2026" / "Tuesday, 24/11/2026", where it stands alone or begins. */
export const formatWeekday = (locale: Locale, day: Day) =>
  `${formatWeekdayName(locale, day)}, ${formatDay(locale, day)}`;

/** The same inside a sentence: "thứ Ba, 24/11/2026", "Chủ nhật, 29/11/2026". */
export const formatWeekdayInside = (locale: Locale, day: Day) => formatWeekday(locale, day).replace(/^Thứ /, 'thứ ');

/** "tháng 11/2026" / "November 2026", for a day in the month. */
export function formatMonth(locale: Locale, day: Day): string {
  const [year, month] = day.split('-');
  if (locale === 'vi') return `tháng ${Number(month)}/${year}`;
  return englishMonths.format(toDate(day));
}

/** "14:00", in both languages. */
export const formatTime = clockOf;

/** "14:00 – 16:00", "23:30 – 00:30 (06/12)", in both languages. */
export const formatTimes = clocksOf;

/** "14:00, 24/11/2026", in Viet Nam. */
export const formatInstant = (locale: Locale, instant: Date) =>
  `${formatTime(instant)}, ${formatDay(locale, dayOf(instant))}`;

/** Names sort as Vietnamese readers expect: An, Ánh, Ẩn, Bình, Dung, Đan. */
export const compareNames = new Intl.Collator('vi').compare;
