import { useLocale, useTranslations } from 'next-intl';
import type { Day } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** "từ 10/01/2026 đến hết ngày 24/11/2026": the last day is named, where rows keep the first day after it. */
export function Days({ from, to }: { from: Day; to: Day | null }) {
  const t = useTranslations('people.record');
  const locale = useLocale() as Locale;
  return (
    <span className="text-ink-2 text-sm">
      {to !== null && to <= from && t('never', { from: formatDay(locale, from) })}
      {to !== null &&
        to > from &&
        t('until', { from: formatDay(locale, from), to: formatDay(locale, lastDayBefore(to)) })}
      {to === null && t('since', { from: formatDay(locale, from) })}
    </span>
  );
}
