import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { addDays } from '@/domain/day';
import type { Home } from '@/domain/digital-models/household';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type HomeTableProps = {
  caption: string;
  homes: readonly Home[] /** where they are changed */;
  path?: string | undefined;
};

/** Households of a family: whose they are, how many live there, who of them is on record. */
export function HomeTable({ caption, homes, path }: HomeTableProps) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const erased = t('record.erased');
  const columns: Column<Home>[] = [
    {
      label: t('homes.household'),
      kind: 'title',
      cell: ({ name, headName }) => name ?? t('homes.of', { name: headName ?? erased }),
    },
    { label: t('homes.headShort'), cell: ({ headName }) => headName ?? erased },
    { label: t('homes.sizeShort'), kind: 'number', cell: ({ size }) => (size ? formatNumber(locale, size) : '–') },
    {
      label: t('homes.membersShort'),
      cell: ({ members }) => members.map(({ name }) => name ?? erased).join(', ') || '–',
    },
    {
      label: t('people.from'),
      cell: ({ from, to }) =>
        from === to
          ? t('people.takenBack')
          : to
            ? t('homes.days', { from: formatDay(locale, from), to: formatDay(locale, addDays(to, -1)) })
            : formatDay(locale, from),
    },
    ...(path ? [{ label: t('people.change'), cell: (home: Home) => <Changes home={home} path={path} /> }] : []),
  ];
  return <Table caption={caption} columns={columns} rows={homes} keyOf={({ entryId }) => entryId} />;
}

function Changes({ home: { entryId, householdId, name, headName }, path }: { home: Home; path: string }) {
  const t = useTranslations('digital-models');
  const whose = name ?? headName ?? t('record.erased');
  return (
    <span className="inline-flex flex-wrap gap-x-5">
      <Link
        href={`${path}/${householdId}`}
        className="inline-flex min-h-11 items-center"
        aria-label={t('homes.editOf', { name: whose })}
      >
        {t('homes.edit')}
      </Link>
      <Link
        href={`${path}?end=${entryId}#end`}
        className="inline-flex min-h-11 items-center"
        aria-label={t('people.endOf', { name: whose })}
      >
        {t('homes.leave')}
      </Link>
    </span>
  );
}
