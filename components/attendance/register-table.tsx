import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import type { IconName } from '@/components/ui/icon';
import { Table } from '@/components/ui/tables/table';
import { shownMarkOf } from '@/domain/attendance/mark';
import type { RegisterLine } from '@/domain/attendance/register/register';

/** The register as it stands, in the order of the printed one. */
export function RegisterTable({ lines }: { lines: readonly RegisterLine[] }) {
  const t = useTranslations('attendance.register');
  if (lines.length === 0) return <EmptyState icon="people" title={t('empty')} />;
  return (
    <Table
      caption={t('table')}
      rows={lines}
      keyOf={({ id }) => id}
      mark={({ conflict }) => (conflict ? 'gap' : undefined)}
      columns={[
        { label: t('number'), kind: 'number', cell: ({ no }) => no },
        { label: t('name'), kind: 'title', cell: ({ name }) => name },
        {
          label: t('group'),
          cell: ({ group, walkIn, seated }) => <Where group={group} walkIn={walkIn} seated={seated} />,
        },
        { label: t('mark'), cell: (line) => <ShownMark line={line} /> },
      ]}
    />
  );
}

function Where({ group, walkIn, seated }: Pick<RegisterLine, 'group' | 'walkIn' | 'seated'>) {
  const t = useTranslations('attendance.register');
  return [group, walkIn && t('walkIn'), !seated && t('noSeat')].filter(Boolean).join(', ') || '—';
}

const tones: Record<ReturnType<typeof shownMarkOf>, BadgeTone> = {
  present: 'done',
  late: 'waiting',
  absent: 'problem',
  conflict: 'problem',
  unmarked: 'plain',
};

const icons: Partial<Record<ReturnType<typeof shownMarkOf>, IconName>> = { absent: 'cross', unmarked: 'information' };

function ShownMark({ line }: { line: RegisterLine }) {
  const t = useTranslations('attendance.register');
  const shown = shownMarkOf(line);
  const words =
    shown === 'conflict'
      ? line.voices.map(({ mark }) => t(`marks.${mark}`)).join(' / ')
      : shown === 'unmarked'
        ? t('unmarked')
        : t(`marks.${shown}`);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2.5">
      <Badge tone={tones[shown]} {...(icons[shown] && { icon: icons[shown] })}>
        {words}
      </Badge>
      {line.witnesses > 1 && !line.conflict && (
        <span className="text-ink-2 text-sm">{t('witnesses', { count: line.witnesses })}</span>
      )}
    </span>
  );
}
