import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Instructor } from '@/domain/pairs/chain';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Instructors with how many women each reached, the farthest first. */
export function InstructorTable({ instructors }: { instructors: readonly Instructor[] }) {
  const t = useTranslations('pairs');
  const locale = useLocale() as Locale;
  const columns: Column<Instructor>[] = [
    {
      label: t('chains.instructor'),
      kind: 'title',
      cell: ({ id, name }) => <Link href={`/admin/pairs/chains/${id}`}>{name ?? t('record.erased')}</Link>,
    },
    { label: t('chains.unit'), cell: ({ unitName }) => unitName },
    { label: t('chains.learners'), kind: 'number', cell: ({ learners }) => formatNumber(locale, learners) },
    { label: t('chains.reach'), kind: 'number', cell: ({ reach }) => formatNumber(locale, reach) },
  ];
  return <Table caption={t('chains.title')} columns={columns} rows={instructors} keyOf={({ id }) => id} />;
}
