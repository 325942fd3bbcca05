import type { HallSession } from '@/domain/attendance/roster/roster';
import { clockOf, dayOf } from '@/domain/days/day';
import { lastDayOf } from '@/domain/days/lasting';
import { formatTimes, formatWeekday } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/**
 * "Thứ Năm, 26/11/2026, 14:00 – 16:00", in Viet Nam, whatever the phone is set to. What takes up whole days is told by its
 * days: "Thứ Bảy, 12/12/2026 – Chủ Nhật, 13/12/2026".
 */
export function hallDay(locale: Locale, session: Pick<HallSession, 'startsAt' | 'endsAt'>): string {
  const [startsAt, endsAt] = [new Date(session.startsAt), new Date(session.endsAt)];
  const [first, last] = [dayOf(startsAt), lastDayOf({ startsAt, endsAt })].map((day) => formatWeekday(locale, day));
  if (clockOf(startsAt) !== '00:00' || clockOf(endsAt) !== '00:00') return `${first}, ${formatTimes(startsAt, endsAt)}`;
  return first === last ? `${first}` : `${first} – ${last}`;
}
