import { type Day, monthStart } from '@/domain/day';
import type { TileState } from './hexagon';

/** The two levels that the target counts, shown apart. */
export type CountedLevel = 'sub_association' | 'group';
export type ModelKind =
  | 'digital_womens_club'
  | 'digital_sub_association'
  | 'one_plus_one_instructor'
  | 'digital_family';

export const modelKinds = [
  'digital_womens_club',
  'digital_sub_association',
  'one_plus_one_instructor',
  'digital_family',
] as const satisfies readonly ModelKind[];

/** Covered units out of all units; `reported: false` means that nobody knows, which is not zero. */
export type Share = { covered: number; units: number; reported: boolean };

/** The share in percent with one decimal, halves up, as the database rounds; null without units. */
export const percentOf = (covered: number, units: number): number | null =>
  units > 0 ? Math.round((1000 * covered) / units) / 10 : null;

/** What a chart may draw for a share: nothing where there are no units or no report. */
export const drawnPercent = ({ covered, units, reported }: Share): number | null =>
  reported ? percentOf(covered, units) : null;

const monthOf = (day: Day): string => day.slice(0, 7);

/** The first day of every month from one to another, both included; months without a row are not skipped. */
export function monthsBetween(first: Day, last: Day): Day[] {
  const months: Day[] = [];
  for (let month = monthStart(first); month <= last; month = monthStart(month, 1)) months.push(month);
  return months;
}

/** The months that rows span, in order; none without rows. */
function monthsOf(days: readonly Day[]): Day[] {
  const sorted = [...days].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  return first && last ? monthsBetween(first, last) : [];
}

/** The rows of a month by its name; of several in one month the latest day counts. */
function byMonth<Row extends { day: Day }>(rows: readonly Row[]): Map<string, Row> {
  const ordered = [...rows].sort((one, other) => (one.day < other.day ? -1 : 1));
  return new Map(ordered.map((row) => [monthOf(row.day), row]));
}

export type CoverageRow = Share & { day: Day; level: CountedLevel };

/** One month of the trend. Null is a gap: not reported, no units, or no row at all. */
export type TrendPoint = { month: Day; subAssociations: number | null; groups: number | null };

/** Rows in any order → one point a month without a missing month between the first and the last. */
export function trendSeries(rows: readonly CoverageRow[]): TrendPoint[] {
  const subAssociations = byMonth(rows.filter(({ level }) => level === 'sub_association'));
  const groups = byMonth(rows.filter(({ level }) => level === 'group'));
  const read = (row: CoverageRow | undefined) => (row ? drawnPercent(row) : null);
  return monthsOf(rows.map(({ day }) => day)).map((month) => ({
    month,
    subAssociations: read(subAssociations.get(monthOf(month))),
    groups: read(groups.get(monthOf(month))),
  }));
}

export type ModelRow = { day: Day; kind: ModelKind; active: number };

/** How many models of each kind were active in a month; null where no row says so. */
export type ModelPoint = { month: Day } & Record<ModelKind, number | null>;

/** Rows in any order → one point a month. A count of 0 is a number, a missing row a gap. */
export function modelSeries(rows: readonly ModelRow[]): ModelPoint[] {
  const counts = modelKinds.map((kind) => [kind, byMonth(rows.filter((row) => row.kind === kind))] as const);
  return monthsOf(rows.map(({ day }) => day)).map((month) => {
    const active = counts.map(([kind, months]) => [kind, months.get(monthOf(month))?.active ?? null]);
    return { month, ...(Object.fromEntries(active) as Record<ModelKind, number | null>) };
  });
}

export type ComparedRow = { code: string; name: string; subAssociations: Share; groups: Share };

/** One place of the comparison; null draws no bar, and the words say why. */
export type ComparedPlace = { code: string; name: string; subAssociations: number | null; groups: number | null };

/** In the order given: which places to compare, and in which order, is the page's choice. */
export const comparisonSeries = (rows: readonly ComparedRow[]): ComparedPlace[] =>
  rows.map(({ code, name, subAssociations, groups }) => ({
    code,
    name,
    subAssociations: drawnPercent(subAssociations),
    groups: drawnPercent(groups),
  }));

/** The last number of a line and where it stands; null for a line without any. */
export function lastOf<Point>(points: readonly Point[], read: (point: Point) => number | null) {
  for (let index = points.length - 1; index >= 0; index -= 1) {
    const point = points[index];
    const value = point === undefined ? null : read(point);
    if (value !== null) return { index, value };
  }
  return null;
}

export type RankedPlace = { code: string; name: string; slug: string; percent: number; rank: number };

/**
 * Who leads and where hands are needed, `length` each at most and never the same place twice. Only places with a
 * number take part; equal numbers share a rank; a place at 100 % needs no hands and one at 0 % does not lead.
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
  }));
  const leading = ranked.filter(({ percent }) => percent > 0).slice(0, Math.min(length, Math.ceil(ranked.length / 2)));
  const rest = ranked.filter((place) => !leading.includes(place) && place.percent < 100);
  return { leading, joining: rest.reverse().slice(0, length) };
}
