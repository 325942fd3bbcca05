import { useLocale, useTranslations } from 'next-intl';
import { type Column, Table } from '@/components/ui/tables/table';
import { isDay } from '@/domain/days/day';
import type { Taught, TaughtBy, TaughtRow } from '@/domain/outcomes/taught';
import { formatMonth, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** The figures row by row, hours with a bar beside the number. */
export function TaughtTable({ taught, by }: { taught: Taught; by: TaughtBy }) {
  const t = useTranslations('outcomes.taught');
  const locale = useLocale() as Locale;
  const most = Math.max(1, ...taught.rows.map(({ hours }) => hours));
  const number = (count: number) => formatNumber(locale, count);
  const columns: Column<TaughtRow>[] = [
    {
      label: t(`byOf.${by}`),
      kind: 'title',
      cell: ({ name }) => (isDay(name) ? formatMonth(locale, name) : name),
    },
    { label: t('sessions'), kind: 'number', cell: ({ sessions }) => number(sessions) },
    {
      label: t('hours'),
      kind: 'number',
      cell: ({ hours }) => (
        <span className="inline-flex items-center gap-2.5">
          <Bar share={hours / most} />
          <span className="min-w-[3.6em]">{number(hours)}</span>
        </span>
      ),
    },
    { label: t('attendances'), kind: 'number', cell: ({ attendances }) => number(attendances) },
    { label: t('people'), kind: 'number', cell: ({ people }) => number(people) },
  ];
  return <Table caption={t('title')} columns={columns} rows={taught.rows} keyOf={({ key }) => key} />;
}

/** The number beside it says the same, so the bar is silent. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      width="110"
      height="14"
      viewBox="0 0 110 14"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block max-sm:w-20 print:[print-color-adjust:exact]"
    >
      <rect width="110" height="14" rx="2" className="fill-comb" />
      <rect width={Math.max(1, Math.round(share * 110))} height="14" rx="2" className="fill-lake-mid" />
    </svg>
  );
}
