import { dayOf } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import { formatDay, formatTimes, formatWeekday, formatWeekdayInside } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import type { Words } from './place-words';

type When = { startsAt: Date; endsAt: Date; allDay: boolean };

/** "14:00 – 16:00", "23:30 – 00:30 (06/12)", "Cả ngày": the hours of a session, as clocks stand in Viet Nam. */
export function timesWords(t: Words, locale: Locale, { startsAt, endsAt, allDay }: When): string {
  if (!allDay) return formatTimes(startsAt, endsAt);
  const last = lastDayOf({ startsAt, endsAt });
  return last > dayOf(startsAt) ? t('times.allDayUntil', { day: formatDay(locale, last) }) : t('times.allDay');
}

/** "Thứ Bảy, 05/12/2026", of a fair that lasts longer its first and last day; inside a sentence "thứ Bảy, 05/12/2026". */
export function daysWords(t: Words, locale: Locale, when: When, worded = formatWeekday): string {
  const { startsAt, endsAt, allDay } = when;
  const [first, last] = [dayOf(startsAt), lastDayOf({ startsAt, endsAt })];
  if (!allDay || last === first) return worded(locale, first);
  return t('times.days', { from: worded(locale, first), to: formatWeekdayInside(locale, last) });
}

/** Both together: "14:00 – 16:00, thứ Bảy, 05/12/2026". */
export const whenWords = (t: Words, locale: Locale, when: When) =>
  when.allDay
    ? `${daysWords(t, locale, when)}, ${t('times.allDay').toLocaleLowerCase(locale)}`
    : `${timesWords(t, locale, when)}, ${daysWords(t, locale, when, formatWeekdayInside)}`;
