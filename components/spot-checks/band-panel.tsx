import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { BandHere } from '@/domain/spot-checks/tally';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { BandBasis, BandSentence, publicRule } from './band-sentence';

type BandPanelProps = {
  locale: Locale;
  band: BandHere;
  /** where she reads more of it; none where she may not */
  href?: string | undefined;
};

/** Beside the figures at work: how far they hold, as the last round of spot checks found. */
export function BandPanel({ locale, band, href }: BandPanelProps) {
  const t = useTranslations('spot-checks');
  const { here, complete } = band;
  return (
    <Panel title={t('band.title')} aside={href && <Link href={href}>{t('title')}</Link>} className="mt-8">
      <p className="max-w-[44em] font-serif text-read">
        <BandSentence locale={locale} band={band.band} />
      </p>
      <p className="mt-2 max-w-[44em] text-ink-2">
        <BandBasis locale={locale} round={band} /> {t('band.method')}
        {!complete && <> {t('band.incomplete', publicRule(locale))}</>}
      </p>
      {here && here.drawn > 0 && (
        <p className="mt-2">
          {t('band.here', {
            drawn: formatNumber(locale, here.drawn),
            held: formatNumber(locale, here.held),
            differs: formatNumber(locale, here.differs),
          })}
        </p>
      )}
    </Panel>
  );
}
