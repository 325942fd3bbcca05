import { z } from 'zod';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { type DayProblem, readDay } from '@/domain/days/day-spelling';
import { byVietnameseName } from '@/domain/order';

/**
 * A unit is covered by an active Digital Family and an active 1+1 pair tied to it, while the province signs no other reading.
 * Sub-associations and groups are counted separately.
 */
export const coverageLevels = ['sub_association', 'group'] as const;
export type CoverageLevel = (typeof coverageLevels)[number];

/** Not reported is not zero, and a commune without units has no percentage. */
export type CoverageState = 'some' | 'zero' | 'not_reported' | 'no_units';

/** What counts in a commune at one of its levels, without what the commune is called. */
export type CommuneCounts = {
  communeId: string;
  level: CoverageLevel;
  units: number;
  /** by the reading that the province has signed for the day: while nothing else is decided, those that are tied */
  covered: number;
  /** with a family and a pair tied to it; the next three have less, and no unit stands in two of the four */
  tied: number;
  /** a family and a pair that are not tied */
  bothUntied: number;
  familyOnly: number;
  pairOnly: number;
  state: CoverageState;
  /** one decimal; 100 only where nothing is missing, 0 only where nothing is done; null while not reported or without units */
  percent: number | null;
};

export type CommuneCoverage = CommuneCounts & {
  code: string;
  slug: string;
  name: string;
  kind: string;
  q: number;
  r: number;
};

export type ProvinceCoverage = {
  level: CoverageLevel;
  /** of the communes that report, as are the next two */
  units: number;
  covered: number;
  percent: number | null;
  /** of all communes, where what is not known to be covered is not */
  allUnits: number;
  percentOfAll: number | null;
  communes: number;
  communesAt100: number;
  communesNotReported: number;
  communesWithoutUnits: number;
};

/** The parts that a unit may lack to count. */
/** `households`: a family stands that lacks a board or a household, where the province asks for both. */
export type MissingPart = 'family' | 'households' | 'pair' | 'tie';
export type UnitGap = {
  unitId: string;
  level: CoverageLevel;
  name: string;
  /** of a group: the sub-association it belongs to */
  subAssociationId: string | null;
  parentName: string | null;
  missing: MissingPart[];
  because: string[];
  /** null where it is not the viewer's to do, and on any day but today */
  remedy: Remedy | null;
  /** whether she may open a class there */
  mayTrain: boolean;
};

/**
 * The one deed that mends the first thing a unit lacks, with the record it is done on where that stands already; the last
 * two lead to a Digital Sub-association.
 */
export type Remedy =
  | { deed: 'found' }
  | { deed: 'activate'; modelId: string; version: number }
  | { deed: 'house'; modelId: string; lacks: 'households' | 'board' }
  | { deed: 'pair-up'; modelId: string | null }
  | { deed: 'tie'; pairId: string; version: number; modelId: string }
  | { deed: 'recognise' }
  | { deed: 'grant'; modelId: string };

/** The first day with figures: the campaign's models began in August 2025. */
export const FIRST_DAY: Day = '2025-08-01';

/** How far ahead of today figures can be asked for, in days. */
const AHEAD_MAX = 366;
export const lastAskedDay = (): Day => addDays(today(), AHEAD_MAX);

export type DayRefusal = 'before-record' | 'too-far' | 'not-yet' | DayProblem;
/** The day to show, why it is today where another one was asked for, and what its field says: that day, or what was typed. */
export type AskedDay = { day: Day; refused: DayRefusal | null; typed: string };

/** The day that figures are asked for, from an address: any from the campaign's beginning up to a year ahead; else today, and why. */
export const askedDay = (text: string | string[] | undefined) => dayOf(text, lastAskedDay(), 'too-far');

/** The same where everybody reads: what is planned is no fact, so that no day is told before it has come. */
export const askedPublicDay = (text: string | string[] | undefined) => dayOf(text, today(), 'not-yet');

