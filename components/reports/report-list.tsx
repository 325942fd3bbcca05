import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import { today } from '@/domain/days/day';
import { isRestated, type ReportRow, type ShownState, shownState } from '@/domain/reports/report';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { periodName, stateTones } from './report-words';

/** How far a report has come, in a word; that it asks to be opened stands beside it. */
export function ReportStateBadge({ row, ofCity = false }: { row: ReportRow; ofCity?: boolean }) {
  const t = useTranslations('reports.states');
  const state = shownState(row, today());
  // nobody accepts the city's own: it stands once it is signed
  const stands = ofCity && state === 'submitted';
  return (
    <>
      <Badge tone={stands ? 'done' : stateTones[state]}>{t(stands ? 'signed' : state)}</Badge>{' '}
      {row.asked && <Badge tone="waiting">{t('asked')}</Badge>}{' '}
      {isRestated(row) && <Badge tone="information">{t('restated')}</Badge>}
    </>
  );
}

type ListProps = {
  place: string;
  rows: readonly ReportRow[];
  hrefOf: (row: ReportRow) => string;
  /** she signs them */
  files: boolean;
};

const next: Partial<Record<ShownState, 'sign' | 'again'>> = { open: 'sign', late: 'sign', returned: 'again' };

/** The periods of one place, with the deed that comes next. */
export function ReportList({ place, rows, hrefOf, files }: ListProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  if (rows.length === 0)
    return (
      <EmptyState icon="report" title={t('list.empty')}>
        {t('list.emptyWhy')}
      </EmptyState>
    );
  return (
    <Table
      caption={t('list.caption', { place })}
      rows={rows}
      keyOf={({ period }) => period.id}
      columns={[
        {
          label: t('list.period'),
          kind: 'title',
          cell: (row) => <Link href={hrefOf(row)}>{periodName(t, row.period)}</Link>,
        },
        { label: t('list.state'), cell: (row) => <ReportStateBadge row={row} /> },
        { label: t('list.due'), cell: ({ period }) => formatDay(locale, period.due) },
        { label: t('list.filed'), cell: ({ filedOn }) => (filedOn ? formatDay(locale, filedOn) : '–') },
        {
          label: t('list.next'),
          cell: (row) => {
            const deed = files ? next[shownState(row, today())] : undefined;
            return deed ? (
              <ButtonLink as={Link} href={hrefOf(row)} compact variant="primary">
                {t(`list.${deed}`)}
              </ButtonLink>
            ) : (
              <Link href={hrefOf(row)}>{t('list.read')}</Link>
            );
          },
        },
      ]}
    />
  );
}
