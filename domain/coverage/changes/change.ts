import { addDays, type Day, monthStart } from '@/domain/days/day';
import {
  type CommuneCounts,
  type CommuneCoverage,
  type CoverageLevel,
  type CoverageTotal,
  FIRST_DAY,
  type MissingPart,
  totalOf,
} from '../coverage';

/** How a share moved between two days; `began` and `fell-silent` are no movement, for one of the shares is not known. */
export type ChangeWay = 'up' | 'down' | 'same' | 'began' | 'fell-silent' | 'unknown';
export type CoverageChange = {
  way: ChangeWay;
  /** percentage points with one decimal; null where one of the days has no share */
  points: number | null;
  /** units covered more, or fewer */
  covered: number;
};

type Share = Pick<CoverageTotal, 'percent' | 'covered'>;

/** From one day to a later or earlier one, of a place or of all. */
export function changeOf(now: Share, before: Share | undefined): CoverageChange {
  const covered = now.covered - (before?.covered ?? 0);
  const was = before?.percent ?? null;
  if (now.percent === null || was === null) {
    const way = now.percent !== null ? 'began' : was !== null ? 'fell-silent' : 'unknown';
    return { way, points: null, covered };
  }
  const points = Math.round((now.percent - was) * 10) / 10;
  return { way: points > 0 ? 'up' : points < 0 ? 'down' : 'same', points, covered };
}

/** The change of each place, by its commune, and of all that report. */
export function changesOf(rows: readonly CommuneCounts[], earlier: readonly CommuneCounts[]) {
  const before = new Map(earlier.map((row) => [row.communeId, row]));
  return {
    of: new Map(rows.map((row) => [row.communeId, changeOf(row, before.get(row.communeId))])),
    total: changeOf(totalOf(rows), totalOf(earlier)),
    began: rows.filter((row) => changeOf(row, before.get(row.communeId)).way === 'began').length,
  };
}

export type Changes = ReturnType<typeof changesOf>;

const MOST_MOVED = 6;

/** The places that moved most, up or down; those that did not are left out. */
export function mostMoved(rows: readonly CommuneCoverage[], changes: Changes): CommuneCoverage[] {
  const points = (row: CommuneCoverage) => changes.of.get(row.communeId)?.points ?? 0;
  return rows
    .filter((row) => points(row) !== 0)
    .sort((one, other) => Math.abs(points(other)) - Math.abs(points(one)))
    .slice(0, MOST_MOVED);
}

/** The last day of the month before a day: "since last month". Null before there was one with figures. */
export function lastMonthOf(day: Day): Day | null {
  const last = addDays(monthStart(day), -1);
  return last >= FIRST_DAY ? last : null;
}

/** What has changed since the last day of the month before. */
export type SinceMonth = { day: Day; changes: Changes };

/** The change of each of these places, all of one level, since the month before; null before there was one. `before` are the rows of its last day, at any level. */
export function sinceLastMonth(
  day: Day,
  rows: readonly CommuneCounts[],
  before: readonly CommuneCounts[] | null,
): SinceMonth | null {
  const since = lastMonthOf(day);
  const level = rows[0]?.level;
  return (
    since &&
    before && {
      day: since,
      changes: changesOf(
        rows,
        before.filter((row) => row.level === level),
      ),
    }
  );
}

/** Why a unit is covered that was not, or no longer. */
export type UnitChangeReason = 'opened' | 'closed' | Exclude<MissingPart, 'households'>;
export type UnitChange = {
  unitId: string;
  level: CoverageLevel;
  name: string;
  subAssociationName: string | null;
  communeName: string;
  communeSlug: string;
  covered: boolean;
  reasons: UnitChangeReason[];
};

/** Lists of units are cut here; how many there are is said beside them. */
export const UNIT_CHANGES_MAX = 40;
export type UnitChanges = { gained: number; lost: number; units: UnitChange[] };
