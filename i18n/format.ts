import { type Day, dayOf, timeZone, toDate } from '@/domain/day';
import type { Locale } from './locales';

const tag = (locale: Locale) => (locale === 'vi' ? 'vi-VN' : 'en-GB');

/** 1.234,5 in Vietnamese, 1,234.5 in English; at most one decimal. */
export const formatNumber = (locale: Locale, value: number) =>
  new Intl.NumberFormat(tag(locale), { maximumFractionDigits: 1 }).format(value);

/** A share given in percent (57.94 → "57,9%"). */
export const formatPercent = (locale: Locale, percent: number) => `${formatNumber(locale, percent)}%`;

/** 24/11/2026, in both languages. */
export function formatDay(_locale: Locale, day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** "Thứ Ba, 24/11/2026" / "Tuesday, 24/11/2026". */
export const formatWeekday = (locale: Locale, day: Day) => {
  const name = new Intl.DateTimeFormat(tag(locale), { weekday: 'long', timeZone: 'UTC' }).format(toDate(day));
  return `${name}, ${formatDay(locale, day)}`;
};

/** "tháng 11/2026" / "November 2026", for a day in the month. */
export function formatMonth(locale: Locale, day: Day): string {
  const [year, month] = day.split('-');
  if (locale === 'vi') return `tháng ${Number(month)}/${year}`;
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(toDate(day));
}

/** The clock in Viet Nam: 14:00. */
export const formatTime = (instant: Date) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant);

/**
 * "14:00 – 16:00". What ends as its day turns ends at 24:00; what goes on into a later day says which:
 * "23:30 – 00:30 (06/12)".
 */
export function formatTimes(from: Date, to: Date): string {
  const clock = formatTime(to);
  const last = dayOf(new Date(Math.max(from.getTime(), to.getTime() - 1)));
  const [, month, date] = last.split('-');
  const end = clock === '00:00' && to > from ? '24:00' : clock;
  return `${formatTime(from)} – ${end}${last > dayOf(from) ? ` (${date}/${month})` : ''}`;
}

/** "14:00, 24/11/2026", in Viet Nam. */
export const formatInstant = (_locale: Locale, instant: Date) => {
  const [year, month, date] = new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant).split('-');
  return `${formatTime(instant)}, ${date}/${month}/${year}`;
};

/** Names sort as Vietnamese readers expect: An, Ánh, Ẩn, Bình, Dung, Đan. */
export const compareNames = new Intl.Collator('vi').compare;
