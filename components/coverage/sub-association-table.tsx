import { useTranslations } from 'next-intl';
import { ModelMark } from '@/components/charts/model-mark';
import { FoldedRest } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import { type SubAssociationCoverage, standsIn } from '@/domain/coverage/coverage';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TableProps = { locale: Locale; rows: SubAssociationCoverage[] };

/** The first rows, as many as one looks through; the others open when asked for, and on paper. */
const FIRST = 8;
/** Fewer than these are not worth a fold. */
const REST_LEAST = 3;

/** Each sub-association of a commune: what it has, and what is still to come. */
export function SubAssociationTable({ locale, rows }: TableProps) {
  const t = useTranslations('coverage.commune');
  const rest = rows.length < FIRST + REST_LEAST ? [] : rows.slice(FIRST);
  return (
    <>
      <p className="mb-3 max-w-[40em]">{t('readings', countsOf(locale, rows))}</p>
      <Rows locale={locale} rows={rows.slice(0, rows.length - rest.length)} caption={t('each')} />
      {rest.length > 0 && (
        <FoldedRest summary={t('all', { count: formatNumber(locale, rows.length) })} wholeOnPaper>
          <Rows locale={locale} rows={rest} caption={t('rest', { count: formatNumber(locale, rest.length) })} />
        </FoldedRest>
      )}
    </>
  );
}

/** How many stand in each reading; no unit in two of them. */
function countsOf(locale: Locale, rows: readonly SubAssociationCoverage[]) {
  const count = (reading: ReturnType<typeof standsIn>) =>
    formatNumber(locale, rows.filter((row) => standsIn(row) === reading).length);
  return {
    units: formatNumber(locale, rows.length),
    tied: count('tied'),
    bothUntied: count('both'),
    familyOnly: count('family'),
    pairOnly: count('pair'),
    none: count('neither'),
  };
}

/** The name; on a phone it opens to what the other columns say. */
function Title({ row }: { row: SubAssociationCoverage }) {
  const [t, c] = [useTranslations('coverage.commune'), useTranslations('charts.modelState')];
  const said = (label: string, isThere: boolean) => (
    <p key={label}>
      <span className="text-ink-2">{label}</span> {c(isThere ? 'active' : 'none')}
    </p>
  );
  return (
    <>
      <span className="max-md:hidden">{row.name}</span>
      <details className="md:hidden">
        <summary className="min-h-11 py-2">{row.name}</summary>
        <div className="pb-2 pl-4 font-normal">
          {said(t('family'), row.hasFamily)}
          {said(t('pair'), row.hasPair)}
        </div>
      </details>
    </>
  );
}

function Rows({ locale, rows, caption }: TableProps & { caption: string }) {
  const t = useTranslations('coverage');
  return (
    <Table
      caption={caption}
      lines
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { label: t('levels.sub_association'), kind: 'title', cell: (row) => <Title row={row} /> },
        {
          label: t('commune.has'),
          cell: (row) => t('commune.standsIn', { reading: standsIn(row) }),
        },
        {
          label: t('commune.groups'),
          short: t('commune.groupsShort'),
          kind: 'number',
          cell: (row) =>
            t('commune.groupsCovered', {
              covered: formatNumber(locale, row.groupsCovered),
              groups: formatNumber(locale, row.groups),
            }),
        },
        {
          label: t('commune.family'),
          folded: true,
          cell: (row) => <ModelMark state={row.hasFamily ? 'active' : 'none'} worded />,
        },
        {
          label: t('commune.pair'),
          folded: true,
          cell: (row) => <ModelMark state={row.hasPair ? 'active' : 'none'} worded />,
        },
      ]}
    />
  );
}
