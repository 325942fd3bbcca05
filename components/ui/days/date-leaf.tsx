import { useLocale, useTranslations } from 'next-intl';
import { type Day, toDate } from '@/domain/days/day';
import { formatWeekdayOnLeaf } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Lịch bloc: the leaf that one tears off, with month, day and weekday of a session. Sundays are red. */
export function DateLeaf({ day }: { day: Day }) {
  const t = useTranslations('ui.leaf');
  const locale = useLocale() as Locale;
  const date = toDate(day);
  return (
    <time dateTime={day} className={`calendar-leaf${date.getUTCDay() === 0 ? ' sunday' : ''}`}>
      <span>{t('month', { date })}</span> <b>{Number(day.slice(-2))}</b> <span>{formatWeekdayOnLeaf(locale, day)}</span>
    </time>
  );
}
