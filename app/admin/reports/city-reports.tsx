import 'server-only';
import { useTranslations } from 'next-intl';
import { DrawnOnce } from '@/components/layout/ready/drawn-once';
import { CityGrid, CityList, type CityRow } from '@/components/reports/city-reports';
import { periodName } from '@/components/reports/report-words';
import { NobodySignsAt } from '@/components/reports/signer-list';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { isEverywhere, mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { listCityReports } from '@/domain/reports/city-queries';
import { isOver, type PeriodKind, type ReportPeriod } from '@/domain/reports/periods/period';
import { shownState, shownStates, waitsForSigner } from '@/domain/reports/report';
import { signersOf } from '@/domain/reports/signers/signer';
import { listSigners } from '@/domain/reports/signers/signer-queries';
import { FIRST_YEAR, yearOf } from '@/domain/targets/target';
import { acceptReports } from './actions';
import { type AskedReports, invitePath, remindPath, reportAddress, reportsAddress, summaryPath } from './address';
import { KindChoice } from './kind-choice';

type CityProps = { viewer: Viewer; asked: AskedReports };

/** One period of all communes with what waits there, and the whole year beneath it. */
export async function CityReports({ viewer, asked: { state, ...wanted } }: CityProps) {
  const read = () => readCity(viewer, wanted);
  const city = await keptFor(viewer, `reports of the city ${JSON.stringify(wanted)}`, read);
  return (
    <DrawnOnce of={city} as={state ?? ''}>
      <City viewer={viewer} city={city} asked={{ ...wanted, state }} />
    </DrawnOnce>
  );
}

/** All periods of a year with the reports of each commune, and of the one that is shown where nobody signs. */
async function readCity(viewer: Viewer, asked: Omit<AskedReports, 'state'>) {
  const year = asked.year ?? yearOf(today());
  const { periods = [], communes = [] } = (await listCityReports(viewer, year, asked.kind)) ?? {};
  const period =
    periods.find(({ id, to }) => id === asked.periodId || addDays(to, 1) === asked.closed) ??
    periods.find((each) => isOver(each, today())) ??
    periods[0];
  const rows = communes.flatMap(({ reports, ...commune }) =>
    reports
      .filter((row) => row.period.id === period?.id)
      .map((row) => ({ ...commune, row, state: shownState(row, today()) })),
  );
  const waiting = rows.filter(({ row }) => waitsForSigner(row) && (row.period.owed || row.state === 'returned'));
  const signers = await listSigners(
    viewer,
    waiting.map(({ id }) => id),
  );
  const unsigned = waiting.filter(({ id }) => signersOf(signers, id).length === 0);
  return { year, periods, communes, period, rows, waiting: waiting.length, unsigned };
}

type Read = Awaited<ReturnType<typeof readCity>>;

function City({ viewer, city, asked }: CityProps & { city: Read }) {
  const { year, periods, communes, period, rows, waiting, unsigned } = city;
  if (!period) return <NoPeriods kind={asked.kind} year={year} />;
  return (
    <>
      <Periods kind={asked.kind} year={year} periods={periods} shown={period} />
      <Head viewer={viewer} period={period} waiting={waiting} />
      <NobodySignsAt places={unsigned} inviteAt={mayForProvince(viewer, 'accounts.invite') ? invitePath : null} />
      <States rows={rows} shown={{ ...asked, periodId: period.id, year }} />
      <CityList
        period={period}
        rows={asked.state ? rows.filter(({ state }) => state === asked.state) : rows}
        hrefOf={(unitId) => reportAddress(unitId, period.id)}
        accept={mayForProvince(viewer, 'reports.decide') ? acceptReports : undefined}
        unsigned={new Set(unsigned.map(({ id }) => id))}
      />
      <CityGrid year={year} periods={[...periods].reverse()} communes={communes} hrefOf={reportAddress} />
    </>
  );
}

type HeadProps = { viewer: Viewer; period: ReportPeriod; waiting: number };

/** The period that is shown; the first of two taps that remind; the half page of it, and the city's own report. */
function Head({ viewer, period, waiting }: HeadProps) {
  const [t, reminders] = [useTranslations('reports'), useTranslations('reminders.report')];
  const province = viewer.grants.find(({ path }) => isEverywhere(path));
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <h2>{periodName(t, period)}</h2>
      <div className="flex flex-wrap gap-3">
        {waiting > 0 && mayForProvince(viewer, 'reminders.remind') && (
          <ButtonLink as={Link} href={remindPath(period.id)} icon="bell" variant="primary">
            {reminders('all', { count: waiting })}
          </ButtonLink>
        )}
        <ButtonLink as={Link} href={summaryPath(period.id)} icon="file">
          {t('summary.title')}
        </ButtonLink>
        {mayForProvince(viewer, 'reports.keep-template') && (
          <ButtonLink as={Link} href="/admin/reports/template" icon="pencil">
            {t('paper.template')}
          </ButtonLink>
        )}
        {province && (
          <ButtonLink as={Link} href={reportAddress(province.unitId, period.id)} icon="report">
            {t('cityPage.own')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** A kind of which no period of the year has begun. */
function NoPeriods({ kind, year }: { kind: PeriodKind; year: number }) {
  const t = useTranslations('reports.list');
  return (
    <>
      <Periods kind={kind} year={year} periods={[]} />
      <EmptyState icon="report" title={t('empty')}>
        {t('emptyWhy')}
      </EmptyState>
    </>
  );
}

type PeriodsProps = { kind: PeriodKind; year: number; periods: readonly ReportPeriod[]; shown?: ReportPeriod };

/** The kinds of periods, those of the year, and the ways to the years around it. */
function Periods({ kind, year, periods, shown }: PeriodsProps) {
  const t = useTranslations('reports');
  return (
    <>
      <KindChoice year={year} shown={kind} />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        {year > FIRST_YEAR && <Link href={reportsAddress({ kind, year: year - 1 })}>{year - 1}</Link>}
        <Segmented
          as={Link}
          label={t(`kinds.${kind}`)}
          short={kind === 'month'}
          segments={[...periods].reverse().map((each) => ({
            href: reportsAddress({ kind, periodId: each.id, year }),
            label: kind === 'month' ? each.from.slice(5, 7) : periodName(t, each),
            current: each.id === shown?.id,
          }))}
        />
        {year < yearOf(today()) && <Link href={reportsAddress({ kind, year: year + 1 })}>{year + 1}</Link>}
      </div>
    </>
  );
}

/** How many reports of the period are in each state, each a way to see those alone. */
function States({ rows, shown }: { rows: readonly CityRow[]; shown: AskedReports }) {
  const t = useTranslations('reports');
  const about = { kind: shown.kind, periodId: shown.periodId, year: shown.year };
  const counts = shownStates.map((state) => ({ state, count: rows.filter((row) => row.state === state).length }));
  return (
    <div className="mb-4">
      <Segmented
        as={Link}
        label={t('cityPage.filters')}
        segments={[
          { href: reportsAddress(about), label: `${t('cityPage.all')} (${rows.length})`, current: !shown.state },
          ...counts
            .filter(({ count }) => count > 0)
            .map(({ state, count }) => ({
              href: reportsAddress({ ...about, state }),
              label: `${t(`states.${state}`)} (${count})`,
              current: shown.state === state,
            })),
        ]}
      />
    </div>
  );
}
