import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CoverageLevel, ProvinceCoverage } from '@/domain/coverage/coverage';
import { formatNumber } from '@/i18n/format';
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
