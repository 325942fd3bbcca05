import type { HallSession } from '@/domain/attendance/roster';
import { dayOf } from '@/domain/day';
import { formatTimes, formatWeekday } from '@/i18n/format';

/** "Thứ Năm, 26/11/2026, 14:00 – 16:00", in Viet Nam, whatever the phone is set to. */
export const hallDay = (locale: 'vi' | 'en', { startsAt, endsAt }: HallSession) =>
  `${formatWeekday(locale, dayOf(new Date(startsAt)))}, ${formatTimes(new Date(startsAt), new Date(endsAt))}`;
