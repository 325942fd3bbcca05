import { useLocale, useTranslations } from 'next-intl';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** How many women were reached from a model onward; says nothing where there is nobody yet. */
export function ModelReach({ count }: { count: number }) {
  const t = useTranslations('pairs.chains');
  const locale = useLocale() as Locale;
  return count > 0 ? <p className="mt-3">{t('modelReach', { count: formatNumber(locale, count) })}</p> : null;
}
