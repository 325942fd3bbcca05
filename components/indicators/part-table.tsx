import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { placeName } from '@/components/coverage/coverage-table';
import { Badge } from '@/components/ui/badge';
import type { Segment } from '@/components/ui/forms/segmented';
import { FoldedRest } from '@/components/ui/panels/fold';
import { type Column, Table } from '@/components/ui/tables/table';
import { type Figure, type FigureOfPart, numberOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { figureWord, formatValue } from './figure-words';

export const sorts = ['name', 'value'] as const;
export type Sort = (typeof sorts)[number];

type SortWords = (key: 'parts.byName' | 'parts.byValue') => string;

/** One of the two orders, as a way to look at the table. */
export const sortSegment = (t: SortWords, href: string, by: Sort, sort: Sort): Segment => ({
  href,
  label: t(by === 'name' ? 'parts.byName' : 'parts.byValue'),
  current: by === sort,
});

type TableProps = {
  locale: Locale;
  measure: UnitOfMeasure;
  total: Figure;
  rows: readonly FigureOfPart[];
  sort: Sort;
  caption: string;
  /** what all of it is called */
  whole: string;
  /** leads to a part; nothing for what belongs to none */
  linked: (row: FigureOfPart, name: string) => ReactNode;
};

type Line = (FigureOfPart & { isTotal?: false }) | (Figure & { isTotal: true });

/** The first rows, as many as one looks through; the others open when asked for, and on paper. */
const FIRST = 12;

/** Every part of a place with its figure, the whole first. What is not known is a word and stands last. */
export function PartTable({ rows, sort, measure, total, ...table }: TableProps) {
  const t = useTranslations('indicators.parts');
  const sorted = sortedBy(rows, sort, measure);
  const rest = sorted.length > FIRST + 3 ? sorted.slice(FIRST) : [];
  const first: Line[] = [{ ...total, isTotal: true }, ...sorted.slice(0, sorted.length - rest.length)];
  return (
    <>
      <Lines {...table} measure={measure} rows={first} />
      {rest.length > 0 && (
        <FoldedRest summary={t('open', { count: formatNumber(table.locale, sorted.length) })} wholeOnPaper>
          <Lines {...table} measure={measure} rows={rest} />
        </FoldedRest>
      )}
    </>
  );
}

function Lines({
  locale,
  measure,
  rows,
  caption,
  whole,
  linked,
}: Omit<TableProps, 'sort' | 'total' | 'rows'> & { rows: readonly Line[] }) {
  const t = useTranslations('indicators');
  const c = useTranslations('coverage');
  const nameOf = (row: FigureOfPart) =>
    row.id === null
      ? t('parts.itself')
      : row.kind && isCommuneKind(row.kind)
        ? placeName(c, { kind: row.kind, name: row.name })
        : row.name;
  const counts: Column<Line>[] =
    measure === 'percent'
      ? (['done', 'whole'] as const).map((each) => ({
          label: t(`parts.${each}`),
          kind: 'number' as const,
          cell: (row) =>
            row.state === 'known' || (each === 'whole' && row.whole) ? formatNumber(locale, row[each] ?? 0) : '–',
        }))
      : [];
  return (
    <Table<Line>
      caption={caption}
      lines
      rows={rows}
      keyOf={(row) => (row.isTotal ? 'all' : (row.id ?? 'itself'))}
      columns={[
        {
          label: t('parts.place'),
          kind: 'title',
          cell: (row) => (row.isTotal ? whole : row.id === null ? nameOf(row) : linked(row, nameOf(row))),
        },
        ...counts,
        {
          label: t(measure === 'percent' ? 'parts.percent' : 'parts.value'),
          kind: 'number',
          cell: (row) => <Value locale={locale} figure={row} measure={measure} />,
        },
      ]}
    />
  );
}

const isCommuneKind = (kind: string) => ['commune', 'ward', 'special_zone'].includes(kind);

function Value({ locale, figure, measure }: { locale: Locale; figure: Figure; measure: UnitOfMeasure }) {
  const t = useTranslations('indicators');
  const value = numberOf(figure, measure);
  if (value !== null) return <b>{formatValue(locale, value, measure)}</b>;
  return (
    <Badge tone="plain" icon="information">
      {figureWord(t, locale, figure, measure)}
    </Badge>
  );
}

/** By name as they come; by value the highest first, and what is not known last. */
export function sortedBy(rows: readonly FigureOfPart[], sort: Sort, measure: UnitOfMeasure): FigureOfPart[] {
  if (sort === 'name') return [...rows];
  const rank = (row: FigureOfPart) => numberOf(row, measure) ?? Number.NEGATIVE_INFINITY;
  return [...rows].sort((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)));
}
