import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ByModelFigure, ComparisonFigure, CoverageTrendFigure } from '@/components/charts/admin-figures';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import { HexagonMap } from '@/components/charts/map/hexagon-map';
import { comparisonSeries, modelSeries, trendSeries } from '@/components/charts/series';
import { CoverageFilter } from '@/components/coverage/coverage-filter';
import { SignedSentence } from '@/components/coverage/coverage-sentence';
import { CoverageTable } from '@/components/coverage/coverage-table';
import { NextTrainingsLink } from '@/components/coverage/next-trainings/next-trainings-link';
import { OtherDay } from '@/components/coverage/other-day';
import { HowLinkAtWork } from '@/components/indicators/how-link-at-work';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import {
  askedDay,
  type CommuneCoverage,
  type CoverageLevel,
  lastAskedDay,
  levelInput,
  totalOf,
  trendDays,
} from '@/domain/coverage/coverage';
import { listActiveModels } from '@/domain/coverage/model-queries';
import { mayLookAhead } from '@/domain/coverage/next-trainings/reach';
import { listCoverage, listPublishedTrend } from '@/domain/coverage/queries';
import type { SignedReading } from '@/domain/coverage/rulings/ruling';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { type Day, today } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';

const TREND_MONTHS = 12;
/** More bars than this cannot be read: the communes with the lowest share stand in the comparison. */
const COMPARED_MAX = 12;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'coverage.see')) notFound();
  return { title: (await getTranslations('coverage'))('title') };
}

export default async function CoveragePage({ searchParams }: PageProps<'/admin/coverage'>) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'coverage.see')) notFound();
  const { on, level: asked } = await searchParams;
  const { day, refused, typed } = askedDay(on);
  const level = levelInput.parse(asked);
  const t = await getTranslations('coverage');
  const all = await listCoverage(viewer, day);
  const rows = all.filter((row) => row.level === level);
  if (rows.length === 0) return <EmptyState icon="hexagon" title={t('admin.noneInReach')} />;

  const days = trendDays(day, TREND_MONTHS);
  const only = rows.length === 1 ? rows[0]?.communeId : undefined;
  const [trend, models, signed] = await Promise.all([
    listPublishedTrend(days, only),
    listActiveModels(viewer, days),
    findPublishedReading(day),
  ]);
  const hrefOf = (row: { slug: string }) => `/admin/coverage/${rows.find(({ slug }) => slug === row.slug)?.communeId}`;
  return (
    <>
      <PageHead
        above={t(day > today() ? 'planned' : 'asOf', { day: formatDay(viewer.locale, day) })}
        title={t('admin.title')}
        lead={<Lead locale={viewer.locale} level={level} signed={signed} />}
        actions={
          <>
            {mayLookAhead(viewer) && <NextTrainingsLink />}
            <ButtonLink as={Link} href="/admin/indicators" icon="report">
              {t('admin.indicators')}
            </ButtonLink>
          </>
        }
      />
      <OtherDay locale={viewer.locale} day={day} refused={refused} last={lastAskedDay()} />
      <CoverageFilter
        action="/admin/coverage"
        hrefOf={(name) => levelAddress(name, day)}
        level={level}
        day={typed}
        refused={refused !== null}
        last={lastAskedDay()}
      />
      {rows.length > 1 && (
        <section className="mt-8 grid gap-8 2xl:grid-cols-[minmax(0,1fr)_20rem]">
          <HexagonMap locale={viewer.locale} tiles={rows} level={level} size="large" hrefOf={hrefOf} />
          <CoverageLegend level={level} />
        </section>
      )}
      <Figures locale={viewer.locale} trend={trend} models={models} lowest={lowest(all, level)} />
      <CommuneTable locale={viewer.locale} level={level} rows={rows} hrefOf={hrefOf} />
    </>
  );
}

/** What the page is for, what counts on its day, and where that is defined. */
function Lead({ locale, level, signed }: { locale: Locale; level: CoverageLevel; signed: SignedReading }) {
  const t = useTranslations('coverage');
  return (
    <>
      {t('admin.lead')} <SignedSentence locale={locale} signed={signed} />{' '}
      <HowLinkAtWork code={coverageIndicator(level)} of={t(`levels.${level}`)} />
    </>
  );
}

type TableProps = {
  locale: Locale;
  level: CoverageLevel;
  rows: CommuneCoverage[];
  hrefOf: (row: { slug: string }) => string;
};

function CommuneTable({ locale, level, rows, hrefOf }: TableProps) {
  const t = useTranslations('coverage.table');
  return (
    <section className="mt-10">
      <h2 className="mb-3">{t('title')}</h2>
      <CoverageTable
        locale={locale}
        rows={rows}
        total={totalOf(rows)}
        hrefOf={hrefOf}
        howHref={`/admin/indicators/${coverageIndicator(level)}`}
        as={Link}
      />
    </section>
  );
}

type FiguresProps = {
  locale: Locale;
  trend: Parameters<typeof trendSeries>[0];
  models: Parameters<typeof modelSeries>[0];
  lowest: CommuneCoverage[];
};

/** The year behind, by level and by kind of model, and the communes that have furthest to go. */
function Figures({ locale, trend, models, lowest }: FiguresProps) {
  const t = useTranslations('coverage');
  return (
    <>
      <div className="mt-10 grid gap-10 2xl:grid-cols-2">
        <section>
          <h2 className="mb-3">{t('trend.title')}</h2>
          <CoverageTrendFigure locale={locale} points={trendSeries(trend)} target={100} />
        </section>
        <section>
          <h2 className="mb-3">{t('admin.byModel')}</h2>
          <ByModelFigure locale={locale} points={modelSeries(models)} />
        </section>
      </div>
      <section className="mt-10">
        <h2 className="mb-3">{t('admin.comparison')}</h2>
        <ComparisonFigure locale={locale} places={comparisonSeries(lowest)} target={100} />
      </section>
    </>
  );
}

const levelAddress = (level: CoverageLevel, day: Day) =>
  `/admin/coverage?${new URLSearchParams({ level, ...(day === today() ? {} : { on: day }) })}`;

/** Both levels of the communes that have furthest to go. */
function lowest(all: CommuneCoverage[], level: CoverageLevel): CommuneCoverage[] {
  const chosen = all
    .filter((row) => row.level === level && row.percent !== null)
    .sort((a, b) => (a.percent ?? 0) - (b.percent ?? 0))
    .slice(0, COMPARED_MAX);
  const ids = new Set(chosen.map(({ communeId }) => communeId));
  return all.filter(({ communeId }) => ids.has(communeId));
}
