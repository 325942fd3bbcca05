import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Times } from '@/domain/articles/reads/read';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ReadTableProps<Row> = {
  title: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  name: (row: Row) => ReactNode;
  /** what else is told of each */
  columns?: readonly Column<Row>[];
};

/** What was read, the most read first, with its reads in each language; nothing where nothing was. */
export function ReadTable<Row extends Times>({ title, rows, keyOf, name, columns = [] }: ReadTableProps<Row>) {
  const t = useTranslations('articles');
  const locale = useLocale() as Locale;
  if (rows.length === 0) return null;
  const number = (what: keyof Times) => (row: Row) => formatNumber(locale, row[what]);
  return (
    <section className="mb-10">
      <h2 className="mb-2">{title}</h2>
      <Table
        caption={title}
        rows={rows}
        keyOf={keyOf}
        columns={[
          { label: t('mostRead.name'), kind: 'title', cell: name },
          ...columns,
          { label: t('reads.vi'), kind: 'number', cell: number('vi') },
          { label: t('reads.en'), kind: 'number', cell: number('en') },
          { label: t('reads.times'), kind: 'number', cell: number('times') },
        ]}
      />
    </section>
  );
}
