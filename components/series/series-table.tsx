import { useLocale, useTranslations } from 'next-intl';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { timesWords } from '@/components/trainings/time-words';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { dayOf } from '@/domain/days/day';
import type { Member } from '@/domain/series/member';
import { formatNumber, formatWeekday } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TableProps = { members: Member[]; current: string };

/** The sessions of a series in their order; each leads to the series as seen from it. */
export function SeriesTable({ members, current }: TableProps) {
  const t = useTranslations('trainings');
  const caption = useTranslations('series')('list');
  const locale = useLocale() as Locale;
  const columns: Column<Member>[] = [
    {
      label: t('form.day'),
      kind: 'title',
      cell: ({ id, startsAt }) => (
        <Link href={`/admin/trainings/${id}/series`} {...(id === current ? { 'aria-current': 'true' as const } : {})}>
          {formatWeekday(locale, dayOf(startsAt))}
        </Link>
      ),
    },
    { label: t('record.time'), cell: (member) => timesWords(t, locale, member) },
    { label: t('admin.columns.place'), cell: ({ place }) => place },
    { label: t('admin.columns.seats'), kind: 'number', cell: ({ seats }) => formatNumber(locale, seats) },
    { label: t('admin.columns.state'), cell: ({ state }) => <SessionStateBadge state={state} /> },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={members}
      keyOf={({ id }) => id}
      mark={({ id }) => (id === current ? 'current' : undefined)}
    />
  );
}
