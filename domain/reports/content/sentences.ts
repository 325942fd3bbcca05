import { type CoverageState, coverageLevels } from '@/domain/coverage/coverage';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import type { ReportContent, Sentence } from '../report-content';
import { toldNumber } from './figures';

type Facts = Omit<ReportContent, 'sentences' | 'text' | 'comment'>;

/** The short text of a report: the same numbers make the same sentences, the most important first. */
export const draftSentences = (facts: Facts): Sentence[] => [
  ...coverageSentences(facts),
  ...modelSentences(facts),
  ...trainingSentences(facts),
  ...peopleSentences(facts),
  ...paceSentences(facts),
  ...facts.notes.map((note): Sentence => ({ say: 'note', ...note })),
  ...(facts.restated.length > 0 ? [{ say: 'restated' as const, count: facts.restated.length }] : []),
];

function coverageSentences({ coverage, communes, gaps }: Facts): Sentence[] {
  const levels = coverageLevels.map((level) => ({ level, ...coverage[level] }));
  const known = levels.filter(({ percent }) => percent !== null);
  if (known.length === 0) return levels.some(({ units }) => units > 0) ? [{ say: 'not-reported' }] : [];
  const told = known.map(
    ({ level, covered, units, percent, before }): Sentence => ({
      say: 'coverage',
      level,
      covered,
      units,
      percent: percent ?? 0,
      change: before === null || percent === null ? null : Math.round((percent - before) * 10) / 10,
    }),
  );
  const parts = Object.fromEntries(gaps.map(({ part, count }) => [part, count]));
  const untied = levels.reduce((sum, { bothUntied }) => sum + bothUntied, 0);
  return [
    ...told,
    ...communesSentence(communes),
    ...(gaps.length > 0 ? [{ say: 'gaps' as const, parts }] : []),
    ...(gaps.length === 0 && untied > 0 ? [{ say: 'untied' as const, count: untied }] : []),
  ];
}

/** No share is known of a silent commune, nor of one without units, which may well have signed: they are told apart, as on every page. */
function communesSentence(communes: ReportContent['communes']): Sentence[] {
  if (communes.length === 0) return [];
  const inState = (wanted: CoverageState) => communes.filter(({ state }) => state === wanted).length;
  return [
    {
      say: 'communes',
      done: communes.filter(({ percents }) => percents.sub_association === 100).length,
      communes: communes.length,
      silent: inState('not_reported'),
      withoutUnits: inState('no_units'),
    },
  ];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

function modelSentences({ models }: Facts): Sentence[] {
  const active = sum(models.map((model) => model.active));
  const [began, ended] = [sum(models.map((model) => model.began)), sum(models.map((model) => model.ended))];
  return active + began + ended > 0 ? [{ say: 'models', active, began, ended }] : [];
}

function numberOfCode({ figures }: Facts, code: IndicatorCode, of: 'now' | 'before' = 'now'): number | null {
  const found = figures.find((figure) => figure.code === code);
  return found ? toldNumber(found[of], found.measure) : null;
}

function trainingSentences(facts: Facts): Sentence[] {
  const sessions = numberOfCode(facts, 'sessions_held') ?? 0;
  if (sessions === 0) return [{ say: 'no-trainings' }];
  return [
    {
      say: 'trainings',
      sessions,
      hours: numberOfCode(facts, 'hours_taught') ?? 0,
      attendances: numberOfCode(facts, 'attendances') ?? 0,
      people: numberOfCode(facts, 'people_trained') ?? 0,
      before: numberOfCode(facts, 'sessions_held', 'before'),
    },
  ];
}

function peopleSentences(facts: Facts): Sentence[] {
  const pairs = numberOfCode(facts, 'pairs_active') ?? 0;
  const guided = numberOfCode(facts, 'women_guided') ?? 0;
  const waiting = numberOfCode(facts, 'women_waiting') ?? 0;
  const reach = numberOfCode(facts, 'reach_of_chains') ?? 0;
  return [
    ...(pairs + guided > 0 ? [{ say: 'pairs' as const, pairs, guided, reach }] : []),
    ...(waiting > 0 ? [{ say: 'waiting' as const, count: waiting }] : []),
  ];
}

const paceSentences = ({ targets }: Facts): Sentence[] =>
  coverageLevels.flatMap((level) => {
    const { target, pace } = targets[level];
    if (!pace || pace.verdict.name === 'silent') return [];
    const weeks = 'weeks' in pace.verdict ? pace.verdict.weeks : null;
    return [{ say: 'pace' as const, level, verdict: pace.verdict.name, target, weeks }];
  });
