import { type IndicatorCode, numberOf } from '@/domain/indicators/indicator';
import { toldNumber } from '@/domain/reports/content/figures';
import type { Restated } from '@/domain/reports/report-content';
import { formatDay } from '@/i18n/format';
import { restatedPeriod } from '../report-words';
import type { TableWords, Tell, ToldColumn } from './told-table';

/** Told elsewhere in a report: coverage and models have tables of their own. */
const isToldInTables = (code: IndicatorCode) => /^(coverage|both_untied|family_only|pair_only)_|^models_/.test(code);

const inWords = (field: string, heading: string, share: number): ToldColumn => ({
  field,
  heading,
  measure: 'words',
  share,
});
const asItsRow = (field: string, heading: string): ToldColumn => ({ field, heading, measure: 'row', share: 1 });

/** Trainings, pairs and people: of the period, since the year began, in the period before and a year ago. */
export const figureTable: Tell = ({ t, names }, { figures }) => ({
  title: t('body.figures'),
  columns: [
    inWords('chi_so', t('body.figure'), 4),
    asItsRow('ky_nay', t('body.now')),
    asItsRow('tu_dau_nam', t('body.inYear')),
    asItsRow('ky_truoc', t('body.before')),
    asItsRow('cung_ky', t('body.yearBefore')),
  ],
  rows: figures
    .filter(({ code }) => !isToldInTables(code))
    .map(({ code, measure, now, before, yearBefore }) => ({
      key: code,
      measure,
      cells: [
        names.get(code) ?? code,
        toldNumber(now, measure),
        now.since === null ? null : numberOf(now, measure),
        toldNumber(before, measure),
        toldNumber(yearBefore, measure),
      ],
    })),
});

/** Figures of earlier periods that are told otherwise now: old, new, who and why. */
export const restatedTable: Tell = (words, { restated, figures }) => {
  const { t, names } = words;
  if (restated.length === 0) return null;
  const measures = new Map(figures.map(({ code, measure }) => [code, measure]));
  return {
    title: t('body.restated'),
    columns: [
      inWords('chi_so', t('body.figure'), 3),
      inWords('ky', t('body.period'), 2),
      asItsRow('da_bao_cao', t('body.was')),
      asItsRow('bay_gio', t('body.is')),
      inWords('ai_vi_sao', t('body.who'), 4),
    ],
    rows: restated.map((row) => {
      const { period, place, code, was, now, filed } = row;
      const measure = measures.get(code) ?? 'count';
      const told = (figure: Restated['was']) => toldNumber(figure, measure);
      const cells = [names.get(code) ?? code, restatedPeriod(t, row), told(was), told(now), whoOf(words, row)];
      return { key: `${period.kind} ${period.from} ${place} ${code} ${filed?.on ?? ''}`, measure, cells };
    }),
  };
};

const whoOf = ({ t, locale }: TableWords, { filed }: Restated) =>
  filed
    ? t('body.refiled', {
        known: String(filed.by !== null),
        name: filed.by ?? '',
        day: formatDay(locale, filed.on),
        why: filed.why ?? t('body.noWhy'),
      })
    : t('body.byRecords');
