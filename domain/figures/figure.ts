import { coverageLevels, FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, type Day, isDay, monthStart, today } from '@/domain/days/day';
import {
  codeOfSlug,
  coverageIndicator,
  type Definition,
  type Figure,
  type IndicatorCode,
  slugOf,
  toldOf,
} from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import type { ReportPeriod } from '@/domain/reports/periods/period';
import { countedBy, guidedTold } from '@/domain/small-count';

/** The slug of the whole city, as a place of a figure. */
export const CITY_SLUG = 'dong-nai';

/** Counts of persons that may be cited: of communes, at the end of a month, in tens (decision 0100). */
export const personsCode = 'women_guided';
const personsSlug: Record<Locale, string> = { vi: 'chi-em-duoc-kem-1-1', en: 'women-guided' };

/** What counts persons is told in tens, and by ends of months alone. */
export const countsPersons = (code: IndicatorCode) => code === personsCode;

/** The ruling of the day says what counts in it. */
export const followsRuling = (code: IndicatorCode) => coverageLevels.some((level) => coverageIndicator(level) === code);

/** The part of a figure's address that says which number it is, in a language. */
export const figureSlug = (code: IndicatorCode, locale: Locale) =>
  countsPersons(code) ? personsSlug[locale] : slugOf(code, locale);

/** The number that an address asks for; undefined where it names none that is public. */
export const codeOfFigureSlug = (locale: Locale, slug: string): IndicatorCode | undefined =>
  slug === personsSlug[locale] ? personsCode : codeOfSlug(locale, slug);

/** The last day of its month. */
export const isMonthEnd = (day: Day) => addDays(monthStart(day, 1), -1) === day;

/**
 * The day that an address names, if a figure can have one of it: no day before the record, none to come. Of persons ends of months
 * alone, and none before the month is over.
 */
export function citedDay(code: IndicatorCode, text: string): Day | null {
  if (!isDay(text) || text < FIRST_DAY || text > today()) return null;
  if (countsPersons(code) && (!isMonthEnd(text) || text > countedBy(today()))) return null;
  return text;
}

/** Search engines walk the ends of months of the whole city: a page for each place and day would be a hundred thousand. */
export const isListed = (code: IndicatorCode, place: string, day: Day) =>
  place === CITY_SLUG && isMonthEnd(day) && !countsPersons(code);

/** The ends of the months beside a day that figures are told of: where a reader goes on. */
export function monthEndsBeside(day: Day): Day[] {
  const own = addDays(monthStart(day, 1), -1);
  const after = own > day ? own : addDays(monthStart(day, 2), -1);
  return [addDays(monthStart(day), -1), after].filter((end) => end >= FIRST_DAY && end <= countedBy(today()));
}

/** A place as it was called on the day. */
export type FigurePlace = {
  id: string;
  level: 'province' | 'commune';
  slug: string;
  /** its slug where it has none yet */
  code: string;
  name: string;
  kind: string | null;
  demo: boolean;
  /** it kept its records here on the day: of a silent commune nothing is told */
  reports: boolean;
  /** the ends of months beside the day on which it, or of the city anybody, kept records */
  beside: Day[];
  /** a closed period that the day lies in: what is on record of it cannot move */
  closed: Pick<ReportPeriod, 'kind' | 'from' | 'to'> | null;
};

/** A report that was signed and closed, and ends on the day: what it said of the place. */
export type Filing = {
  period: Pick<ReportPeriod, 'kind' | 'from' | 'to'>;
  snapshotId: string;
  /** of all figures that were signed */
  sha256: string;
  /** of the definition that counted */
  edition: number | null;
  /** the day from which it stood; of the city's own, which nobody accepts, that of its signing */
  closedOn: Day;
  /** the day on which it was opened again, and whether the place had asked for it */
  openedOn: Day | null;
  asked: boolean;
  figure: Figure;
};

/** A part of the place: what its row said when it was filed, and what is counted now. Null: it has none. */
export type FigureRow = {
  id: string | null;
  name: string;
  kind: string | null;
  slug: string | null;
  was: Figure | null;
  now: Figure | null;
};

/** A number that can be cited: what was said of a place and a day, each time that it was closed, and what is said now. */
export type CitedFigure = {
  code: IndicatorCode;
  day: Day;
  place: FigurePlace;
  /** the first stands at the head of its page for good */
  filings: Filing[];
  now: Figure;
  rows: FigureRow[];
};

/** What the page leads with: what was said when it was closed first, or else what is counted now. */
export const saidOf = ({ filings, now }: Pick<CitedFigure, 'filings' | 'now'>): Figure => filings[0]?.figure ?? now;

/** The edition of its definition that counted: the one that the first report names, or else that of the day. Undefined: there was none. */
export const editionOf = <Edition extends Pick<Definition, 'edition' | 'from' | 'to'>>(
  { filings, day }: { filings: readonly Pick<Filing, 'edition'>[]; day: Day },
  editions: readonly Edition[],
): Edition | undefined =>
  editions.find(({ edition }) => edition === filings[0]?.edition) ??
  editions.find(({ from, to }) => from <= day && (to === null || day < to));

/** Two figures that tell the same. */
export const isSameFigure = (one: Figure, other: Figure) =>
  one.state === other.state && one.done === other.done && one.whole === other.whole;

/** It is told otherwise now than when it was closed first. */
export const isRestated = ({ filings, now }: Pick<CitedFigure, 'filings' | 'now'>) =>
  filings.length > 0 && !isSameFigure(saidOf({ filings, now }), now);

/** Something is told of it, now or when it was closed: of a silent commune nothing is. */
export const isTold = ({ filings, now }: Pick<CitedFigure, 'filings' | 'now'>) =>
  [...filings.map(({ figure }) => figure), now].some(({ state }) => state !== 'not_reported');

/** As a count of persons may be told: the ten that it has passed, 0 for fewer than twenty. */
export const figureInTens = (figure: Figure): Figure => ({ ...figure, done: guidedTold(figure.done ?? 0) ?? 0 });

/** Whose rows are shown: those of persons are told nowhere, and a lesson in a sub-association tells of the few who were there. */
export const hasRows = (code: IndicatorCode, level: FigurePlace['level']) =>
  !countsPersons(code) && (level === 'province' || toldOf(code).group !== 'peer-lessons');
