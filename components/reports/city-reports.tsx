import { useLocale, useTranslations } from 'next-intl';
import { placeName } from '@/components/coverage/coverage-table';
import { Badge } from '@/components/ui/badge';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { FoldedRest } from '@/components/ui/panels/fold';
import { Table } from '@/components/ui/tables/table';
import { today } from '@/domain/days/day';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import { type CommuneReports, type ReportRow, type ShownState, shownState } from '@/domain/reports/report';
import type { UnitKind } from '@/domain/units/unit';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ReportStateBadge } from './report-list';
import { periodName, periodWithin } from './report-words';

export type CityRow = { id: string; name: string; kind: UnitKind; row: ReportRow; state: ShownState };

type ListProps = {
  period: ReportPeriod;
  rows: readonly CityRow[];
  hrefOf: (unitId: string) => string;
  /** for who may accept */
  accept?: FormAction | undefined;
  /** communes in which nobody can sign */
  unsigned: ReadonlySet<string>;
};

/** The reports of one period, commune by commune; several that were filed are accepted at once. */
export function CityList({ period, rows, hrefOf, accept, unsigned }: ListProps) {
  const t = useTranslations('reports');
  const coverage = useTranslations('coverage');
  const locale = useLocale() as Locale;
  const filed = rows.filter(({ state }) => state === 'submitted');
  if (rows.length === 0) return <p className="mb-6">{t('cityPage.none')}</p>;
  return (
    <>
      {accept && filed.length > 0 && <AcceptForm period={period} filed={filed} accept={accept} />}
      <Table
        caption={t('cityPage.caption', { period: periodWithin(t, period) })}
        rows={rows}
        keyOf={({ id }) => id}
        lines
        columns={[
          {
            label: t('cityPage.commune'),
            kind: 'title',
            cell: ({ id, ...place }) => <Link href={hrefOf(id)}>{placeName(coverage, place)}</Link>,
          },
          {
            label: t('list.state'),
            cell: ({ id, row }) => (
              <>
                <ReportStateBadge row={row} /> {unsigned.has(id) && <Badge tone="problem">{t('signers.nobody')}</Badge>}
              </>
            ),
          },
          { label: t('list.filed'), cell: ({ row }) => (row.filedOn ? formatDay(locale, row.filedOn) : '–') },
        ]}
      />
    </>
  );
}

type AcceptProps = { period: ReportPeriod; filed: readonly CityRow[]; accept: FormAction };

/** Several reports of the month, accepted at once. */
function AcceptForm({ period, filed, accept }: AcceptProps) {
  const t = useTranslations('reports.cityPage');
  const coverage = useTranslations('coverage');
  return (
    <Form
      action={accept}
      concept="reports"
      fold={{
        summary: `${t('acceptMany')} (${filed.length})`,
        part: true,
        className: 'mb-4 border-rule border-y py-3',
      }}
    >
      <HiddenField name="periodId" value={period.id} />
      <CheckboxGroup
        name="reports[]"
        label={t('choose')}
        options={filed.map(({ id, row, ...place }) => ({
          value: `${id} ${row.version}`,
          label: placeName(coverage, place),
        }))}
      />
      <SubmitButton>{t('acceptMany')}</SubmitButton>
    </Form>
  );
}

type GridProps = {
  year: number;
  periods: readonly ReportPeriod[];
  communes: readonly CommuneReports[];
  hrefOf: (unitId: string, periodId: string) => string;
};

/** Every commune and period of a year, each cell a word that opens the report. */
export function CityGrid({ year, periods, communes, hrefOf }: GridProps) {
  const t = useTranslations('reports');
  const coverage = useTranslations('coverage');
  return (
    <FoldedRest summary={t('cityPage.grid', { year: String(year) })}>
      <div className="relative overflow-x-auto">
        <Table
          caption={t('cityPage.gridCaption', { year: String(year) })}
          rows={communes}
          keyOf={({ id }) => id}
          cards={false}
          columns={[
            { label: t('cityPage.commune'), kind: 'title', cell: (place) => placeName(coverage, place) },
            ...periods.map((period) => ({
              label: period.kind === 'month' ? period.from.slice(5, 7) : periodName(t, period),
              kind: 'mark' as const,
              cell: ({ id, reports }: CommuneReports) => {
                const row = reports.find((each) => each.period.id === period.id);
                if (!row) return '';
                const state = shownState(row, today());
                return (
                  <Link href={hrefOf(id, period.id)} title={t(`states.${state}`)} className="min-w-11 justify-center">
                    {t(`cityPage.short.${state}`)}
                  </Link>
                );
              },
            })),
          ]}
        />
      </div>
    </FoldedRest>
  );
}
