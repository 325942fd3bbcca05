import { useLocale } from 'next-intl';
import { dayOf } from '@/domain/day';
import type { ToldSession } from '@/domain/messages/message';
import { formatTimes, formatWeekday } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Which session, in one line. */
export function SessionWords({ session }: { session: ToldSession }) {
  const locale = useLocale() as Locale;
  const { title, startsAt, endsAt, unit, commune } = session;
  const place = commune && commune.name !== unit ? `${unit}, ${commune.name}` : unit;
  return `${title}, ${formatTimes(startsAt, endsAt)}, ${formatWeekday(locale, dayOf(startsAt))}, ${place}`;
}