function dayOf(text: string | string[] | undefined, last: Day, beyond: DayRefusal): AskedDay {
  const typed = typeof text === 'string' ? text.trim() : '';
  if (!typed) return { day: today(), refused: null, typed: today() };
  const read = readDay(typed);
  const refused = (why: DayRefusal) => ({ day: today(), refused: why, typed });
  if (!read.ok) return refused(read.problem);
  if (read.value < FIRST_DAY) return refused('before-record');
  if (read.value > last) return refused(beyond);
  return { day: read.value, refused: null, typed: read.value };
}

export const levelInput = z.enum(coverageLevels).catch('sub_association');

/** A share in percent as `app.percent` gives it: 100 only where nothing is missing, 0 only where nothing is done, null of nothing. */
export function percentOf(done: number, whole: number): number | null {
  if (whole === 0) return null;
  if (done === 0 || done === whole) return done === 0 ? 0 : 100;
  return Math.min(99.9, Math.max(0.1, Math.round((1000 * done) / whole) / 10));
}

/**
 * What is known of a commune, level by level: of one without groups still what its sub-associations have. Why nothing is known where
 * nothing is.
 */
export function knownOf<Row extends Pick<CommuneCoverage, 'percent' | 'state'>>(rows: readonly Row[]) {
  const known = rows.filter(({ percent }) => percent !== null);
  return { known, unknown: known.length > 0 ? null : (rows[0]?.state ?? null) };
}

/** The readings of a unit, in the order of tables: each unit stands in one of them, or in none. */
export const coverageReadings = ['tied', 'bothUntied', 'familyOnly', 'pairOnly'] as const;
export type CoverageCount = 'units' | (typeof coverageReadings)[number];
export type CoverageTotal = Pick<CommuneCoverage, CoverageCount | 'covered' | 'percent'>;

/** A line of a table of coverage: a commune, or what those that report come to. */
export type CoverageLine = CommuneCoverage | CoverageTotal;
export const isCommune = (line: CoverageLine): line is CommuneCoverage => 'communeId' in line;

/** What is written in place of a share that nobody knows. */
export const stateOf = (line: CoverageLine): CoverageState => (isCommune(line) ? line.state : 'not_reported');

/** A count of a line, null where nothing is told of it: of a silent commune not even its units are counted. */
export const countOf = (line: CoverageLine, count: CoverageCount): number | null =>
  line.percent === null ? null : line[count];

/** What communes that report come to, of one level: the same as the sentence about the province, where these are all of its communes. */
export function totalOf(rows: readonly CommuneCounts[]): CoverageTotal {
  const known = rows.filter(({ percent }) => percent !== null);
  const sum = (counted: CoverageCount | 'covered') => known.reduce((all, row) => all + row[counted], 0);
  const [units, covered] = [sum('units'), sum('covered')];
  const readings = {
    tied: sum('tied'),
    bothUntied: sum('bothUntied'),
    familyOnly: sum('familyOnly'),
    pairOnly: sum('pairOnly'),
  };
  return { units, covered, ...readings, percent: percentOf(covered, units) };
}

/** The last day of each of the past months and today, oldest first: what a trend is drawn from. */
export function trendDays(until: Day, months: number): Day[] {
  const ends = Array.from({ length: months }, (_, back) => addDays(monthStart(until, back - months + 1), -1));
  return [...ends.filter((day) => day >= FIRST_DAY), until];
}

/** Highest first; communes with the same share in Vietnamese order. Only communes that have a percentage are ranked. */
export function rank(rows: CommuneCoverage[]): CommuneCoverage[] {
  return rows
    .filter((row) => row.percent !== null)
    .sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0) || byVietnameseName(a, b));
}

/** A sub-association as everyone may see it: what it has, and how many of its groups are covered. Counts of units are not personal. */
export type SubAssociationCoverage = {
  id: string;
  name: string;
  groups: number;
  groupsCovered: number;
  hasFamily: boolean;
  hasPair: boolean;
  tied: boolean;
  covered: boolean;
  demo: boolean;
};

/** Which of the disjoint readings a unit stands in: tied, both without a tie, a family alone, a pair alone, or neither. */
export const standsIn = ({
  hasFamily,
  hasPair,
  tied,
}: Pick<SubAssociationCoverage, 'hasFamily' | 'hasPair' | 'tied'>) =>
  tied ? 'tied' : hasFamily && hasPair ? 'both' : hasFamily ? 'family' : hasPair ? 'pair' : 'neither';
