import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Officer } from '@/domain/units/tree';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The officers of a unit today, with their terms. */
export function OfficerList({ officers }: { officers: Officer[] }) {
  const t = useTranslations('units');
  const titles = useTranslations('people.office');
  const locale = useLocale() as Locale;
  if (officers.length === 0) return <p>{t('record.noOfficers')}</p>;
  const columns: Column<Officer>[] = [
    {
      label: t('record.person'),
      kind: 'title',
      cell: ({ personId, name }) =>
        name ? <Link href={`/admin/people/${personId}`}>{name}</Link> : t('record.erased'),
    },
    { label: t('record.title'), cell: ({ title }) => titles(title as 'chair') },
    { label: t('record.termName'), cell: ({ term }) => term ?? '–' },
    { label: t('record.sinceName'), cell: ({ since }) => formatDay(locale, since) },
  ];
  return <Table caption={t('record.officers')} columns={columns} rows={officers} keyOf={({ id }) => id} />;
}
