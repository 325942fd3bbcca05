import { useTranslations } from 'next-intl';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { lackingOf } from '@/domain/coverage/view/lacking';
import type { CoverageView } from '@/domain/coverage/view/view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type LacksProps = { locale: Locale; view: CoverageView; row: CommuneCoverage; place: string };

/** How many units of a place lack what is asked for, in a sentence; why nobody knows where nobody does. */
export function WhatLacks({ locale, view: { level, lacking: part }, row, place }: LacksProps) {
  const t = useTranslations('coverage.view.place');
  const lacking = lackingOf(row, part);
  if (lacking === null) return t(row.state === 'no_units' ? 'noUnits' : 'silent', { place, level });
  const counts = { count: formatNumber(locale, lacking), units: formatNumber(locale, row.units), level };
  return lacking === 0 ? t('complete', { ...counts, part }) : t(`lack.${part}`, counts);
}
