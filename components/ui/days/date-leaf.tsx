import { getLocale, getTranslations } from 'next-intl/server';
import { type Day, toDate } from '@/domain/days/day';
import { formatWeekdayOnLeaf } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type LeafProps = {
  day: Day;
  /** of a text that is not in the language of the page around it */
  locale?: Locale;
};

/** Lịch bloc: the leaf that one tears off, with month, day and weekday of a session. Sundays are red. */
export async function DateLeaf({ day, locale: asked }: LeafProps) {
  const locale = asked ?? ((await getLocale()) as Locale);
  const t = await getTranslations({ locale, namespace: 'ui.leaf' });
  const date = toDate(day);
  return (
    <time dateTime={day} className={`calendar-leaf${date.getUTCDay() === 0 ? ' sunday' : ''}`}>
      <span>{t('month', { date })}</span> <b>{Number(day.slice(-2))}</b> <span>{formatWeekdayOnLeaf(locale, day)}</span>
    </time>
  );
}
