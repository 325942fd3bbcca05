import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/tables/table';
import { LARGE_FROM, type StratumSize, saidBy } from '@/domain/spot-checks/drawing/stratum';
import type { StratumTally } from '@/domain/spot-checks/round';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Counted = Exclude<keyof StratumTally, 'name'>;

/** How many each stratum has and how many of it are drawn; of a round, what came of them too. */
export function StrataTable({
  locale,
  strata,
}: {
  locale: Locale;
  strata: readonly StratumTally[] | readonly StratumSize[];
}) {
  const t = useTranslations('spot-checks.strata');
  const rows: readonly Partial<StratumTally>[] = strata;
  const known = (['size', 'drawn', 'answered', 'held', 'differs'] as const).filter((of) =>
    rows.some((row) => row[of] !== undefined),
  );
  return (
    <>
      <Table
        caption={t('title')}
        rows={rows}
        keyOf={({ name = '' }) => name}
        lines
        columns={[
          { label: t('name'), kind: 'title', cell: ({ name = '' }) => t('label', saidBy(name)) },
          ...known.map((of: Counted) => ({
            label: t(of),
            kind: 'number' as const,
            cell: (row: Partial<StratumTally>) => formatNumber(locale, row[of] ?? 0),
          })),
        ]}
      />
      <p className="mt-2 max-w-[44em] text-ink-2 text-sm">{t('note', { large: formatNumber(locale, LARGE_FROM) })}</p>
    </>
  );
}
