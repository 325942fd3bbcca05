import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import type { AuditRow } from '@/domain/audit/audit';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Who did what, newest first. */
export function AuditTable({ locale, entries }: { locale: Locale; entries: AuditRow[] }) {
  const t = useTranslations('audit');
  const words = (key: string, fallback: string) => (t.has(key as 'title') ? t(key as 'title') : fallback);
  return (
    <Table
      caption={t('title')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { label: t('action'), kind: 'title', cell: (row) => words(`actions.${row.action}`, row.action) },
        { label: t('at'), cell: (row) => formatInstant(locale, row.at) },
        { label: t('actor'), cell: (row) => row.actorName ?? t('portal') },
        { label: t('unit'), cell: (row) => row.unitName ?? '–' },
        { label: t('change'), cell: (row) => <ChangeWords change={row.change} /> },
      ]}
    />
  );
}

function ChangeWords({ change }: { change: Record<string, unknown> | null }) {
  if (!change) return '–';
  return (
    <span className="text-sm [overflow-wrap:anywhere]">
      {Object.entries(change)
        .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' · ')}
    </span>
  );
}
