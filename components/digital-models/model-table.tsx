import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { ModelRow } from '@/domain/digital-models/model-row';
import { keepTogether } from '@/i18n/compounds';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { HostName } from './people/host-name';
import { StatusBadge } from './status/status-badge';

type ModelTableProps = {
  models: ModelRow[];
  /** several kinds, so each row says its own */
  mixed: boolean;
  /** all in one commune, which then goes without saying */
  within: boolean;
};

/** Models in rows; on a phone as cards. */
export function ModelTable({ models, mixed, within }: ModelTableProps) {
  const t = useTranslations('digital-models');
  const columns: Column<ModelRow>[] = [
    {
      label: t('list.name'),
      kind: 'title',
      cell: ({ id, name }) => <Link href={`/admin/digital-models/${id}`}>{keepTogether(name)}</Link>,
    },
    ...(mixed
      ? [
          {
            label: t('list.kind'),
            cell: ({ kind }: ModelRow) => t(`kind.${kind}`),
          },
        ]
      : []),
    { label: t('list.place'), cell: ({ host }) => <HostName host={host} within={within} /> },
    {
      label: t('list.since'),
      cell: (model) => <Since {...model} />,
    },
    { label: t('list.members'), kind: 'number', cell: (model) => <Members {...model} /> },
    { label: t('list.state'), cell: ({ status }) => <StatusBadge status={status} /> },
  ];
  return <Table caption={t('title')} columns={columns} rows={models} keyOf={({ id }) => id} />;
}

function Since({ launchedOn, foundedOn }: ModelRow) {
  const t = useTranslations('digital-models.list');
  const locale = useLocale() as Locale;
  return (
    <span>
      {formatDay(locale, launchedOn ?? foundedOn)}
      {!launchedOn && <small className="block text-ink-2">{t('foundedOnly')}</small>}
    </span>
  );
}

function Members({ members, households }: ModelRow) {
  const t = useTranslations('digital-models.list');
  const locale = useLocale() as Locale;
  return (
    <span>
      {formatNumber(locale, members)}
      {households > 0 && <small className="block text-ink-2">{t('households', { count: households })}</small>}
    </span>
  );
}
