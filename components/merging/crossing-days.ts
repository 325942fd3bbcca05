import { useLocale, useTranslations } from 'next-intl';
import { lastDayBefore } from '@/domain/days/ending';
import type { ShownCrossing } from '@/domain/merging/requests/merge-crossings';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The days of a pair that crosses another one, in words; one without an end goes on. */
export function useCrossingDays() {
  const t = useTranslations('merging.merge.crossing');
  const locale = useLocale() as Locale;
  return ({ from, to }: NonNullable<ShownCrossing['guided']>) => {
    const since = formatDay(locale, from);
    return to ? t('days', { from: since, to: formatDay(locale, lastDayBefore(to)) }) : t('daysOpen', { from: since });
  };
}
