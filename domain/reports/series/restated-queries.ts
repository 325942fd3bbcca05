import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { db } from '@/prisma/client';
import { type KeptFigures, movedCodes, timedFigure } from '../content/figures';
import { type Placed, seenId } from '../content/placed';
import type { TimedFigure } from '../report-content';

const POINTS_MAX = 60;

/** A month of a series whose report was signed anew with another number: what was filed first and what stands now, who signed last, when, and why it had been opened. */
type RestatedPoint = {
  day: Day;
  was: TimedFigure;
  now: TimedFigure;
  by: string | null;
  at: Date;
  why: string | null;
};

type PointRow = Omit<RestatedPoint, 'day' | 'was' | 'now'> & { on: Date; was: KeptFigures; now: KeptFigures };

/** The months of a series, by their last days, of which an indicator of a place was filed otherwise before, the latest first; none where she sees no reports of it. */
export async function listRestatedPoints(
  viewer: Viewer,
  unit: Placed,
  code: IndicatorCode,
  days: readonly Day[],
): Promise<RestatedPoint[]> {
  const id = seenId(viewer, unit);
  if (!id || days.length === 0) return [];
  const rows = await db.$queryRaw<PointRow[]>`
    WITH filing AS MATERIALIZED (SELECT r.id AS report_id, p.ends_on - 1 AS on_day, a.snapshot_id, a.taken_at, a.taken_by_id,
        row_number() OVER (PARTITION BY r.id ORDER BY a.taken_at, a.id) AS first, row_number() OVER (PARTITION BY r.id ORDER BY a.taken_at DESC, a.id DESC) AS last
      FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.kind = 'month' AND p.ends_on - 1 = ANY (${days.map(toDate)}::date[])
        JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted' WHERE r.unit_id = ${id}::uuid)
    SELECT n.on_day AS on, o.figures AS was, s.figures AS now, c.display_name AS by, n.taken_at AS at,
      (SELECT x.remark FROM report_action x WHERE x.report_id = n.report_id AND x.kind IN ('returned', 'reopened') AND x.taken_at < n.taken_at ORDER BY x.taken_at DESC LIMIT 1) AS why
    FROM filing f JOIN filing n ON n.report_id = f.report_id AND n.last = 1 JOIN snapshot_row o ON o.snapshot_id = f.snapshot_id AND o.unit_id = ${id}::uuid
      JOIN snapshot_row s ON s.snapshot_id = n.snapshot_id AND s.unit_id = ${id}::uuid LEFT JOIN account c ON c.id = n.taken_by_id
    WHERE f.first = 1 AND f.snapshot_id <> n.snapshot_id ORDER BY n.on_day DESC LIMIT ${POINTS_MAX}`;
  return rows
    .filter(({ was, now }) => movedCodes(was, now).includes(code))
    .map(({ on, was, now, ...row }) => ({
      ...row,
      day: fromDate(on),
      was: timedFigure(code, was),
      now: timedFigure(code, now),
    }));
}
