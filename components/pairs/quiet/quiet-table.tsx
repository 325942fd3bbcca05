import { useLocale, useTranslations } from 'next-intl';
import { HostName } from '@/components/digital-models/people/host-name';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Day } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { PairName } from '../pair-name';
import { MET_TODAY } from './met-today-form';
import { QuietMark } from './quiet-mark';

type QuietTableProps = { pairs: readonly PairRow[]; today: Day; within: boolean };

/** Pairs that went quiet, each with the one tap that settles it: it sends `MetTodayForm`, which stands on the same page. */
export function QuietTable({ pairs, today, within }: QuietTableProps) {
  const t = useTranslations('pairs.quiet');
  const list = useTranslations('pairs.list');
  const locale = useLocale() as Locale;
  const columns: Column<PairRow>[] = [
    {
      label: list('couple'),
      kind: 'title',
      cell: (pair) => (
        <Link href={`/admin/pairs/${pair.id}`}>
          <PairName pair={pair} />
        </Link>
      ),
    },
    { label: list('place'), cell: ({ host }) => <HostName host={host} within={within} /> },
    {
      label: t('since'),
      cell: (pair) => (
        <>
          <span>{pair.quietSince && formatDay(locale, pair.quietSince)}</span> <QuietMark pair={pair} today={today} />
        </>
      ),
    },
    ...(pairs.some(({ may }) => may.guide)
      ? [
          {
            label: t('do'),
            cell: ({ id, may }: PairRow) =>
              may.guide && (
                <Button type="submit" {...MET_TODAY} value={id} compact className="md:whitespace-nowrap">
                  {t('today')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return <Table caption={t('title')} columns={columns} rows={pairs} keyOf={({ id }) => id} />;
}
