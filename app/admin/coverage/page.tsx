import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { modelSeries, trendSeries } from '@/components/charts/series';
import { SignedSentence } from '@/components/coverage/coverage-sentence';
import { placeName } from '@/components/coverage/coverage-table';
import { NextTrainingsLink } from '@/components/coverage/next-trainings/next-trainings-link';
import { OtherDay } from '@/components/coverage/other-day';
import { KeyFigures } from '@/components/coverage/view/key-figures';
import { ViewFilter } from '@/components/coverage/view/view-filter';
import { HowLinkAtWork } from '@/components/indicators/how-link-at-work';
import { PageHead } from '@/components/layout/page-head';
import { BandPanel } from '@/components/spot-checks/band-panel';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import { keptFor, keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findUnitChanges } from '@/domain/coverage/changes/change-queries';
import { coverageLevels, lastAskedDay } from '@/domain/coverage/coverage';
import { listActiveModels } from '@/domain/coverage/model-queries';
import { mayLookAhead } from '@/domain/coverage/next-trainings/reach';
import { listPublishedTrend } from '@/domain/coverage/queries';
import type { SignedReading } from '@/domain/coverage/rulings/ruling';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { monthsBeside, trendOver } from '@/domain/coverage/view/span';
import { type CoverageView, readView } from '@/domain/coverage/view/view';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { findMonthReports } from '@/domain/reports/city-queries';
import { findLastBand } from '@/domain/spot-checks/tally-queries';
import { commonTarget } from '@/domain/targets/target';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { requireViewer } from '@/server/sign-in/session';
import { ChangesBetween } from './changes-between';
import { type Look, lookAt, matrixAt, remindedAt, unfoldedAt } from './look';
import { MapAndPlace } from './map-and-place';
import { meetingPath } from './meeting/path';
import { PacePanels, paceHere, targetsHere } from './pace-here';
import { ComparedPlaces, Trends } from './sections';
import { Tables } from './tables';
import { toldDay } from './told-day';
import { coveragePath, otherIndicatorPath, viewPath } from './view-path';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'coverage.see')) notFound();
  return { title: (await getTranslations('coverage'))('title') };
}

/** Coverage on a day, place by place: the map, the place one looks at, and the same as tables, as the address asks for it. */
export default async function CoveragePage({ searchParams }: PageProps<'/admin/coverage'>) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'coverage.see')) notFound();
  const query = await searchParams;
  const view = readView(query);
  const t = await getTranslations('coverage');
  const all = await keptThisMinute(viewer, `coverage of ${JSON.stringify(view)}`, () => readAll(viewer, view));
  const { look, parts: read } = all;
  const other = otherIndicatorPath(query, view, look.chosen?.communeId);
  if (other) redirect(other as never);
  if (!read) return <EmptyState icon="hexagon" title={t('admin.noneInReach')} />;

  const { day, refused } = view.day;
  const single = look.all.length === 1;
  const [own] = look.all;
  const { trend, models, matrix, pace, signed, band, units, ...tables } = read;
  const parts = { viewer, view, look, matrix };
  return (
    <LivePage of={all}>
      <PageHead
        above={t(toldDay(day), { day: formatDay(viewer.locale, day) })}
        title={single ? t('admin.title') : t('view.title', { count: look.all.length })}
        lead={<Lead view={view} locale={viewer.locale} signed={signed} />}
        actions={<Actions viewer={viewer} view={view} />}
      />
      <OtherDay locale={viewer.locale} day={day} refused={refused} last={lastAskedDay()} />
      <ViewFilter action={coveragePath} view={view} last={lastAskedDay()} single={single} />
      <KeyFigures locale={viewer.locale} view={view} rows={look.rows} earlier={look.earlier} hrefOf={viewPath} />
      <MapAndPlace {...parts} />
      {band && <BandPanel locale={viewer.locale} band={band} href={checksHref(viewer)} />}
      <PacePanels viewer={viewer} pace={pace} rows={look.rows} level={view.level} />
      <ChangesBetween {...parts} units={units} />
      <Tables {...parts} {...tables} signed={signed} />
      <ComparedPlaces {...parts} />
      <Trends
        locale={viewer.locale}
        view={view}
        trend={trendSeries(trend, monthsBeside(view.years))}
        models={modelSeries(models, monthsBeside(view.years))}
        target={commonTarget(targetsHere(pace), coverageLevels)}
        place={single && own ? placeName(t, own) : t('view.wholeCity')}
      />
    </LivePage>
  );
}

/**
 * The places of the view, and what is told of them where there are any. Sessions to come alone have an hour, and stand in `look`, of which the
 * parts take what stands until anything is written.
 */
async function readAll(viewer: Viewer, view: CoverageView) {
  const look = await lookAt(viewer, view);
  const parts = () =>
    keptFor(viewer, `parts of coverage of ${JSON.stringify(view)}`, () => readParts(viewer, look, view));
  return { look, parts: look.all.length > 0 ? await parts() : null };
}

/** What the parts of the page tell, asked at one time. */
async function readParts(viewer: Viewer, look: Look, view: CoverageView) {
  const { day } = view.day;
  const days = trendOver(day, view.years);
  const only = look.all.length === 1 ? look.all[0]?.communeId : undefined;
  const [trend, models, matrix, pace, signed, band, reports, unfolded, reminded, units] = await Promise.all([
    listPublishedTrend(days, only),
    listActiveModels(viewer, days),
    matrixAt(viewer, look, view),
    paceHere(viewer, look.rows, day),
    findPublishedReading(day),
    findLastBand(viewer, only),
    findMonthReports(viewer, day),
    unfoldedAt(viewer, look, view),
    remindedAt(viewer, look, view),
    view.earlier && look.changes ? findUnitChanges(viewer, { level: view.level, day, earlier: view.earlier }) : null,
  ]);
  return { trend, models, matrix, pace, signed, band, reports, unfolded, reminded, units };
}

const checksHref = (viewer: Viewer) => (mayAnywhere(viewer, 'spot-checks.see') ? '/admin/spot-checks' : undefined);

const exportPath = (view: ReturnType<typeof readView>) => {
  const [path = '', query] = viewPath(view, '/export').split('?');
  return `${path}?${new URLSearchParams({ format: 'xlsx', ...Object.fromEntries(new URLSearchParams(query)) })}`;
};

type LeadProps = { view: CoverageView; locale: Locale; signed: SignedReading };

/** What the page is for, what counts on its day, and where that is defined. */
function Lead({ view, locale, signed }: LeadProps) {
  const t = useTranslations('coverage');
  return (
    <>
      <SignedSentence locale={locale} signed={signed} />{' '}
      <HowLinkAtWork code={coverageIndicator(view.level)} of={t(`levels.${view.level}`)} />
    </>
  );
}

function Actions({ viewer, view }: { viewer: Viewer; view: CoverageView }) {
  const t = useTranslations('coverage');
  return (
    <>
      {mayLookAhead(viewer) && <NextTrainingsLink />}
      {mayForProvince(viewer, 'boundaries.keep') && (
        <ButtonLink as={Link} href="/admin/boundaries" icon="pin" compact>
          {t('view.boundaries')}
        </ButtonLink>
      )}
      <ButtonLink href={exportPath(view)} icon="download" compact>
        {t('view.excel')}
      </ButtonLink>
      <ButtonLink as={Link} href={meetingPath()} icon="report" compact>
        {t('meeting.open')}
      </ButtonLink>
      <ButtonLink as={Link} href={viewPath(view, '/projector')} icon="hexagon" compact>
        {t('projector.open')}
      </ButtonLink>
    </>
  );
}
