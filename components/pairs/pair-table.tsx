import { useLocale, useTranslations } from 'next-intl';
import { HostName } from '@/components/digital-models/people/host-name';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { today } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { FamilyName } from './family-name';
import { PairName } from './pair-name';
import { PairState } from './pair-state';
import { QuietMark } from './quiet/quiet-mark';

type PairTableProps = {
  pairs: PairRow[];
  /** left out where all count for one unit */
  place?: boolean;
  /** tied to this family: of one that will be, the day is said */
  familyId?: string | undefined;
  /** all in one commune, which then goes without saying */
  within?: boolean;
};

/** Pairs in rows: who guides whom, where, since when. */
export function PairTable({ pairs, place = true, within = false, familyId }: PairTableProps) {
  const t = useTranslations('pairs');
  const locale = useLocale() as Locale;
  const columns: Column<PairRow>[] = [
    {
      label: t('list.couple'),
      kind: 'title',
      cell: (pair) => (
        <Link href={`/admin/pairs/${pair.id}`}>
          <PairName pair={pair} />
        </Link>
      ),
    },
    ...(place
      ? [
          { label: t('list.place'), cell: ({ host }: PairRow) => <HostName host={host} within={within} /> },
          {
            label: t('list.family'),
            cell: ({ families: [family] }: PairRow) =>
              family ? <FamilyName family={family} today={today()} /> : t('list.noFamily'),
          },
        ]
      : []),
    { label: t('list.from'), cell: ({ from }) => formatDay(locale, from) },
    {
      label: t('list.stateName'),
      cell: (pair) => (
        <span className="flex flex-wrap items-center justify-end gap-2 md:justify-start">
          <PairState pair={pair} /> <TiedFrom pair={pair} familyId={familyId} />
          <QuietMark pair={pair} today={today()} />
        </span>
      ),
    },
  ];
  return <Table caption={t('title')} columns={columns} rows={pairs} keyOf={({ id }) => id} />;
}

function TiedFrom({ pair: { families }, familyId }: { pair: PairRow; familyId: string | undefined }) {
  const t = useTranslations('pairs.record');
  const locale = useLocale() as Locale;
  const since = families.find(({ modelId }) => modelId === familyId)?.since;
  return since && since > today() ? <span>{t('tiedFrom', { day: formatDay(locale, since) })}</span> : null;
}
