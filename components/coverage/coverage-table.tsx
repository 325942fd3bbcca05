import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { LinkElement } from '@/components/ui/link-element';
import { FoldedRest } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TableProps = {
  locale: Locale;
  rows: CommuneCoverage[];
  hrefOf: (row: CommuneCoverage) => string;
  caption?: string;
  as?: LinkElement;
};

/** The first rows, as many as one looks through; the others open when asked for, and on paper. */
const FIRST = 8;

/** The table as a part of a page: its first rows, and the others behind their number. */
export function FoldedCoverageTable({ locale, rows, ...table }: Omit<TableProps, 'caption'>) {
  const t = useTranslations('coverage.table');
  const rest = rows.slice(FIRST);
  return (
    <>
      <CoverageTable locale={locale} rows={rows.slice(0, FIRST)} {...table} />
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

/** The figures of the map, commune by commune; what is not known is a word and not a number. */
export function CoverageTable({ locale, rows, hrefOf, caption, as: Link = 'a' }: TableProps) {
  const t = useTranslations('coverage');
  const count = (row: CommuneCoverage, value: number) => (row.percent === null ? '–' : formatNumber(locale, value));
  return (
    <Table
      caption={caption ?? t('table.title')}
      lines
      rows={rows}
      keyOf={(row) => row.communeId}
      columns={[
        {
          label: t('table.commune'),
          kind: 'title',
          cell: (row) => <Link href={hrefOf(row)}>{placeName(t, row)}</Link>,
        },
        {
          label: t('table.units'),
          kind: 'number',
          cell: (row) => (row.state === 'no_units' ? '–' : formatNumber(locale, row.units)),
        },
        { label: t('table.family'), kind: 'number', cell: (row) => count(row, row.family) },
        { label: t('table.pair'), kind: 'number', cell: (row) => count(row, row.pair) },
        { label: t('table.covered'), kind: 'number', cell: (row) => count(row, row.covered) },
        {
          label: t('table.percent'),
          kind: 'number',
          cell: (row) =>
            row.percent === null ? (
              <Badge tone="plain" icon="information">
                {t(`states.${row.state}`)}
              </Badge>
            ) : (
              <b>{formatPercent(locale, row.percent)}</b>
            ),
        },
      ]}
    />
  );
}

type Words = (key: string, values?: Record<string, string>) => string;

/** "Phường Long Hưng", "Long Hưng ward". */
export const placeName = (t: Words, place: { kind: string; name: string }) =>
  t(`kindName.${place.kind === 'ward' || place.kind === 'special_zone' ? place.kind : 'commune'}`, {
    name: place.name,
  });
