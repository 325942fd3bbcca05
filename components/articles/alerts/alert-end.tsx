import { useTranslations } from 'next-intl';
import { lastDayOf } from '@/domain/newsroom/standing';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Until when an alert holds: its last day where it ends with a day, else the hour. */
export function AlertEnd({ locale, until }: { locale: Locale; until: string }) {
  const t = useTranslations('articles.alert');
  const end = new Date(until);
  const day = lastDayOf(end);
  return day ? t('untilDay', { day: formatDay(locale, day) }) : t('until', { instant: formatInstant(locale, end) });
}
