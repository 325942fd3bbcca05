import { getTranslations } from 'next-intl/server';
import { saidBy } from '@/domain/coverage/rulings/ruling';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import type { Day } from '@/domain/days/day';
import { followsRuling } from '@/domain/figures/figure';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** What counted as covered on the day, and since when it was ruled; nothing of figures that do not follow it. */
export async function Reading({ locale, code, day }: { locale: Locale; code: IndicatorCode; day: Day }) {
  if (!followsRuling(code)) return null;
  const [t, signed] = await Promise.all([getTranslations('figures.counted'), findPublishedReading(day)]);
  return (
    <p className="mt-4 max-w-[40em]">
      {t('reading', saidBy(signed))}{' '}
      {signed.since ? t('ruled', { day: formatDay(locale, signed.since) }) : t('unruled')}
    </p>
  );
}
