import { useTranslations } from 'next-intl';
import { ChartTable } from '@/components/charts/chart-table';
import { priorityGroups } from '@/domain/consents/sensitive/sensitive';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Row = { key: string; name: string; counts: readonly { group: string; count: number | null }[] };
type TableProps = { locale: Locale; caption: string; head: string; rows: readonly Row[] };

/** Women of each priority group in tens, one place or month to a row; fewer than ten are told as that. */
export function PriorityTable({ locale, caption, head, rows }: TableProps) {
  const t = useTranslations('consents.sensitive.groups');
  const countIn = ({ counts }: Row, group: string) => counts.find((each) => each.group === group)?.count ?? null;
  return (
    <ChartTable<Row>
      caption={caption}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { label: head, kind: 'title', cell: ({ name }) => name },
        ...priorityGroups.map((group) => ({
          label: t(group),
          kind: 'number' as const,
          cell: (row: Row) => {
            const count = countIn(row, group);
            return count === null ? '<10' : formatNumber(locale, count);
          },
        })),
      ]}
    />
  );
}
