import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { lastDayBefore } from '@/domain/days/ending';
import type { Household } from '@/domain/digital-models/households/household';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type HouseholdTableProps = {
  caption: string;
  households: readonly Household[] /** where they are changed */;
  path?: string | undefined;
};

/** Households of a family: whose they are, how many live there, who of them is on record. */
export function HouseholdTable({ caption, households, path }: HouseholdTableProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const erased = t('record.erased');
  const columns: Column<Household>[] = [
    {
      label: t('households.household'),
      kind: 'title',
      cell: ({ name, headName }) => name ?? t('households.of', { name: headName ?? erased }),
    },
    { label: t('households.headShort'), cell: ({ headName }) => headName ?? erased },
    { label: t('households.sizeShort'), kind: 'number', cell: ({ size }) => (size ? formatNumber(locale, size) : '–') },
    {
      label: t('households.membersShort'),
      cell: ({ members }) => members.map(({ name }) => name ?? erased).join(', ') || '–',
    },
    {
      label: t('people.from'),
      cell: ({ from, to }) =>
        from === to
          ? t('people.takenBack')
          : to
            ? t('households.days', { from: formatDay(locale, from), to: formatDay(locale, lastDayBefore(to)) })
            : formatDay(locale, from),
    },
    ...(path
      ? [{ label: t('people.change'), cell: (household: Household) => <Changes household={household} path={path} /> }]
      : []),
  ];
  return <Table caption={caption} columns={columns} rows={households} keyOf={({ entryId }) => entryId} />;
}

function Changes({
  household: { entryId, householdId, name, headName },
  path,
}: {
  household: Household;
  path: string;
}) {
  const t = useTranslations('digital-models');
  const whose = name ?? headName ?? t('record.erased');
  return (
    <span className="inline-flex flex-wrap gap-x-5">
      <Link
        href={`${path}/${householdId}`}
        className="inline-flex min-h-11 items-center"
        aria-label={t('households.editOf', { name: whose })}
      >
        {t('households.edit')}
      </Link>
      <Link
        href={`${path}?end=${entryId}#end`}
        className="inline-flex min-h-11 items-center"
        aria-label={t('people.endOf', { name: whose })}
      >
        {t('households.leave')}
      </Link>
    </span>
  );
}
