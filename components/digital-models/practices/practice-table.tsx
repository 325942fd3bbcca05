import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { SharedPractice } from '@/domain/digital-models/practices/practice';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type PracticeTableProps = {
  practices: readonly SharedPractice[] /** the club that looks for one */;
  clubId?: string | undefined;
};

/** Clubs that share how they work. */
export function PracticeTable({ practices, clubId }: PracticeTableProps) {
  const t = useTranslations('digital-models.practice');
  const locale = useLocale() as Locale;
  const columns: Column<SharedPractice>[] = [
    {
      label: t('club'),
      kind: 'title',
      cell: ({ id, name }) => (
        <Link href={`/admin/digital-models/practices/${id}${clubId ? `?for=${clubId}` : ''}`}>{name}</Link>
      ),
    },
    { label: t('commune'), cell: ({ communeName }) => communeName },
    { label: t('since'), cell: ({ foundedOn }) => formatDay(locale, foundedOn) },
    { label: t('lessonCount'), kind: 'number', cell: ({ lessonCount }) => formatNumber(locale, lessonCount) },
    { label: t('copies'), kind: 'number', cell: ({ copies }) => formatNumber(locale, copies) },
  ];
  return <Table caption={t('listTitle')} columns={columns} rows={practices} keyOf={({ id }) => id} />;
}
