import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CoverageLevel, ProvinceCoverage } from '@/domain/coverage/coverage';
import { type SignedReading, saidBy } from '@/domain/coverage/rulings/ruling';
import { formatDay, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type SentenceProps = { locale: Locale; province: ProvinceCoverage; level: CoverageLevel; signed: SignedReading };

const strong = (children: ReactNode) => <b className="figure-word">{children}</b>;

/** The figure in a sentence: "902 trong 1.562 chi hội …". */
export function CoverageSentence({ locale, province, level, signed }: SentenceProps) {
  const t = useTranslations('coverage');
  return (
    <>
      {t.rich('sentence', {
        b: strong,
        covered: formatNumber(locale, province.covered),
        units: formatNumber(locale, province.units),
        level: t(`levelsLower.${level}`),
        reading: signed.reading,
      })}
    </>
  );
}

/** From when a reading counts that the province has signed, and that days before keep theirs; nothing while it has decided nothing. */
export function SignedSentence({ locale, signed }: Pick<SentenceProps, 'locale' | 'signed'>) {
  const t = useTranslations('coverage');
  return signed.since && t('signed', { ...saidBy(signed), day: formatDay(locale, signed.since) });
}

/** Beside it: how many communes are silent, and how far all communes are, where nothing is known of those. Nothing where all report. */
export function SilentSentence({ locale, province }: Pick<SentenceProps, 'locale' | 'province'>) {
  const t = useTranslations('coverage');
  if (province.communesNotReported === 0 || province.percentOfAll === null) return null;
  return t('silent', {
    count: province.communesNotReported,
    shown: formatNumber(locale, province.communesNotReported),
    percent: formatPercent(locale, province.percentOfAll),
  });
}
