import { useTranslations } from 'next-intl';
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
import { bareName } from '@/domain/units/bare-name';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
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
        <FoldedRest summary={t('open', { count: formatNumber(locale, rows.length) })} wholeOnPaper>
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
export function CoverageTable({
  locale,
  rows,
  hrefOf,
  total,
  howHref,
  since,
  caption,
  as: Link = 'a',
  ticks,
}: TableProps) {
  const t = useTranslations('coverage');
  const counted = (of: CoverageCount) => ({
    label: t(`table.${of}`),
    short: t(`table.short.${of}`),
    kind: 'number' as const,
    cell: (row: CoverageLine) => known(countOf(row, of), locale),
  });
  return (
    <Table<CoverageLine>
      caption={caption ?? t('table.title')}
      lines
      rows={total && rows.length > 1 ? [total, ...rows] : rows}
      keyOf={(row) => (isCommune(row) ? row.communeId : 'all')}
      columns={[
        {
          label: t('table.commune'),
          kind: 'title',
          cell: (row) =>
            isCommune(row) ? <Ticked row={row} form={ticks} href={hrefOf(row)} as={Link} /> : t('table.all'),
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

type TickedProps = { row: CommuneCoverage; form: string | undefined; href: string; as: LinkElement };

/** A place that leads on, with its box where places can be ticked. */
function Ticked({ row, form, href, as: Link }: TickedProps) {
  const t = useTranslations('coverage');
  const place = placeName(t, row);
  if (!form) return <Link href={href}>{place}</Link>;
  return (
    <span className="inline-flex items-center gap-1">
      <label className="choice tick no-print">
        <input type="checkbox" name="chosen" value={row.slug} form={form} />
        <span className="sr-only">{t('table.tick', { place })}</span>
      </label>
      <Link href={href}>{place}</Link>
    </span>
  );
}

const known = (count: number | null, locale: Locale) => (count === null ? '–' : formatNumber(locale, count));

function Share({ locale, row }: { locale: Locale; row: CoverageLine }) {
  const t = useTranslations('coverage.states');
  if (row.percent !== null) return <b>{formatPercent(locale, row.percent)}</b>;
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
const changedColumn = (t: Words, locale: Locale, since: TableProps['since']): Column<CoverageLine>[] =>
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

function changedWords(t: Words, locale: Locale, row: CoverageLine, { of, total }: Changes) {
  const change = isCommune(row) ? of.get(row.communeId) : total;
  return change ? changeInWords(t, locale, change, stateOf(row)) : '–';
}
