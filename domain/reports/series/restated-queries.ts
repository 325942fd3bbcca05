import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import type { Figure, FigureOnDay, IndicatorCode } from '@/domain/indicators/indicator';
import { db, Prisma } from '@/prisma/client';
import { type KeptFigures, movedCodes, timedFigure } from '../content/figures';
import { type Placed, seenId } from '../content/placed';
import { isFiled, type ReportState } from '../report';
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

/** A month of a series whose report stands, and of which the records say otherwise by now: what was filed last, when, and what is counted today. */
type MovedPoint = { day: Day; filed: TimedFigure; now: Figure; at: Date };

/** What the reports of a place say of the months of a series. */
type FiledSeries = { restated: RestatedPoint[]; moved: MovedPoint[] };

type PointRow = Omit<RestatedPoint, 'day' | 'was' | 'now'> & {
  on: Date;
  state: ReportState;
  was: KeptFigures;
  now: KeptFigures;
};

/**
 * Months of a series that were filed otherwise before, and those that the records tell otherwise than a report that stands (0144). None that was
 * signed before there was the indicator, nor where she sees no reports.
 */
export async function findFiledSeries(
  viewer: Viewer,
  unit: Placed,
  code: IndicatorCode,
  trend: readonly FigureOnDay[],
): Promise<FiledSeries> {
  const id = seenId(viewer, unit);
  if (!id || trend.length === 0) return { restated: [], moved: [] };
  const only = (row: 'o' | 's') =>
    Prisma.sql`jsonb_strip_nulls(jsonb_build_object(${code}::text, ${Prisma.raw(row)}.figures -> ${code}))`;
  const rows = await db.$queryRaw<PointRow[]>`
    WITH filing AS MATERIALIZED (SELECT r.id AS report_id, r.state, p.ends_on - 1 AS on_day, a.snapshot_id, a.taken_at, a.taken_by_id,
        row_number() OVER (PARTITION BY r.id ORDER BY a.taken_at, a.id) AS first, row_number() OVER (PARTITION BY r.id ORDER BY a.taken_at DESC, a.id DESC) AS last
      FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.kind = 'month' AND p.ends_on - 1 = ANY (${trend.map(({ day }) => toDate(day))}::date[])
        JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted' JOIN snapshot x ON x.id = a.snapshot_id AND jsonb_exists(x.editions, ${code}) WHERE r.unit_id = ${id}::uuid)
    SELECT n.on_day AS on, n.state::text AS state, ${only('o')} AS was, ${only('s')} AS now, c.display_name AS by, n.taken_at AS at,
      (SELECT x.remark FROM report_action x WHERE x.report_id = n.report_id AND x.kind IN ('returned', 'reopened') AND x.taken_at < n.taken_at ORDER BY x.taken_at DESC LIMIT 1) AS why
    FROM filing f JOIN filing n ON n.report_id = f.report_id AND n.last = 1 JOIN snapshot_row o ON o.snapshot_id = f.snapshot_id AND o.unit_id = ${id}::uuid
      JOIN snapshot_row s ON s.snapshot_id = n.snapshot_id AND s.unit_id = ${id}::uuid LEFT JOIN account c ON c.id = n.taken_by_id
    WHERE f.first = 1 ORDER BY n.on_day DESC LIMIT ${POINTS_MAX}`;
  const filed = rows.map(({ on, ...row }) => ({ ...row, day: fromDate(on) }));
  return {
    restated: filed
      .filter(({ was, now }) => movedCodes(was, now).includes(code))
      .map(({ was, now, state: _, ...row }) => ({ ...row, was: timedFigure(code, was), now: timedFigure(code, now) })),
    moved: filed.flatMap(({ day, state, now: kept, at }) => {
      const [last, now] = [timedFigure(code, kept), trend.find((point) => point.day === day)];
      return isFiled(state) && now && !isAlike(last, now) ? [{ day, filed: last, now, at }] : [];
    }),
  };
}

/** Two figures of a place that come to the same: where nothing is counted a snapshot keeps nothing. */
const isAlike = (one: Figure, other: Figure) =>
  (one.done ?? 0) === (other.done ?? 0) && (one.whole ?? 0) === (other.whole ?? 0);
