import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { IndicatorRow } from '@/domain/indicators/rows/row';

const PATHS = { model: '/admin/digital-models', pair: '/admin/pairs', person: '/admin/people' } as const;

/** What a number counts, one to a row, each leading to its record; of what lies elsewhere by now only that it was there. */
export function RowTable({ rows }: { rows: readonly IndicatorRow[] }) {
  const t = useTranslations('indicators.rows');
  const [{ kind } = { kind: 'model' as const }] = rows;
  const told = ({ name, learner }: IndicatorRow) =>
    learner === null ? name : t('pair', { instructor: name ?? '–', learner });
  return (
    <Table<IndicatorRow>
      caption={t('title')}
      lines
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t(`what.${kind}`),
          kind: 'title',
          cell: (row) => {
            const words = told(row);
            return words ? <Link href={`${PATHS[row.kind]}/${row.id}`}>{words}</Link> : t('elsewhere');
          },
        },
      ]}
    />
  );
}
