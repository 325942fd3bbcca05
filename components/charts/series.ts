import type { CoverageLevel } from '@/domain/coverage/coverage';
import { type Day, monthStart } from '@/domain/days/day';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import type { TileState } from './map/hexagon';

/** A share as the coverage view gives it: null means not reported or without units, and is never zero. */
type Percent = number | null;

/** One decimal, halves up, as the database rounds. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

const drawn = (percent: Percent | undefined): Percent => (percent == null ? null : oneDecimal(percent));

const monthOf = (day: Day): string => day.slice(0, 7);

/** The first day of every month from one to another, both included; months without a row are not skipped. */
export function monthsBetween(first: Day, last: Day): Day[] {
  const months: Day[] = [];
  for (let month = monthStart(first); month <= last; month = monthStart(month, 1)) months.push(month);
  return months;
}

/** The months that rows span, in order, of them those that end every so many months, and the last; none without rows. */
function monthsOf(days: readonly Day[], every: number): Day[] {
  const sorted = [...days].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return [];
  return monthsBetween(first, last).filter(
    (month) => Number(month.slice(5, 7)) % every === 0 || monthOf(month) === monthOf(last),
  );
}

/** The rows of a month by its name; of several in one month the latest day counts. */
function byMonth<Row extends { day: Day }>(rows: readonly Row[]): Map<string, Row> {
  const ordered = [...rows].sort((one, other) => (one.day < other.day ? -1 : 1));
  return new Map(ordered.map((row) => [monthOf(row.day), row]));
}

export type CoverageRow = { day: Day; level: CoverageLevel; percent: Percent };

/** One month of the trend. Null is a gap: not reported, no units, or no row at all. */
export type TrendPoint = { month: Day; subAssociations: Percent; groups: Percent };

/** Rows in any order → one point a month, or every so many months, without a missing one between the first and the last. */
export function trendSeries(rows: readonly CoverageRow[], every = 1): TrendPoint[] {
  const subAssociations = byMonth(rows.filter(({ level }) => level === 'sub_association'));
  const groups = byMonth(rows.filter(({ level }) => level === 'group'));
  return monthsOf(
    rows.map(({ day }) => day),
    every,
  ).map((month) => ({
    month,
    subAssociations: drawn(subAssociations.get(monthOf(month))?.percent),
    groups: drawn(groups.get(monthOf(month))?.percent),
  }));
}

export type ModelRow = { day: Day; kind: ModelKind; active: number };

/** How many models of each kind were active in a month; null where no row says so. */
export type ModelPoint = { month: Day } & Record<ModelKind, number | null>;

/** Rows in any order → one point a month, or every so many months. A count of 0 is a number, a missing row a gap. */
export function modelSeries(rows: readonly ModelRow[], every = 1): ModelPoint[] {
  const counts = modelKinds.map((kind) => [kind, byMonth(rows.filter((row) => row.kind === kind))] as const);
  return monthsOf(
    rows.map(({ day }) => day),
    every,
  ).map((month) => {
    const active = counts.map(([kind, months]) => [kind, months.get(monthOf(month))?.active ?? null]);
    return { month, ...(Object.fromEntries(active) as Record<ModelKind, number | null>) };
  });
}

/** The last number of a line and where it stands; null for a line without any. */
export function lastOf<Point>(points: readonly Point[], read: (point: Point) => number | null) {
  for (let index = points.length - 1; index >= 0; index -= 1) {
    const point = points[index];
    const value = point === undefined ? null : read(point);
    if (value !== null) return { index, value };
  }
  return null;
}

export type RankedPlace = {
  code: string;
  name: string;
  slug: string;
  percent: number;
  rank: number;
  /** how many others share the rank */
  equals: number;
};

/**
 * Places that lead and places where hands are needed, `length` each at most, none twice. A place has a number to take
 * part: 100 % needs no hands, 0 % does not lead, equal numbers share a rank.
 */
export function rankPlaces<
  Place extends { code: string; name: string; slug: string; state: TileState; percent: number | null },
>(
  places: readonly Place[],
  compareNames: (one: string, other: string) => number,
  length = 8,
): { leading: RankedPlace[]; joining: RankedPlace[] } {
  const numbered = places
    .flatMap(({ code, name, slug, state, percent }) =>
      (state === 'some' || state === 'zero') && percent !== null ? [{ code, name, slug, percent }] : [],
    )
    .sort((one, other) => other.percent - one.percent || compareNames(one.name, other.name));
  const ranked = numbered.map((place) => ({
    ...place,
    rank: 1 + numbered.findIndex(({ percent }) => percent === place.percent),
    equals: numbered.filter(({ percent }) => percent === place.percent).length - 1,
  }));
  const leading = ranked.filter(({ percent }) => percent > 0).slice(0, Math.min(length, Math.ceil(ranked.length / 2)));
  const rest = ranked.filter((place) => !leading.includes(place) && place.percent < 100);
  const joining = rest.sort((one, other) => one.percent - other.percent || compareNames(one.name, other.name));
  return { leading, joining: joining.slice(0, length) };
}
