import { useTranslations } from 'next-intl';
import type { LinkElement } from '@/components/ui/link-element';
import { Table } from '@/components/ui/tables/table';
import type { AuditRow } from '@/domain/audit/audit';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ChangeWords } from './change-words';

type AuditTableProps = {
  locale: Locale;
  entries: AuditRow[];
  /** the trail of this account */
  ofAccount: (accountId: string) => string;
  as: LinkElement;
};

/** The entries of the trail, newest first. */
export function AuditTable({ locale, entries, ofAccount, as: Link }: AuditTableProps) {
  const t = useTranslations('audit');
  return (
    <Table
      caption={t('title')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('action'),
          kind: 'title',
          cell: ({ action }) =>
            t.has(`actions.${action}` as 'actions.signIn') ? t(`actions.${action}` as 'actions.signIn') : t('unnamed'),
        },
        { label: t('at'), cell: ({ at }) => <span className="xl:whitespace-nowrap">{formatInstant(locale, at)}</span> },
        {
          label: t('actor'),
          cell: ({ actor }) => (actor ? <Link href={ofAccount(actor.id)}>{actor.name}</Link> : t('portal')),
        },
        { label: t('subject'), cell: (row) => <Subject row={row} as={Link} /> },
        { label: t('unit'), cell: ({ unitName }) => unitName ?? '–' },
        { label: t('change'), cell: ({ action, change }) => <ChangeWords action={action} change={change} /> },
      ]}
    />
  );
}

const pages: Record<string, string> = { person: '/admin/people', account: '/admin/accounts', unit: '/admin/units' };

function Subject({ row: { subject, subjectType, verb }, as: Link }: { row: AuditRow; as: LinkElement }) {
  const t = useTranslations('audit.subjects');
  const page = pages[subjectType];
  if (subject && page) return <Link href={`${page}/${subject.id}`}>{subject.name}</Link>;
  // who signs in opens a session of her account, no training
  if (verb === 'signed-in' || verb === 'signed-out') return '–';
  return t.has(subjectType as 'person') ? t(subjectType as 'person') : '–';
}
