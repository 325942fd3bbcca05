import { useTranslations } from 'next-intl';
import { CoverageTrendFigure } from '@/components/charts/admin-figures';
import type { ModelPoint, TrendPoint } from '@/components/charts/series';
import { Spread } from '@/components/charts/spread/spread';
import { CountTrends } from '@/components/charts/trends/count-trends';
import { SpanChoice } from '@/components/charts/trends/span-choice';
import { placeName } from '@/components/coverage/coverage-table';
import { AddPlace, ComparedBars, SideBySide } from '@/components/coverage/view/side-by-side';
import { SubAssociations } from '@/components/coverage/view/sub-associations';
import { Link } from '@/components/ui/link';
import { type CommuneCoverage, rank } from '@/domain/coverage/coverage';
import { byGroupsCovered, peersOf, spreadOf } from '@/domain/coverage/view/places';
import { type CoverageView, viewQuery } from '@/domain/coverage/view/view';
import type { Locale } from '@/i18n/locales';
import type { LookParts } from './map-and-place';
import { SavedChart } from './saved-chart';
import { coveragePath, viewPath } from './view-path';

/** Places side by side: those that were chosen, else those like the place one looks at; and how all of them are spread. */
export function ComparedPlaces({ viewer, view, look, matrix }: LookParts) {
  const t = useTranslations('coverage');
  const { all, rows, chosen } = look;
  const [own] = all;
  if (all.length < 2) return own ? <SubAssociationsOf viewer={viewer} view={view} matrix={matrix} own={own} /> : null;
  const peers = chosen && view.places.length === 0 ? peersOf(all, chosen.slug) : [];
  const asked = view.places.length > 0 ? all.filter(({ slug }) => view.places.includes(slug)) : [];
  const places = peers.length > 0 && chosen ? [chosen, ...peers] : asked;
  const known = rank(places);
  const ordered = [...known, ...places.filter((row) => !known.includes(row))];
  return (
    <section id="compare" className="mt-10 scroll-mt-4">
      <h2 className="mb-2">{t('view.compare.title')}</h2>
      <p className="mb-3 max-w-[44em] text-ink-2">
        {peers.length > 0 && chosen
          ? t('view.compare.peers', { place: placeName(t, chosen), kind: chosen.kind, level: view.level })
          : t('view.compare.lead')}
      </p>
      {ordered.length > 0 && <Compared locale={viewer.locale} view={view} rows={ordered} />}
      {ordered.length > 0 && (
        <SideBySide
          locale={viewer.locale}
          view={view}
          rows={ordered}
          hrefOf={viewPath}
          chosen={view.places.length > 0}
        />
      )}
      <AddPlace view={view} action={coveragePath} query={viewQuery(view)} rows={all} />
      <h3 className="mt-8 mb-2 font-bold">{t('view.spread.title')}</h3>
      <p className="mb-3 max-w-[44em] text-ink-2">
        {t('view.spread.lead', { count: rank(rows).length, level: view.level })}
      </p>
      <div id="spread">
        <Spread locale={viewer.locale} steps={spreadOf(rows)} title={t('view.spread.title')} />
      </div>
      <SavedChart of="spread" locale={viewer.locale} view={view} title={t('view.spread.title')} />
    </section>
  );
}

type SubAssociationsProps = Pick<LookParts, 'viewer' | 'view' | 'matrix'> & { own: CommuneCoverage };

/** The sub-associations of the one commune that she sees. */
function SubAssociationsOf({ viewer, view, matrix, own }: SubAssociationsProps) {
  const t = useTranslations('coverage');
  const rows = byGroupsCovered(matrix);
  if (rows.length < 2) return null;
  return (
    <SubAssociations locale={viewer.locale} rows={rows} id="sub-associations">
      <SavedChart
        of="sub-associations"
        locale={viewer.locale}
        view={view}
        title={t('view.compare.subAssociations')}
        place={placeName(t, own)}
        count={rows.length}
      />
    </SubAssociations>
  );
}

type ComparedProps = { locale: Locale; view: CoverageView; rows: readonly CommuneCoverage[] };

function Compared({ locale, view, rows }: ComparedProps) {
  const t = useTranslations('coverage');
  return (
    <div className="mb-6">
      <div id="compared">
        <ComparedBars locale={locale} rows={rows} />
      </div>
      <SavedChart of="compared" locale={locale} view={view} title={t('view.compare.title')} />
    </div>
  );
}

type TrendsProps = {
  locale: Locale;
  view: CoverageView;
  trend: TrendPoint[];
  models: ModelPoint[];
  target: number | null;
  /** whose they are, for who takes a picture along */
  place: string;
};

/** The year behind: shares at both levels, and active models of each kind on a scale of its own. */
export function Trends({ locale, view, trend, models, target, place }: TrendsProps) {
  const t = useTranslations('coverage');
  return (
    <>
      <section className="mt-10">
        <h2 className="mb-3">{t('trend.title', { years: view.years })}</h2>
        <SpanChoice as={Link} years={view.years} hrefOf={(years) => `${viewPath({ ...view, years })}#trend`} />
        <div id="trend" className="scroll-mt-4">
          <CoverageTrendFigure locale={locale} points={trend} target={target} />
        </div>
        <SavedChart
          of="trend"
          locale={locale}
          view={view}
          title={t('trend.title', { years: view.years })}
          place={place}
          target={target}
        />
      </section>
      <section className="mt-10">
        <h2 className="mb-2">{t('admin.byModel')}</h2>
        <p className="mb-4 max-w-[44em] text-ink-2">{t('admin.byModelLead')}</p>
        <div id="models">
          <CountTrends locale={locale} points={models} />
        </div>
        <SavedChart of="models" locale={locale} view={view} title={t('admin.byModel')} place={place} />
      </section>
    </>
  );
}
