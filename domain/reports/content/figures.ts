import { type CoverageLevel, coverageLevels, percentOf } from '@/domain/coverage/coverage';
import {
  type Figure,
  type IndicatorCode,
  indicatorCodes,
  numberOf,
  toldOf,
  type UnitOfMeasure,
} from '@/domain/indicators/indicator';
import type { CoverageTold, FigureTold, TimedFigure } from '../report-content';

/** A figure as a row of a snapshot keeps it; what is null is left out. */
export type KeptFigure = { done?: number; whole?: number; since?: number; state: Figure['state'] };
/** The figures of one unit: of a part nothing stands where there is nothing. */
export type KeptFigures = Partial<Record<IndicatorCode, KeptFigure>>;

const NONE: TimedFigure = { done: 0, whole: null, percent: null, state: 'known', since: null };

/** The figure as pages tell it. */
export function timedFigure(code: IndicatorCode, figures: KeptFigures): TimedFigure {
  const kept = figures[code];
  const flows = toldOf(code).flow === true;
  if (!kept) return { ...NONE, since: flows ? 0 : null };
  const { done = null, whole = null, since, state } = kept;
  const percent = whole !== null && state === 'known' ? percentOf(done ?? 0, whole) : null;
  return { done, whole, percent, state, since: flows ? (since ?? 0) : null };
}

/** What is told of it in one number: of a flow what belongs to the period. */
export const toldNumber = (figure: TimedFigure | null, measure: UnitOfMeasure): number | null =>
  figure === null ? null : figure.state === 'known' && figure.since !== null ? figure.since : numberOf(figure, measure);

/**
 * What was told of a figure and is told now, each in one number: of a flow whose days of the period tell the same, what it comes to since the
 * year began (`ofYear`).
 */
export function toldChange(was: TimedFigure, now: TimedFigure, measure: UnitOfMeasure) {
  const inPeriod = { was: toldNumber(was, measure), now: toldNumber(now, measure) };
  if (inPeriod.was !== inPeriod.now || now.since === null) return { ...inPeriod, ofYear: false };
  return { was: numberOf(was, measure), now: numberOf(now, measure), ofYear: true };
}

type Told = { now: KeptFigures; before: KeptFigures | null; yearBefore: KeptFigures | null };

/** Every indicator that is counted here, with what it was. */
export const figuresTold = (
  { now, before, yearBefore }: Told,
  measures: ReadonlyMap<string, UnitOfMeasure>,
): FigureTold[] =>
  indicatorCodes
    .filter((code) => !toldOf(code).asked && measures.has(code))
    .map((code) => ({
      code,
      measure: measures.get(code) ?? 'count',
      now: timedFigure(code, now),
      before: before && timedFigure(code, before),
      yearBefore: yearBefore && timedFigure(code, yearBefore),
    }));

const doneOf = (figures: KeptFigures, code: IndicatorCode) => figures[code]?.done ?? 0;

function levelTold(level: CoverageLevel, { now, before, yearBefore }: Told): CoverageTold {
  const whole = now[`coverage_${level}`];
  const { done, percent, state } = timedFigure(`coverage_${level}`, now);
  const units = whole?.whole ?? 0;
  const share = (figures: KeptFigures | null) => (figures ? timedFigure(`coverage_${level}`, figures).percent : null);
  return {
    units,
    covered: done ?? 0,
    percent,
    state: units === 0 ? 'no_units' : state === 'not_reported' ? 'not_reported' : (done ?? 0) === 0 ? 'zero' : 'some',
    bothUntied: doneOf(now, `both_untied_${level}`),
    familyOnly: doneOf(now, `family_only_${level}`),
    pairOnly: doneOf(now, `pair_only_${level}`),
    before: share(before),
    yearBefore: share(yearBefore),
  };
}

/** Coverage of both levels: never added up. */
export const coverageTold = (told: Told) =>
  Object.fromEntries(coverageLevels.map((level) => [level, levelTold(level, told)])) as Record<
    CoverageLevel,
    CoverageTold
  >;

/** Two figures that say the same. */
const isSame = (one: KeptFigure | undefined, other: KeptFigure | undefined) =>
  one?.done === other?.done &&
  one?.whole === other?.whole &&
  one?.since === other?.since &&
  one?.state === other?.state;

/** The indicators that two readings tell otherwise. */
export const movedCodes = (was: KeptFigures, now: KeptFigures): IndicatorCode[] =>
  indicatorCodes.filter((code) => !isSame(was[code], now[code]));
