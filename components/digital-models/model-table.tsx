import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { type Column, Table } from '@/components/ui/table';
import type { ModelRow } from '@/domain/digital-models/model-row';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { HostName } from './host-name';
import { StatusBadge } from './status-badge';

/** Models in rows. Which kind each is stands there only where kinds are mixed. */
export function ModelTable({ models, mixed }: { models: ModelRow[]; mixed: boolean }) {
  const t = useTranslations('digital-models');
  const locale = useLocale() as Locale;
  const columns: Column<ModelRow>[] = [
    {
      label: t('list.name'),
      kind: 'title',
      cell: ({ id, name }) => <Link href={`/admin/digital-models/${id}`}>{name}</Link>,
    },
    ...(mixed ? [{ label: t('list.kind'), cell: ({ kind }: ModelRow) => t(`kindShort.${kind}`) }] : []),
    { label: t('list.place'), cell: ({ host }) => <HostName host={host} /> },
    {
      label: t('list.since'),
      cell: ({ launchedOn, foundedOn }) =>
        launchedOn ? formatDay(locale, launchedOn) : t('list.founded', { day: formatDay(locale, foundedOn) }),
    },
    { label: t('list.members'), kind: 'number', cell: (model) => <Members {...model} /> },
    { label: t('list.state'), cell: ({ status }) => <StatusBadge status={status} /> },
  ];
  return <Table caption={t('title')} columns={columns} rows={models} keyOf={({ id }) => id} />;
}

function Members({ members, households }: ModelRow) {
  const t = useTranslations('digital-models.list');
  const locale = useLocale() as Locale;
  return (
    <span>
      {formatNumber(locale, members)}
      {households > 0 && (
        <small className="block text-ink-2">{t('households', { count: formatNumber(locale, households) })}</small>
      )}
    </span>
  );
}
