import { useTranslations } from 'next-intl';
import { PercentBar } from '@/components/charts/percent-bar';
import { ReportStateBadge } from '@/components/reports/report-list';
import { periodWithin } from '@/components/reports/report-words';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Changes } from '@/domain/coverage/changes/change';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { lackingOf } from '@/domain/coverage/view/lacking';
import { type CoverageView, orderedBy, type PlaceOrder } from '@/domain/coverage/view/view';
import type { MonthReports } from '@/domain/reports/report';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { ChangeMark } from './change-mark';

type MostLackingProps = {
  locale: Locale;
  view: CoverageView;
  /** in the order of the view, as many as are shown */
  rows: readonly CommuneCoverage[];
  changes: Changes | null;
  sessions: ReadonlyMap<string, number>;
  /** how far the report of the month has come in each, and where all of them are listed; null for who does not see them */
  reports: (MonthReports & { href: string }) | null;
  hrefOf: (view: CoverageView) => string;
  mayTrain: boolean;
};

/** Places in the order that is asked for, at first those where most units lack something; each heading turns the order round. */
export function MostLacking({ locale, view, rows, changes, sessions, reports, hrefOf, mayTrain }: MostLackingProps) {
  const t = useTranslations('coverage.view.table');
  const words = useTranslations('coverage');
  const reportWords = useTranslations('reports');
  const ordered = (order: PlaceOrder, kind?: 'title' | 'number') => ({
    label: <OrderLink view={view} order={order} hrefOf={hrefOf} />,
    short: t(`columns.${order}`, { level: view.level }),
    ...(kind && { kind }),
  });
  const columns: Column<CommuneCoverage>[] = [
    {
      ...ordered('name', 'title'),
      cell: (row) => <Link href={`${hrefOf({ ...view, place: row.slug })}#place`}>{placeName(words, row)}</Link>,
    },
    { ...ordered('lacking', 'number'), cell: (row) => <Lacking locale={locale} row={row} view={view} /> },
    {
      ...ordered('percent'),
      cell: (row) =>
        row.percent === null ? (
          <Badge tone="plain" icon="information">
            {words(`states.${row.state}`)}
          </Badge>
        ) : (
          <PercentBar locale={locale} percent={row.percent} slim />
        ),
    },
    ...(changes ? [{ ...ordered('change'), cell: changeIn(locale, changes) }] : []),
    ...(reports ? [reportIn(reportWords, t, reports)] : []),
    { ...ordered('sessions'), cell: (row) => <Planned row={row} sessions={sessions} mayTrain={mayTrain} /> },
  ];
  return <Table caption={t('caption')} rows={rows} keyOf={({ communeId }) => communeId} columns={columns} />;
}

type MonthColumn = (key: 'columns.report' | 'columns.reportShort', values?: { period: string }) => string;

const HEADING = 'inline-flex min-h-11 items-center gap-1 text-ink-2';

/** How far the report of the month has come; the heading leads to all of them. */
const reportIn = (
  words: Parameters<typeof periodWithin>[0],
  t: MonthColumn,
  { period, of, href }: NonNullable<MostLackingProps['reports']>,
): Column<CommuneCoverage> => {
  const label = t('columns.report', { period: periodWithin(words, period) });
  return {
    label: (
      <Link href={href} className={HEADING}>
        {label}
      </Link>
    ),
    short: t('columns.reportShort'),
    cell: ({ communeId }) => {
      const row = of.get(communeId);
      return row ? <ReportStateBadge row={row} /> : '–';
    },
  };
};

const changeIn = (locale: Locale, changes: Changes) => (row: CommuneCoverage) => {
  const change = changes.of.get(row.communeId);
  return change ? <ChangeMark locale={locale} change={change} /> : '–';
};

type OrderProps = { view: CoverageView; order: PlaceOrder; hrefOf: (view: CoverageView) => string };

/** A heading that puts the rows in order by its column, and says which way they stand. */
function OrderLink({ view, order, hrefOf }: OrderProps) {
  const t = useTranslations('coverage.view.table');
  const current = view.order === order;
  return (
    <Link
      href={`${hrefOf(orderedBy(view, order))}#most`}
      className={HEADING}
      {...(current && { 'aria-current': 'true' as const })}
    >
      {t(`columns.${order}`, { level: view.level })}
      {current && (
        <>
          <span aria-hidden="true">{view.upward ? '▲' : '▼'}</span>
          <span className="sr-only">{t(view.upward ? 'upward' : 'downward')}</span>
        </>
      )}
    </Link>
  );
}

type RowProps = { row: CommuneCoverage };

function Lacking({ locale, row, view }: RowProps & { locale: Locale; view: CoverageView }) {
  const lacking = lackingOf(row, view.lacking);
  if (lacking === null) return '–';
  return (
    <span>
      <b>{formatNumber(locale, lacking)}</b> / {formatNumber(locale, row.units)}
    </span>
  );
}

type PlannedProps = RowProps & { sessions: ReadonlyMap<string, number>; mayTrain: boolean };

/** Sessions that are announced there; where there is none, the way to one. */
function Planned({ row, sessions, mayTrain }: PlannedProps) {
  const t = useTranslations('coverage.view.table');
  const planned = sessions.get(row.communeId) ?? 0;
  if (planned > 0 || !mayTrain || row.state === 'no_units') return t('planned', { count: planned });
  return <Link href={`/admin/trainings/new?commune=${row.communeId}`}>{t('plan')}</Link>;
}
