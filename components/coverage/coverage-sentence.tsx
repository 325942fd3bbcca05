import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CoverageLevel, ProvinceCoverage } from '@/domain/coverage/coverage';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type SentenceProps = { locale: Locale; province: ProvinceCoverage; level: CoverageLevel };

const strong = (children: ReactNode) => <b className="figure-word">{children}</b>;

/** The figure in a sentence: "902 trong 1.562 chi hội …". */
export function CoverageSentence({ locale, province, level }: SentenceProps) {
  const t = useTranslations('coverage');
  return (
    <>
      {t.rich('sentence', {
        b: strong,
        covered: formatNumber(locale, province.covered),
        units: formatNumber(locale, province.units),
        level: t(`levelsLower.${level}`),
      })}
    </>
  );
}

/** Beside it: how many communes are silent, and how far all communes are, where nothing is known of those. Nothing where all report. */
export function SilentSentence({ locale, province }: Omit<SentenceProps, 'level'>) {
  const t = useTranslations('coverage');
  if (province.communesNotReported === 0 || province.percentOfAll === null) return null;
  return t('silent', {
    count: province.communesNotReported,
    shown: formatNumber(locale, province.communesNotReported),
    percent: formatPercent(locale, province.percentOfAll),
  });
}
