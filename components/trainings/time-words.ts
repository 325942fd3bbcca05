import { addDays, dayOf } from '@/domain/day';
import { formatDay, formatTimes } from '@/i18n/format';
import type { Words } from './place-words';

type Timed = { startsAt: Date; endsAt: Date; allDay: boolean };

/** "14:00 – 16:00", "Cả ngày", "Cả ngày, đến hết ngày 06/12/2026". */
export function timesInWords(t: Words, { startsAt, endsAt, allDay }: Timed): string {
  if (!allDay) return formatTimes(startsAt, endsAt);
  const last = addDays(dayOf(endsAt), -1);
  return last === dayOf(startsAt) ? t('allDay') : t('allDayUntil', { day: formatDay('vi', last) });
}
