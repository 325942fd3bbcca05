import { useLocale, useTranslations } from 'next-intl';
import { HostName } from '@/components/digital-models/people/host-name';
import type { FormAction } from '@/components/ui/forms/form-state';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Day } from '@/domain/days/day';
import type { PairRow } from '@/domain/pairs/pair';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { MetTodayForm } from './contact-form';
import { PairName } from './pair-name';
import { QuietMark } from './quiet-mark';

type QuietTableProps = {
  pairs: readonly (PairRow & { contactId: string })[];
  record: FormAction;
  today: Day;
  within: boolean;
};

/** Pairs that went quiet, each with the one tap that settles it. */
export function QuietTable({ pairs, record, today, within }: QuietTableProps) {
  const t = useTranslations('pairs.quiet');
  const list = useTranslations('pairs.list');
  const locale = useLocale() as Locale;
  const columns: Column<PairRow & { contactId: string }>[] = [
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
            cell: (pair: PairRow & { contactId: string }) =>
              pair.may.guide && (
                <div className="md:whitespace-nowrap">
                  <MetTodayForm action={record} pair={pair} today={today} contactId={pair.contactId} />
                </div>
              ),
          },
        ]
      : []),
  ];
  return <Table caption={t('title')} columns={columns} rows={pairs} keyOf={({ id }) => id} />;
}
