import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { PersonRow } from '@/domain/people/person';

/** Members, one a line, each with where she belongs. */
export function PersonTable({ people }: { people: readonly PersonRow[] }) {
  const t = useTranslations('people');
  const columns: Column<PersonRow>[] = [
    {
      label: t('list.name'),
      kind: 'title',
      cell: ({ id, name }) => (
        <Link href={`/admin/people/${id}`} className="inline-flex min-h-11 items-center xl:min-w-44">
          {name}
        </Link>
      ),
    },
    { label: t('list.year'), kind: 'number', cell: ({ birthYear }) => birthYear ?? t('record.none') },
    { label: t('list.place'), cell: ({ unitName }) => unitName },
    { label: t('list.kind'), cell: ({ kind }) => (kind ? t(`kind.${kind}`) : t('list.left')) },
    {
      label: t('list.offices'),
      cell: ({ offices }) =>
        offices.map(({ title, unitName }) => t('record.at', { what: t(`office.${title}`), unit: unitName })).join('; '),
    },
    {
      label: t('list.phone'),
      cell: ({ phone }) => <span className="whitespace-nowrap">{phone ?? t('record.none')}</span>,
    },
  ];
  return <Table caption={t('title')} columns={columns} rows={people} keyOf={({ id }) => id} />;
}
