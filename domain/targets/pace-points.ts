import { type Day, today } from '@/domain/days/day';
import { type Pace, type PacePoint, paceOf } from './pace';

/** What was counted at the end of a day that a pace is read from. */
export type CountedPoint = {
  day: Day;
  /** what a share is taken of; null of what is only counted */
  whole: number | null;
  done: number;
  isKnown: boolean;
  /** since the day before, in places that report on both; null without any */
  gained: number | null;
};

/** A day to come is a plan: it has a target, and no pace. */
export function paceOfPoints(day: Day, points: readonly CountedPoint[], target: number): Pace | null {
  if (day > today()) return null;
  const now = points.find((point) => point.day === day);
  return paceOf({
    day,
    points: chained(points),
    done: now?.done ?? 0,
    whole: now ? now.whole : 0,
    isKnown: now?.isKnown ?? false,
    target,
  });
}

/** Counts that end at today's, week by week without what places brought along that began to report: before a week without any nothing is known. */
function chained(points: readonly CountedPoint[]): PacePoint[] {
  const rows = [...points].sort((one, other) => (one.day < other.day ? 1 : -1));
  let done = rows[0]?.done ?? 0;
  return rows.map((row, at) => {
    const later = rows[at - 1];
    if (later) done -= later.gained ?? 0;
    return { day: row.day, done, isKnown: row.isKnown && later?.gained !== null };
  });
}
