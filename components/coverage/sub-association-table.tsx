import { useTranslations } from 'next-intl';
import { ModelMark } from '@/components/charts/model-mark';
import { FoldedRest } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import type { SubAssociationCoverage } from '@/domain/coverage/coverage';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TableProps = { locale: Locale; rows: SubAssociationCoverage[] };

/** The first rows, as many as one looks through; the others open when asked for. */
const FIRST = 8;
/** Fewer than these are not worth a fold. */
const REST_LEAST = 3;

/** Each sub-association of a commune: what it has, and what is still to come. */
export function SubAssociationTable({ locale, rows }: TableProps) {
  const t = useTranslations('coverage.commune');
  const rest = rows.length < FIRST + REST_LEAST ? [] : rows.slice(FIRST);
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-x-5 text-sm md:hidden">
        <ModelMark state="active" worded />
        <ModelMark state="none" worded />
      </p>
      <Rows locale={locale} rows={rows.slice(0, rows.length - rest.length)} caption={t('each')} />
      {rest.length > 0 && (
        <FoldedRest summary={t('all', { count: formatNumber(locale, rows.length) })}>
          <Rows locale={locale} rows={rest} caption={t('rest', { count: formatNumber(locale, rest.length) })} />
        </FoldedRest>
      )}
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
        { label: t('levels.sub_association'), kind: 'title', cell: (row) => row.name },
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
          cell: (row) => <ModelMark state={row.hasFamily ? 'active' : 'none'} worded="wide" />,
        },
        {
          label: t('commune.pair'),
          cell: (row) => <ModelMark state={row.hasPair ? 'active' : 'none'} worded="wide" />,
        },
      ]}
    />
  );
}
