import { useLocale, useTranslations } from 'next-intl';
import { type Column, Table } from '@/components/ui/tables/table';
import type { PushRound } from '@/domain/subscriptions/pushing/push';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** How far the newest rounds are, and how many devices follow anything. */
export function PushRounds({ devices, rounds }: { devices: number; rounds: PushRound[] }) {
  const t = useTranslations('subscriptions.rounds');
  const locale = useLocale() as Locale;
  const columns: Column<PushRound>[] = [
    { label: t('article'), kind: 'title', cell: (round) => <span lang={round.locale}>{round.title}</span> },
    { label: t('begun'), cell: ({ begunAt }) => formatInstant(locale, begunAt) },
    { label: t('progress'), cell: (round) => <Progress round={round} /> },
  ];
  return (
    <section className="mt-9" id="pushes">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-3 max-w-[34em]">
        {t('lead')} {t('devices', { count: devices })}
      </p>
      {rounds.length > 0 && <Table caption={t('title')} columns={columns} rows={rounds} keyOf={({ id }) => id} />}
    </section>
  );
}

function Progress({ round: { addressed, sent, waiting, gone, refused, dropped } }: { round: PushRound }) {
  const t = useTranslations('subscriptions.rounds');
  const locale = useLocale() as Locale;
  const others = [
    ...(waiting > 0 ? [t('waiting', { count: waiting })] : []),
    ...(gone > 0 ? [t('gone', { count: gone })] : []),
    ...(refused > 0 ? [t('refused', { count: refused })] : []),
    ...(dropped > 0 ? [t('dropped', { count: dropped })] : []),
  ];
  return (
    <span>
      {t('told', { sent: formatNumber(locale, sent), addressed: formatNumber(locale, addressed) })}
      {others.length > 0 && <small className="block text-ink-2 text-sm">{others.join(', ')}</small>}
    </span>
  );
}
