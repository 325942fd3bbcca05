import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { LinkElement } from '@/components/ui/link-element';
import { FoldedRest } from '@/components/ui/panels/fold';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Changes } from '@/domain/coverage/changes/change';
import {
  type CommuneCoverage,
  type CoverageCount,
  type CoverageLine,
  type CoverageTotal,
  countOf,
  coverageReadings,
  isCommune,
  stateOf,
  totalOf,
} from '@/domain/coverage/coverage';
import type { UnfoldedLine } from '@/domain/coverage/view/unfolded';
import type { Day } from '@/domain/days/day';
import { bareName } from '@/domain/units/bare-name';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { TablePlace } from './table-place';
import { changeInWords } from './view/change-words';

type TableProps = {
  locale: Locale;
  rows: CommuneCoverage[];
  hrefOf: (row: CommuneCoverage) => string;
  /** what all of them come to stands before them */
  total?: CoverageTotal;
  /** where the share is defined */
  howHref?: string;
  /** what has changed since another day, and the words for since when */
  since?: { label: string; changes: Changes } | undefined;
  caption?: string;
  as?: LinkElement;
  /** the id of the form for which places can be ticked */
  ticks?: string;
  /** places unfold to their sub-associations */
  unfolds?: Unfolds;
  /** when the officials of a place were last reminded, by its id */
  reminded?: ReadonlyMap<string, Day>;
};

type Unfolds = {
  /** some were unfolded, also where they are folded again by now: the whole table stands open */
  whole: boolean;
  /** what unfolds and folds a place; none where nothing is known of it */
  way: (row: CommuneCoverage) => ReactNode;
  /** those that stand unfolded, by the commune's id */
  lines: ReadonlyMap<string, UnfoldedLine[]>;
  hrefOf: (line: UnfoldedLine) => string;
};

/** The first rows, as many as one looks through; the others open when asked for, and on paper. */
const FIRST = 8;

/** The table as a part of a page: its first rows, and the others behind their number. */
export function FoldedCoverageTable({ locale, rows, ...table }: Omit<TableProps, 'caption'>) {
  const t = useTranslations('coverage.table');
  const rest = rows.slice(FIRST);
  return (
    <>
      <CoverageTable locale={locale} rows={rows.slice(0, FIRST)} total={totalOf(rows)} {...table} />
      {rest.length > 0 && (
        <FoldedRest
          summary={t('open', { count: formatNumber(locale, rows.length) })}
          wholeOnPaper
          open={table.unfolds?.whole ?? false}
        >
          <CoverageTable
            locale={locale}
            rows={rest}
            caption={t('rest', { count: formatNumber(locale, rest.length) })}
            {...table}
          />
        </FoldedRest>
      )}
    </>
  );
}

/** The figures of the map, commune by commune; what is not known is a word and not a number. No unit stands in two columns. */
export function CoverageTable(props: TableProps) {
  const { locale, rows, total, howHref, since, caption, as: Link = 'a', unfolds } = props;
  const t = useTranslations('coverage');
  const counted = (of: CoverageCount) => ({
    label: t(`table.${of}`),
    short: t(`table.short.${of}`),
    kind: 'number' as const,
    cell: (row: Line) => known(isUnfolded(row) ? row[of] : countOf(row, of), locale),
  });
  return (
    <Table<Line>
      caption={caption ?? t('table.title')}
      lines
      rows={[...(total && rows.length > 1 ? [total] : []), ...rows.flatMap((row) => [row, ...below(row, unfolds)])]}
      keyOf={(row) => (isCommune(row) ? row.communeId : isUnfolded(row) ? row.unitId : 'all')}
      mark={(row) => (isUnfolded(row) ? 'below' : undefined)}
      saidBy={saidByOf(props)}
      columns={[
        {
          label: t('table.commune'),
          kind: 'title',
          cell: (row) => (isCommune(row) || isUnfolded(row) ? <Name {...props} row={row} /> : t('table.all')),
        },
        counted('units'),
        ...coverageReadings.map(counted),
        {
          label: howHref ? <Link href={howHref}>{t('table.percent')}</Link> : t('table.percent'),
          short: t('table.percent'),
          kind: 'number',
          cell: (row) => <Share locale={locale} row={row} />,
        },
        ...changedColumn(t, locale, since),
      ]}
    />
  );
}

/** What decides a row where it is but figures and a link. */
function saidByOf({ locale, hrefOf, since, as, ticks, unfolds }: TableProps): ((row: Line) => string) | undefined {
  if (as || ticks || unfolds) return undefined;
  return (row) =>
    JSON.stringify(
      isCommune(row)
        ? [locale, row, hrefOf(row), since?.label, since?.changes.of.get(row.communeId)]
        : [locale, row, since?.label, since?.changes.total],
    );
}

type NameProps = Pick<TableProps, 'locale' | 'hrefOf' | 'ticks' | 'unfolds' | 'reminded' | 'as'> & {
  row: CommuneCoverage | UnfoldedLine;
};

/** The name of a line, which leads on. */
function Name({ row, locale, hrefOf, as: Link = 'a', ticks, unfolds, reminded }: NameProps) {
  const t = useTranslations('coverage');
  if (isUnfolded(row)) return <Link href={unfolds?.hrefOf(row) ?? ''}>{row.name}</Link>;
  return (
    <TablePlace
      locale={locale}
      slug={row.slug}
      name={placeName(t, row)}
      form={ticks}
      href={hrefOf(row)}
      as={Link}
      reminded={reminded?.get(row.communeId)}
    >
      {unfolds?.way(row)}
    </TablePlace>
  );
}

type Line = CoverageLine | UnfoldedLine;
const isUnfolded = (line: Line): line is UnfoldedLine => 'within' in line;
const below = ({ communeId }: CommuneCoverage, unfolds: Unfolds | undefined) => unfolds?.lines.get(communeId) ?? [];

const known = (count: number | null, locale: Locale) => (count === null ? '–' : formatNumber(locale, count));

function Share({ locale, row }: { locale: Locale; row: Line }) {
  const t = useTranslations('coverage.states');
  if (row.percent !== null) return <b>{formatPercent(locale, row.percent)}</b>;
  if (isUnfolded(row)) return '–';
  return (
    <Badge tone="plain" icon="information">
      {t(stateOf(row))}
    </Badge>
  );
}

type Words = (key: string, values?: Record<string, string>) => string;

/** "Phường Long Hưng", "Long Hưng ward". */
export const placeName = (t: Words, place: { kind: string; name: string }) =>
  t(`kindName.${place.kind === 'ward' || place.kind === 'special_zone' ? place.kind : 'commune'}`, {
    name: bareName(place.name),
  });

/** What has changed since the other day; no column without one. */
const changedColumn = (t: Words, locale: Locale, since: TableProps['since']): Column<Line>[] =>
  since
    ? [
        {
          label: since.label,
          short: t('table.short.change'),
          kind: 'number',
          cell: (row) => changedWords(t, locale, row, since.changes),
        },
      ]
    : [];

function changedWords(t: Words, locale: Locale, row: Line, { of, total }: Changes) {
  if (isUnfolded(row)) return '–';
  const change = isCommune(row) ? of.get(row.communeId) : total;
  return change ? changeInWords(t, locale, change, stateOf(row)) : '–';
}
