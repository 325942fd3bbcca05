import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/forms/segmented';
import type { LinkElement } from '@/components/ui/link-element';
import type { DrawnBoundaries } from '@/domain/boundaries/boundaries';
import { type CoverageMap, coverageMaps } from '@/domain/coverage/view/view';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type WaysProps = {
  map: CoverageMap;
  hrefs: Record<CoverageMap, string>;
  /** what the map of boundaries weighs */
  kilobytes: number;
  as?: LinkElement;
};

/** The two maps of the same figures, as plain links; the heavier one says so. */
export function MapWays({ map, hrefs, kilobytes, as = 'a' }: WaysProps) {
  const t = useTranslations('coverage.map');
  return (
    <div className="no-print mb-6">
      <Segmented
        as={as}
        label={t('ways')}
        segments={coverageMaps.map((way) => ({ href: hrefs[way], label: t(`way.${way}`), current: way === map }))}
      />
      {map === 'tiles' && <p className="mt-2 text-ink-2 text-sm">{t('weight', { kilobytes })}</p>}
    </div>
  );
}

type SourceProps = { locale: Locale; boundaries: Pick<DrawnBoundaries, 'edition' | 'asOf' | 'source' | 'licence'> };

/** Whose lines these are, of which day, and that they are no document of the law. */
export function BoundarySource({ locale, boundaries: { edition, asOf, source, licence } }: SourceProps) {
  const t = useTranslations('coverage.map');
  return (
    <p className="mt-5 max-w-[46em] text-ink-2 text-sm">
      {t('source', { edition, source, licence, day: formatDay(locale, asOf) })}
    </p>
  );
}

type CreditWords = (key: 'credit', values: Record<'edition' | 'source' | 'licence' | 'day', string>) => string;

/** The same below a picture that leaves the page: whoever drew the lines asks to be named with them. */
export const credit = (
  t: CreditWords,
  locale: Locale,
  { edition, asOf, source, licence }: SourceProps['boundaries'],
): string => t('credit', { edition, source, licence, day: formatDay(locale, asOf) });
