import { byVietnameseName } from '@/domain/order';
import { type CommuneCoverage, type CoverageLine, type MissingPart, totalOf, type UnitGap } from '../coverage';
import type { SignableReading } from '../rulings/ruling';
import type { LackedPart } from './lacked-part';
import type { CoverageView, PlaceOrder } from './view';

type Counts = Pick<CoverageLine, 'units' | 'covered' | 'tied' | 'bothUntied' | 'familyOnly' | 'pairOnly' | 'percent'>;

/** How many units of a place lack this part; null where that is not known. */
export function lackingOf(line: Counts, part: LackedPart): number | null {
  if (line.percent === null) return null;
  const both = line.tied + line.bothUntied;
  if (part === 'family') return line.units - both - line.familyOnly;
  if (part === 'pair') return line.units - both - line.pairOnly;
  return part === 'tie' ? line.bothUntied : line.units - line.covered;
}

/** What figures of a place tell: a family without a board or a household is none in them. */
export type FigurePart = Exclude<MissingPart, 'households'>;

/** How many units of a place lack each part that the reading of the day asks for; null where that is not known. */
export function missingBy(line: Counts, reading: SignableReading): Record<FigurePart, number> | null {
  if (line.percent === null) return null;
  return {
    tie: reading === 'tied' ? line.bothUntied : 0,
    pair: reading === 'family' ? 0 : (lackingOf(line, 'pair') ?? 0),
    family: reading === 'pair' ? 0 : (lackingOf(line, 'family') ?? 0),
  };
}

/** The gaps of a place that are of this part, at this level. */
export const gapsOf = (gaps: readonly UnitGap[], { level, lacking }: Pick<CoverageView, 'level' | 'lacking'>) =>
  gaps.filter((gap) => gap.level === level && (lacking === 'any' || gap.missing.includes(lacking)));

/** So many of the units that lack something are ticked beforehand. */
const TICKED_MAX = 12;

/** The units that are ticked beforehand: those that lack most, and where all lack the same, all of them. */
export function tickedFirst(gaps: readonly UnitGap[]): string[] {
  const most = Math.max(0, ...gaps.map(({ missing }) => missing.length));
  return gaps
    .filter(({ missing }) => missing.length === most)
    .slice(0, TICKED_MAX)
    .map(({ unitId }) => unitId);
}

/** The figures over a view: what places of it that report come to, and how many are all done, say nothing or have nothing yet. */
export function keyFigures(rows: readonly CommuneCoverage[], part: LackedPart) {
  const total = totalOf(rows);
  return {
    percent: total.percent,
    lacking: lackingOf(total, part),
    atFull: rows.filter(({ percent }) => percent === 100).length,
    known: rows.filter(({ percent }) => percent !== null).length,
    silent: rows.filter(({ state }) => state === 'not_reported').length,
    atZero: rows.filter(({ state }) => state === 'zero').length,
  };
}

/** The place with the lowest share, of several the one that lacks most: where to look first. */
export const palestOf = (rows: readonly CommuneCoverage[]): CommuneCoverage | undefined =>
  rows
    .filter(({ percent }) => percent !== null && percent < 100)
    .sort(
      (one, other) =>
        (one.percent ?? 0) - (other.percent ?? 0) ||
        other.units - other.covered - (one.units - one.covered) ||
        byVietnameseName(one, other),
    )[0];

/** What places are put in order by beside their own figures. */
export type PlaceFacts = {
  lacking: LackedPart;
  /** points gained or lost since the other day */
  pointsOf: (row: CommuneCoverage) => number | null;
  sessionsOf: (row: CommuneCoverage) => number;
};

/** Places by one column; those of which nothing is known stand last either way, equals in Vietnamese order. */
export function inOrder(
  rows: readonly CommuneCoverage[],
  { order, upward }: Pick<CoverageView, 'order' | 'upward'>,
  facts: PlaceFacts,
): CommuneCoverage[] {
  if (order === 'name') return [...rows].sort((one, other) => (upward ? 1 : -1) * byVietnameseName(one, other));
  const value = valueBy(order, facts);
  return [...rows].sort((one, other) => {
    const [left, right] = [value(one), value(other)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byVietnameseName(one, other);
    return (upward ? left - right : right - left) || byVietnameseName(one, other);
  });
}

function valueBy(order: Exclude<PlaceOrder, 'name'>, facts: PlaceFacts): (row: CommuneCoverage) => number | null {
  const values: Record<typeof order, (row: CommuneCoverage) => number | null> = {
    units: ({ units, state }) => (state === 'no_units' ? null : units),
    lacking: (row) => lackingOf(row, facts.lacking),
    percent: ({ percent }) => percent,
    change: facts.pointsOf,
    sessions: facts.sessionsOf,
  };
  return values[order];
}
