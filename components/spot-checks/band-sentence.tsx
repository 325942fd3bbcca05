import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DemoMark } from '@/components/ui/demo-mark';
import { type Band, inHundred, PUBLIC_LEAST, PUBLIC_SHARE } from '@/domain/spot-checks/band';
import type { RoundBand } from '@/domain/spot-checks/tally';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type SentenceProps = { locale: Locale; band: Band };

const strong = (children: ReactNode) => <b className="figure-word">{children}</b>;

/** "Trong 100 đơn vị ghi là đạt ở cả thành phố, có lẽ 91–98 đơn vị đúng như vậy." */
export function BandSentence({ locale, band }: SentenceProps) {
  const t = useTranslations('spot-checks.band');
  const { low, high } = inHundred(band);
  const name = low === high ? 'sentenceOne' : 'sentence';
  return t.rich(name, { b: strong, low: formatNumber(locale, low), high: formatNumber(locale, high) });
}

type BasisProps = { locale: Locale; round: RoundBand };

/** When it was seen, of which figures, how many were drawn, seen and as recorded. */
export function BandBasis({ locale, round: { firstDay, lastDay, countedOn, band, demo } }: BasisProps) {
  const t = useTranslations('spot-checks.band');
  return (
    <>
      {t('basis', {
        first: formatDay(locale, firstDay),
        last: formatDay(locale, lastDay),
        day: formatDay(locale, countedOn),
        drawn: formatNumber(locale, band.drawn),
        seen: formatNumber(locale, band.seen),
        held: formatNumber(locale, band.held),
      })}
      {demo && <DemoMark />}
    </>
  );
}

/** From how much on a round is told in public, for sentences that say so. */
export const publicRule = (locale: Locale) => ({
  share: formatNumber(locale, 100 * PUBLIC_SHARE),
  least: formatNumber(locale, PUBLIC_LEAST),
});
