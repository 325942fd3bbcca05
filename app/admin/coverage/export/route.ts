import { placeName } from '@/components/coverage/coverage-table';
import { periodName } from '@/components/reports/report-words';
import type { Viewer } from '@/domain/access/viewer';
import {
  type CoverageCount,
  type CoverageLine,
  countOf,
  coverageReadings,
  isCommune,
  stateOf,
  totalOf,
} from '@/domain/coverage/coverage';
import { inOrder, lackingOf } from '@/domain/coverage/view/lacking';
import { readView } from '@/domain/coverage/view/view';
import { today } from '@/domain/days/day';
import { recordExport } from '@/domain/exports/commands';
import type { SheetColumn } from '@/domain/exports/sheet-writer';
import { findMonthReports } from '@/domain/reports/city-queries';
import { type ReportRow, shownState } from '@/domain/reports/report';
import { formatDay } from '@/i18n/format';
import type { ColumnWords } from '../../export-columns';
import { exportRoute } from '../../export-response';
import { lookAt } from '../look';
import { titlesOf } from './titles';

type Query = Record<string, string | undefined>;

/** A line of the table, with what its share was on the other day, and how far the report of the month has come. */
type SheetLine = CoverageLine & { points: number | null; report: ReportRow | undefined };

/** The table of the page with the same address, or of it the places that are ticked, the total of these last. */
async function openLines(viewer: Viewer, query: Query, chosen: readonly string[]) {
  const view = readView(query);
  const [{ rows: all, changes }, reports] = await Promise.all([
    lookAt(viewer, view),
    findMonthReports(viewer, view.day.day),
  ]);
  const isPart = chosen.length > 0;
  const rows = isPart ? all.filter(({ slug }) => chosen.includes(slug)) : all;
  if (isPart && rows.length === 0) return null;
  const pointsOf = ({ communeId }: { communeId: string }) => changes?.of.get(communeId)?.points ?? null;
  const ordered = inOrder(rows, view, { lacking: view.lacking, pointsOf, sessionsOf: () => 0 });
  const lines: SheetLine[] = [
    ...ordered.map((row) => ({ ...row, points: pointsOf(row), report: reports?.of.get(row.communeId) })),
    { ...totalOf(rows), points: isPart ? null : (changes?.total.points ?? null), report: undefined },
  ];
  return {
    total: ordered.length,
    rows: inTurn(lines),
    titles: await titlesOf(viewer, view, isPart ? rows.length : null),
  };
}

async function* inTurn(lines: readonly SheetLine[]) {
  yield* lines;
}

const chosenIn = (request: Request) => new URL(request.url).searchParams.getAll('chosen');

function lineColumns({ locale, words }: ColumnWords, query: Query): SheetColumn<SheetLine>[] {
  const t = (key: string, values?: Record<string, string>) => words(`coverage.${key}`, values);
  const view = readView(query);
  const isPart = query.chosen !== undefined;
  const counted = (of: CoverageCount) => ({
    heading: t(`table.${of}`),
    width: 14,
    value: (line: SheetLine) => countOf(line, of),
  });
  return [
    { heading: t('table.code'), width: 8, value: (line) => (isCommune(line) ? line.code : null) },
    {
      heading: t('table.commune'),
      width: 26,
      value: (line) => (isCommune(line) ? placeName(t, line) : t(isPart ? 'chosen.all' : 'table.all')),
    },
    counted('units'),
    ...coverageReadings.map(counted),
    { heading: t(`view.lacks.${view.lacking}`), width: 14, value: (line) => lackingOf(line, view.lacking) },
    { heading: t('table.percent'), width: 10, value: ({ percent }) => percent },
    {
      heading: t('table.state'),
      width: 16,
      value: (line) => (line.percent === null ? t(`states.${stateOf(line)}`) : null),
    },
    {
      heading: t('table.report'),
      width: 22,
      value: ({ report }) => (report ? reportWords(words, report) : null),
    },
    ...(view.earlier
      ? [
          {
            heading: t('changes.since', { day: formatDay(locale, view.earlier) }),
            width: 16,
            value: ({ points }: SheetLine) => points,
          },
        ]
      : []),
  ];
}

/** "Tháng 10/2026: Đã nhận, đã chốt". */
const reportWords = (words: ColumnWords['words'], row: ReportRow) =>
  `${periodName(((key: string, values: Record<string, string>) => words(`reports.${key}`, values)) as never, row.period)}: ${words(`reports.states.${shownState(row, today())}`)}`;

export const GET = (request: Request) =>
  exportRoute({
    list: 'coverage',
    open: (viewer, query) => openLines(viewer, query, chosenIn(request)),
    columns: lineColumns,
    record: recordExport,
  })(request);
