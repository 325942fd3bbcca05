import { useLocale } from 'next-intl';
import { type Day, toDate } from '@/domain/days/day';
import { formatMonthOnLeaf, formatWeekdayOnLeaf } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type LeafProps = {
  day: Day;
  /** of a text that is not in the language of the page around it */
  locale?: Locale;
};

/** Lịch bloc: the leaf that one tears off, with month, day and weekday of a session. Sundays are red. */
export function DateLeaf({ day, locale: asked }: LeafProps) {
  const here = useLocale() as Locale;
  const locale = asked ?? here;
  return (
    <time dateTime={day} className={`calendar-leaf${toDate(day).getUTCDay() === 0 ? ' sunday' : ''}`}>
      <span>{formatMonthOnLeaf(locale, day)}</span> <b>{Number(day.slice(-2))}</b>{' '}
      <span>{formatWeekdayOnLeaf(locale, day)}</span>
    </time>
  );
}
