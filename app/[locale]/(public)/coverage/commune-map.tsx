import { useTranslations } from 'next-intl';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { CommuneChoice } from '@/components/coverage/commune-choice';
import { placeName } from '@/components/coverage/coverage-table';
import { CoverageMapDrawing } from '@/components/coverage/map/map-drawing';
import { BoundarySource, MapWays } from '@/components/coverage/map/map-ways';
import { SharedChartLinks } from '@/components/coverage/map/shared-chart-links';
import { PlaceInView } from '@/components/coverage/view/place-in-view';
import { PLACE } from '@/components/coverage/view/place-panel';
import type { CitedAt } from '@/components/figures/cite-link';
import { writtenOnce } from '@/components/layout/ready/written-once';
import type { BoundariesOnDay } from '@/domain/boundaries/boundaries';
import type { CommuneCoverage, CoverageLevel, ProvinceCoverage } from '@/domain/coverage/coverage';
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
  /** the place one looks at, at both levels, and the city with what it was then */
  seen: { place: CommuneCoverage[]; city: Record<CoverageLevel, ProvinceCoverage>; kind: 'province' | 'city' };
};

/** The map, and beside it the place one looks at and what the colours mean. */
export function CommuneMap({ locale, rows, level, boundaries, kilobytes, query, cited, seen }: MapProps) {
  const t = useTranslations('coverage');
  const map = boundaries ? 'boundaries' : 'tiles';
  const route = boundaries ? 'coverageBoundaries' : 'coverage';
  const [first] = seen.place;
  const kept = { ...query, place: first?.slug };
  return (
    <div className="mt-10 grid gap-10 xl:grid-cols-[1fr_20rem] xl:gap-16">
      <div className="min-w-0">
        <h2 className="sr-only">{t('map.title', { map })}</h2>
        {kilobytes !== null && (
          <MapWays
            map={map}
            kilobytes={kilobytes}
            hrefs={{
              tiles: hrefTo(locale, 'coverage', {}, kept),
              boundaries: hrefTo(locale, 'coverageBoundaries', {}, kept),
            }}
          />
        )}
        <CoverageMapDrawing locale={locale} tiles={rows} level={level} current={first?.code} boundaries={boundaries} />
        {boundaries && <BoundarySource locale={locale} boundaries={boundaries} />}
        <SharedChartLinks locale={locale} of={boundaries ? 'boundaries' : 'map'} query={query} cited={cited} />
      </div>
      <aside className="grid content-start gap-8">
        <PlaceInView
          locale={locale}
          level={level}
          {...seen}
          hrefs={{
            place: hrefTo(locale, 'commune', { slug: first?.slug ?? '' }),
            city: hrefTo(locale, route, {}, query),
          }}
        >
          <Places locale={locale} rows={rows} route={route} query={query} />
        </PlaceInView>
        <div className="border-ink border-t-[3px] pt-4">
          <p className="mb-4">{t('map.lead', { map })}</p>
          <CoverageLegend level={level} />
        </div>
      </aside>
    </div>
  );
}

type PlacesProps = Pick<MapProps, 'locale' | 'rows' | 'query'> & { route: 'coverage' | 'coverageBoundaries' };

/** All places to choose from: the same until one gets another name. */
const Places = writtenOnce(
  ({ locale, rows, route, query }: PlacesProps) => {
    const t = useTranslations('coverage');
    const communes = rows.map((row) => ({
      slug: row.slug,
      name: placeName(t, row),
      href: `${hrefTo(locale, route, {}, { ...query, place: row.slug })}#${PLACE}`,
    }));
    return <CommuneChoice communes={communes} />;
  },
  ({ locale, rows, route, query }) =>
    JSON.stringify([locale, route, query, rows.map(({ slug, kind, name }) => [slug, kind, name])]),
);
