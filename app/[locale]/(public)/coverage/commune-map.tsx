import { useTranslations } from 'next-intl';
import { BoundaryMap } from '@/components/charts/boundaries/boundary-map';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { HexagonMap } from '@/components/charts/map/hexagon-map';
import { CommuneChoice } from '@/components/coverage/commune-choice';
import { placeName } from '@/components/coverage/coverage-table';
import { BoundarySource, MapWays } from '@/components/coverage/map/map-ways';
import { SharedChartLinks } from '@/components/coverage/map/shared-chart-links';
import type { CitedAt } from '@/components/figures/cite-link';
import type { BoundariesOnDay } from '@/domain/boundaries/boundaries';
import type { CommuneCoverage, CoverageLevel } from '@/domain/coverage/coverage';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type Query } from '@/i18n/routes';

type MapProps = {
  locale: Locale;
  rows: CommuneCoverage[];
  level: CoverageLevel;
  boundaries: BoundariesOnDay | null;
  /** what the other map weighs; null where there is none */
  kilobytes: number | null;
  query: Query;
  cited: CitedAt;
};

/** The map, and beside it the choice of a commune and what the colours mean. */
export function CommuneMap({ locale, rows, level, boundaries, kilobytes, query, cited }: MapProps) {
  const t = useTranslations('coverage');
  const map = boundaries ? 'boundaries' : 'tiles';
  return (
    <div className="mt-10 grid gap-10 xl:grid-cols-[1fr_20rem] xl:gap-16">
      <div className="min-w-0">
        <h2 className="sr-only">{t('map.title', { map })}</h2>
        {kilobytes !== null && (
          <MapWays
            map={map}
            kilobytes={kilobytes}
            hrefs={{
              tiles: hrefTo(locale, 'coverage', {}, query),
              boundaries: hrefTo(locale, 'coverageBoundaries', {}, query),
            }}
          />
        )}
        {boundaries ? (
          <BoundaryMap locale={locale} tiles={rows} level={level} boundaries={boundaries} />
        ) : (
          <HexagonMap locale={locale} tiles={rows} level={level} size="large" />
        )}
        {boundaries && <BoundarySource locale={locale} boundaries={boundaries} />}
        <SharedChartLinks locale={locale} of={boundaries ? 'boundaries' : 'map'} query={query} cited={cited} />
      </div>
      <aside className="grid content-start gap-8">
        <CommuneChoice
          communes={rows.map((row) => ({
            slug: row.slug,
            name: placeName(t, row),
            href: hrefTo(locale, 'commune', { slug: row.slug }),
          }))}
        />
        <div className="border-ink border-t-[3px] pt-4">
          <p className="mb-4">{t('map.lead', { map })}</p>
          <CoverageLegend level={level} />
        </div>
      </aside>
    </div>
  );
}
