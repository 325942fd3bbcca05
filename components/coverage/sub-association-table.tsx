import { useTranslations } from 'next-intl';
import { ModelMark } from '@/components/charts/model-mark';
import { Table } from '@/components/ui/table';
import type { SubAssociationStanding } from '@/domain/coverage/coverage';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Each sub-association of a commune: what it has, and what is still to come. */
export function SubAssociationTable({ locale, rows }: { locale: Locale; rows: SubAssociationStanding[] }) {
  const t = useTranslations('coverage');
  return (
    <Table
      caption={t('commune.each')}
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        { label: t('levels.sub_association'), kind: 'title', cell: (row) => row.name },
        {
          label: t('commune.groups'),
          kind: 'number',
          cell: (row) =>
            t('commune.groupsCovered', {
              covered: formatNumber(locale, row.groupsCovered),
              groups: formatNumber(locale, row.groups),
            }),
        },
        {
          label: t('commune.family'),
          cell: (row) => <ModelMark standing={row.hasFamily ? 'active' : 'none'} worded />,
        },
        { label: t('commune.pair'), cell: (row) => <ModelMark standing={row.hasPair ? 'active' : 'none'} worded /> },
      ]}
    />
  );
}
