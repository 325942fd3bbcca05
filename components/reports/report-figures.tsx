import { useLocale, useTranslations } from 'next-intl';
import { formatValue } from '@/components/indicators/figure-words';
import { type Column, Table } from '@/components/ui/tables/table';
import { type IndicatorCode, numberOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { toldNumber } from '@/domain/reports/content/figures';
import type { FigureTold, ReportContent, Restated, TimedFigure } from '@/domain/reports/report-content';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { isToldInTables } from './figure-order';
import { restatedPeriod } from './report-words';

type PartProps = { content: ReportContent; names: ReadonlyMap<IndicatorCode, string> };

const NOTHING = '–';

/** Trainings, pairs and people: of the period, since the year began, in the period before and a year ago. */
export function FiguresPart({ content: { figures }, names }: PartProps) {
  const t = useTranslations('reports.body');
  const locale = useLocale() as Locale;
  const told = (figure: TimedFigure | null, measure: UnitOfMeasure) => {
    const number = toldNumber(figure, measure);
    return number === null ? NOTHING : formatValue(locale, number, measure);
  };
  const column = (label: string, cell: (row: FigureTold) => string): Column<FigureTold> => ({
    label,
    kind: 'number',
    cell,
  });
  return (
    <section>
      <h2 className="mb-2">{t('figures')}</h2>
      <Table
        caption={t('figures')}
        rows={figures.filter(({ code }) => !isToldInTables(code))}
        keyOf={({ code }) => code}
        columns={[
          { label: t('figure'), kind: 'title', cell: ({ code }) => names.get(code) ?? code },
          column(t('now'), ({ now, measure }) => told(now, measure)),
          column(t('inYear'), ({ now, measure }) => {
            const year = now.since === null ? null : numberOf(now, measure);
            return year === null ? NOTHING : formatValue(locale, year, measure);
          }),
          column(t('before'), ({ before, measure }) => told(before, measure)),
          column(t('yearBefore'), ({ yearBefore, measure }) => told(yearBefore, measure)),
        ]}
      />
    </section>
  );
}

/** Figures of earlier periods that are told otherwise now: old, new, who and why. */
export function RestatedPart({ content: { restated, figures }, names }: PartProps) {
  const t = useTranslations('reports');
  const locale = useLocale() as Locale;
  if (restated.length === 0) return null;
  const measures = new Map(figures.map(({ code, measure }) => [code, measure]));
  const told = (figure: TimedFigure | null, code: IndicatorCode) => {
    const measure = measures.get(code) ?? 'count';
    const number = figure === null ? null : toldNumber(figure, measure);
    return number === null ? NOTHING : formatValue(locale, number, measure);
  };
  const who = ({ filed }: Restated) =>
    filed
      ? t('body.refiled', {
          name: filed.by ?? NOTHING,
          day: formatDay(locale, filed.on),
          why: filed.why ?? t('body.noWhy'),
        })
      : t('body.byRecords');
  return (
    <section>
      <h2 className="mb-1">{t('body.restated')}</h2>
      <p className="mb-2 text-ink-2">{t('body.restatedLead')}</p>
      <Table
        caption={t('body.restated')}
        rows={restated}
        keyOf={({ period, place, code, filed }) => `${period.kind} ${period.from} ${place} ${code} ${filed?.on ?? ''}`}
        columns={[
          { label: t('body.figure'), kind: 'title', cell: ({ code }) => names.get(code) ?? code },
          { label: t('body.period'), cell: (row) => restatedPeriod(t, row) },
          { label: t('body.was'), kind: 'number', cell: ({ was, code }) => told(was, code) },
          { label: t('body.is'), kind: 'number', cell: ({ now, code }) => told(now, code) },
          { label: t('body.who'), cell: who },
        ]}
      />
    </section>
  );
}
