import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { SessionSummary } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { capital, communeWords } from './place-words';
import { SessionStateBadge } from './session-state-badge';
import { daysWords, timesWords } from './time-words';

type TableProps = { caption: string; sessions: SessionSummary[] };

/** Sessions in rows, in the order of time. */
export function SessionTable({ caption, sessions }: TableProps) {
  const t = useTranslations('trainings');
  const locale = useLocale() as Locale;
  const columns: Column<SessionSummary>[] = [
    {
      label: t('admin.columns.title'),
      kind: 'title',
      cell: ({ id, title }) => <Link href={`/admin/trainings/${id}`}>{title}</Link>,
    },
    {
      label: t('admin.columns.time'),
      cell: (session) => (
        <span>
          {timesWords(t, locale, session)}
          <small className="block text-ink-2 text-sm">{daysWords(t, locale, session)}</small>
        </span>
      ),
    },
    { label: t('admin.columns.place'), cell: (session) => <Place session={session} /> },
    { label: t('admin.columns.seats'), kind: 'number', cell: ({ seats }) => formatNumber(locale, seats) },
    { label: t('admin.columns.state'), cell: ({ state }) => <SessionStateBadge state={state} /> },
  ];
  return <Table caption={caption} columns={columns} rows={sessions} keyOf={({ id }) => id} />;
}

function Place({ session: { place, unit, commune, mode, forProvince } }: { session: SessionSummary }) {
  const t = useTranslations('trainings');
  const isOnline = mode === 'online';
  const unitBelow = unit.id !== commune?.id && (isOnline || place !== unit.name) ? unit.name : null;
  const below = forProvince ? t('form.province') : [unitBelow, communeWords(t, commune)].filter(Boolean).join(', ');
  return (
    <span>
      {isOnline ? t('badge.online') : capital(place)}
      <small className="block text-ink-2 text-sm">{capital(below)}</small>
    </span>
  );
}
