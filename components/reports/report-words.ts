import type { useTranslations } from 'next-intl';
import type { BadgeTone } from '@/components/ui/badge';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import type { ShownState } from '@/domain/reports/report';
import type { NoteTold, ReportContent, Restated, Sentence } from '@/domain/reports/report-content';
import { formatDay, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export type Words = ReturnType<typeof useTranslations<'reports'>>;

type Named = Pick<ReportPeriod, 'kind' | 'from'>;

/** "Tháng 10/2026", "Quý 3/2026". */
export const periodName = (t: Words, period: Named): string => named(t, period, 'names');

/** The same inside a sentence: "báo cáo tháng 10/2026". */
export const periodWithin = (t: Words, period: Named): string => named(t, period, 'within');

function named(t: Words, { kind, from }: Named, where: 'names' | 'within'): string {
  const [year = '', month = ''] = from.split('-');
  const number = Number(month);
  if (kind === 'month') return t(`${where}.month`, { month, year });
  if (kind === 'quarter') return t(`${where}.quarter`, { number: String(Math.ceil(number / 3)), year });
  if (kind === 'half_year') return t(`${where}.half_year`, { half: number < 7 ? 'first' : 'second', year });
  return t(`${where}.year`, { year });
}

/** Which report said otherwise: its period, and in the city's the commune. */
export const restatedPeriod = (t: Words, { period, place }: Restated): string =>
  place ? `${periodName(t, period)}, ${place}` : periodName(t, period);

export const stateTones: Record<ShownState, BadgeTone> = {
  running: 'plain',
  'not-owed': 'plain',
  open: 'waiting',
  late: 'problem',
  returned: 'problem',
  submitted: 'information',
  accepted: 'done',
  locked: 'done',
};

/** The short text of a report: her own words where she wrote any, else what the rules drafted. */
export const textOf = (t: Words, locale: Locale, { text, sentences }: ReportContent): string =>
  text[locale] ?? sentences.map((sentence) => sentenceText(t, locale, sentence)).join(' ');

/** One drafted sentence in a language. */
export function sentenceText(t: Words, locale: Locale, sentence: Sentence): string {
  const count = (value: number) => formatNumber(locale, value);
  if (sentence.say === 'coverage') return coverageText(t, locale, sentence);
  if (sentence.say === 'note') return noteText(t, locale, sentence);
  if (sentence.say === 'pace') {
    const { level, verdict, target, weeks } = sentence;
    return t('sentences.pace', {
      level,
      verdict: verdict.replaceAll('-', '_'),
      target: formatPercent(locale, target),
      weeks: count(weeks ?? 0),
    });
  }
  if (sentence.say === 'gaps') {
    const parts = (['tie', 'households', 'pair', 'family'] as const).filter((part) => sentence.parts[part]);
    const list = parts
      .map((part) => t(`sentences.gap.${part}`, { count: count(sentence.parts[part] ?? 0) }))
      .join('; ');
    return t('sentences.gaps', { list });
  }
  if (sentence.say === 'trainings') {
    const { sessions, hours, attendances, people, before } = sentence;
    return t('sentences.trainings', {
      sessions: count(sessions),
      hours: count(hours),
      attendances: count(attendances),
      people: count(people),
      known: before === null ? 'no' : 'yes',
      before: count(before ?? 0),
    });
  }
  return countedText(t, count, sentence);
}

type Counted = Exclude<Sentence, { say: 'coverage' | 'note' | 'pace' | 'gaps' | 'trainings' }>;

function countedText(t: Words, count: (value: number) => string, sentence: Counted): string {
  switch (sentence.say) {
    case 'communes': {
      const { done, communes, silent, withoutUnits = 0 } = sentence;
      return t('sentences.communes', {
        done: count(done),
        communes: count(communes),
        silent: count(silent),
        withoutUnits: count(withoutUnits),
      });
    }
    case 'models': {
      const { active, began, ended } = sentence;
      return t('sentences.models', { active: count(active), began: count(began), ended: count(ended) });
    }
    case 'pairs': {
      const { pairs, guided, reach } = sentence;
      return t('sentences.pairs', { pairs: count(pairs), guided: count(guided), reach: count(reach) });
    }
    case 'untied':
    case 'waiting':
    case 'restated':
      return t(`sentences.${sentence.say}`, { count: count(sentence.count) });
    default:
      return t(`sentences.${sentence.say}`);
  }
}

function coverageText(t: Words, locale: Locale, sentence: Extract<Sentence, { say: 'coverage' }>): string {
  const { covered, units, level, percent, change } = sentence;
  const trend = change === null ? 'none' : change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  return t('sentences.coverage', {
    covered: formatNumber(locale, covered),
    units: formatNumber(locale, units),
    level,
    percent: formatPercent(locale, percent),
    trend,
    change: formatNumber(locale, Math.abs(change ?? 0)),
  });
}

/** What happened to the place in the period. */
export function noteText(t: Words, locale: Locale, note: NoteTold): string {
  const day = formatDay(locale, note.day);
  if (note.note === 'became') return t('sentences.note.became', { day, kind: note.kind });
  if (note.note === 'kept-since') return t('sentences.note.kept-since', { day });
  return t(`sentences.note.${note.note}`, { day, name: note.name });
}

/** Models that began and ended in the period, by name; of the whole city they are too many to be read. */
export function modelsNamed(t: Words, { models, unit }: ReportContent): string[] {
  if (unit.level === 'province') return [];
  const began = models.flatMap(({ beganNamed }) => beganNamed);
  const ended = models.flatMap(({ endedNamed }) => endedNamed);
  const counts = models.reduce((all, kind) => ({ began: all.began + kind.began, ended: all.ended + kind.ended }), NONE);
  return [
    ...(began.length > 0 ? [t('body.beganNamed', namesOf(began, counts.began))] : []),
    ...(ended.length > 0 ? [t('body.endedNamed', namesOf(ended, counts.ended))] : []),
  ];
}

const NONE = { began: 0, ended: 0 };

/** Those that are named, and how many more there are. */
const namesOf = (models: readonly { name: string }[], count: number) => ({
  names: models.map(({ name }) => name).join('; '),
  more: Math.max(0, count - models.length),
});
