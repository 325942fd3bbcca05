import { useLocale, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { ImportBatch } from '@/domain/imports/import';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** Imports in rows: which file, into which unit, what became of it. */
export function BatchTable({ batches }: { batches: readonly ImportBatch[] }) {
  const t = useTranslations('imports');
  const locale = useLocale() as Locale;
  const columns: Column<ImportBatch>[] = [
    {
      label: t('list.file'),
      kind: 'title',
      cell: ({ id, fileName }) => (
        <Link href={`/admin/imports/${id}`} className="break-words">
          {fileName}
        </Link>
      ),
    },
    { label: t('list.unit'), cell: ({ unit }) => unit.name },
    { label: t('list.rows'), kind: 'number', cell: ({ rowCount }) => formatNumber(locale, rowCount) },
    { label: t('list.by'), cell: ({ uploadedBy }) => uploadedBy },
    { label: t('list.at'), cell: ({ uploadedAt }) => formatInstant(locale, uploadedAt) },
    { label: t('list.state'), cell: (batch) => <BatchState {...batch} /> },
  ];
  return <Table caption={t('title')} columns={columns} rows={batches} keyOf={({ id }) => id} />;
}

const tones = {
  checking: 'waiting',
  checked: 'waiting',
  applying: 'waiting',
  undoing: 'waiting',
  applied: 'done',
  undone: 'plain',
  discarded: 'plain',
} as const satisfies Record<string, BadgeTone>;

function BatchState({ state, phase }: ImportBatch) {
  const t = useTranslations('imports.state');
  const key = phase !== 'finished' ? phase : state === 'previewed' ? 'checked' : state;
  return <Badge tone={tones[key]}>{t(key)}</Badge>;
}
