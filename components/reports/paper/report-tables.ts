import { capital, communeWords } from '@/components/trainings/place-words';
import { coverageLevels } from '@/domain/coverage/coverage';
import { type IndicatorCode, numberOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { toldNumber } from '@/domain/reports/content/figures';
import type { ReportContent, Restated } from '@/domain/reports/report-content';
import { formatDay } from '@/i18n/format';
import { isToldInTables } from '../figure-order';
import { restatedPeriod } from '../report-words';
import type { PaperTable } from './paper';
import type { PaperOf, PaperWords } from './paper-words';

/* The tables of a report's page, with numbers as numbers: a file shows what the page shows. */

const column = (heading: string, share = 1) => ({ heading, share });

/** A bare number beside counts would be read as one. */
const inPercent = (words: string) => `${words} (%)`;
const shares: readonly string[] = ['percent', 'before', 'yearBefore', 'target'];

export const coverageTable = ({ t }: PaperWords, { coverage, targets }: ReportContent): PaperTable => ({
  title: t('body.coverage'),
  columns: [
    column(t('paper.level'), 2),
    ...(
      ['percent', 'covered', 'units', 'bothUntied', 'familyOnly', 'pairOnly', 'before', 'yearBefore', 'target'] as const
    ).map((name) => column(shares.includes(name) ? inPercent(t(`body.${name}`)) : t(`body.${name}`))),
  ],
  rows: coverageLevels.map((level) => {
    const { percent, covered, units, bothUntied, familyOnly, pairOnly, before, yearBefore } = coverage[level];
    const { target } = targets[level];
    return [
      t(`body.level.${level}`),
      percent,
      covered,
      units,
      bothUntied,
      familyOnly,
      pairOnly,
      before,
      yearBefore,
      target,
    ];
  }),
});

export const modelTable = ({ t, kinds }: PaperWords, { models }: ReportContent): PaperTable => ({
  title: t('body.models'),
  columns: [
    column(t('body.kind'), 3),
    ...(['active', 'planned', 'paused', 'began', 'ended'] as const).map((name) => column(t(`body.${name}`))),
  ],
  rows: models.map(({ kind, active, planned, paused, began, ended }) => [
    kinds(kind),
    active,
    planned,
    paused,
    began,
    ended,
  ]),
});

export function topicTable({ t, locale }: PaperWords, { topics }: ReportContent): PaperTable | null {
  if (topics.length === 0) return null;
  return {
    title: t('body.trainings'),
    columns: [
      column(t('body.topic'), 4),
      ...(['sessions', 'hours', 'attendances', 'people'] as const).map((name) => column(t(`body.${name}`))),
    ],
    rows: topics.map(({ title, sessions, hours, attendances, people }) => [
      title[locale],
      sessions,
      hours,
      attendances,
      people,
    ]),
  };
}

export const figureTable = ({ t }: PaperWords, { content, names }: PaperOf): PaperTable => ({
  title: t('body.figures'),
  columns: [
    column(t('body.figure'), 4),
    ...(['now', 'inYear', 'before', 'yearBefore'] as const).map((name) => column(t(`body.${name}`))),
  ],
  rows: content.figures
    .filter(({ code }) => !isToldInTables(code))
    .map(({ code, measure, now, before, yearBefore }) => [
      named(names, code, measure),
      toldNumber(now, measure),
      now.since === null ? null : numberOf(now, measure),
      toldNumber(before, measure),
      toldNumber(yearBefore, measure),
    ]),
});

export function communeTable({ t, places }: PaperWords, { communes }: ReportContent): PaperTable | null {
  if (communes.length === 0) return null;
  return {
    title: t('body.communes'),
    columns: [
      column(t('body.commune'), 3),
      ...coverageLevels.map((level) => column(inPercent(t(`body.level.${level}`)))),
      column(t('body.report'), 2),
    ],
    rows: communes.map(({ name, kind, percents, report }) => [
      capital(communeWords(places, { kind, name })),
      ...coverageLevels.map((level) => percents[level]),
      t(`states.${report === null ? 'not-owed' : report === 'draft' ? 'open' : report}`),
    ]),
  };
}

export function restatedTable(words: PaperWords, { content, names }: PaperOf): PaperTable | null {
  const { t } = words;
  const { restated, figures } = content;
  if (restated.length === 0) return null;
  const measures = new Map(figures.map(({ code, measure }) => [code, measure]));
  const told = (figure: Restated['was'], code: IndicatorCode) =>
    figure === null ? null : toldNumber(figure, measures.get(code) ?? 'count');
  return {
    title: t('body.restated'),
    columns: [
      column(t('body.figure'), 3),
      column(t('body.period')),
      column(t('body.was')),
      column(t('body.is')),
      column(t('body.who'), 3),
    ],
    rows: restated.map((row) => [
      named(names, row.code, measures.get(row.code) ?? 'count'),
      restatedPeriod(t, row),
      told(row.was, row.code),
      told(row.now, row.code),
      whoOf(words, row),
    ]),
  };
}

const named = (names: PaperOf['names'], code: IndicatorCode, measure: UnitOfMeasure) =>
  measure === 'percent' ? inPercent(names.get(code) ?? code) : (names.get(code) ?? code);

const whoOf = ({ t, locale }: PaperWords, { filed }: Restated) =>
  filed
    ? t('body.refiled', { name: filed.by ?? '–', day: formatDay(locale, filed.on), why: filed.why ?? t('body.noWhy') })
    : t('body.byRecords');
