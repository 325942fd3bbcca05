import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { PeerLesson } from '@/domain/peer-lessons/peer-lesson';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { useWho } from './lesson-words';
import { topicName } from './topic-name';

/** Lessons in rows: what, when, where, who taught whom, how long. `within`: all in one commune, which goes without saying. */
export function LessonTable({ lessons, within = false }: { lessons: PeerLesson[]; within?: boolean }) {
  const t = useTranslations('peer-lessons');
  const locale = useLocale() as Locale;
  const who = useWho();
  const columns: Column<PeerLesson>[] = [
    {
      label: t('list.topic'),
      kind: 'title',
      cell: ({ id, topic }) => <Link href={`/admin/peer-lessons/${id}`}>{topicName(locale, topic)}</Link>,
    },
    { label: t('list.day'), cell: ({ day }) => formatDay(locale, day) },
    {
      label: t('list.place'),
      cell: ({ unit, subAssociationName, communeName }) =>
        [unit.name, subAssociationName, within ? null : communeName].filter(Boolean).join(', '),
    },
    { label: t('list.who'), cell: who },
    { label: t('list.length'), kind: 'number', cell: ({ minutes }) => t('minutesOf', { count: minutes }) },
  ];
  return <Table caption={t('list.caption')} columns={columns} rows={lessons} keyOf={({ id }) => id} />;
}
