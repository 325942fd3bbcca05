import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { type Day, toDate } from '@/domain/days/day';
import { type IndicatorCode, indicatorCodes, isIndicator, toldOf } from '@/domain/indicators/indicator';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { paceDays } from './pace';
import { type CountedPoint, paceOfPoints } from './pace-points';
import type { UnitPace } from './target';

/**
 * Every target of a unit on a day that the viewer may see there, with its pace; of these codes alone where some are named. Left out is
 * what it has nothing of.
 */
export async function listUnitPaces(
  viewer: Viewer,
  { unitId, day, codes = indicatorCodes }: { unitId: string; day: Day; codes?: readonly IndicatorCode[] },
): Promise<UnitPace[]> {
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit) return [];
  const told = codes.filter((code) => {
    const { asked, needs } = toldOf(code);
    return !asked && may(viewer, needs, unit.path);
  });
  const rows = await read(unit.id, told, day);
  return rows.filter(hasAny(day)).flatMap(({ code, target, points, ...row }) => {
    if (!isIndicator(code)) return [];
    return [{ ...row, code, target, pace: paceOfPoints(day, points ?? [], target) }];
  });
}

type Row = Omit<UnitPace, 'code' | 'pace'> & { code: string; points: CountedPoint[] | null };

const hasAny =
  (day: Day) =>
  ({ points }: Row) =>
    (points ?? []).some((point) => point.day === day && point.whole !== 0);

/** Units whose coverage and models of the city are chained over the communes that report at both ends of a week. */
const isChained = (code: IndicatorCode) => ['coverage', 'models'].includes(toldOf(code).group);

function read(unitId: string, codes: readonly IndicatorCode[], day: Day): Promise<Row[]> {
  const days = paceDays(day, FIRST_DAY).map(toDate);
  const flows = codes.filter((code) => toldOf(code).flow);
  return db.$queryRaw<Row[]>`
    WITH target AS MATERIALIZED (SELECT t.* FROM app.targets_on(ARRAY[${unitId}::uuid], ${[...codes]}::text[], ${toDate(day)}::date) t WHERE t.value IS NOT NULL),
      whole AS MATERIALIZED (SELECT t.indicator, t.indicator = ANY (${codes.filter(isChained)}::text[]) AND app.is_whole(t.unit_id) AS chained, t.unit_id FROM target t),
      counted AS MATERIALIZED (SELECT w.indicator, d.day, f.* FROM whole w CROSS JOIN unnest(${days}::date[]) d(day)
          CROSS JOIN LATERAL app.indicator(w.indicator, w.unit_id, d.day) f WHERE w.chained
        UNION ALL SELECT w.indicator, f.day, w.unit_id, f.done, f.whole, f.reported FROM whole w CROSS JOIN LATERAL app.indicator_over(w.indicator, w.unit_id, ${days}::date[]) f
          WHERE NOT w.chained AND (w.indicator <> ALL (${flows}::text[]) OR extract(year FROM f.day) = extract(year FROM ${toDate(day)}::date))),
      gain AS (SELECT c.*, CASE WHEN reported AND lag(reported) OVER week THEN done - lag(done) OVER week END AS gained FROM counted c
        WINDOW week AS (PARTITION BY indicator, unit_id ORDER BY day)),
      chain AS (SELECT g.indicator, g.day, sum(g.gained) AS gained FROM gain g WHERE g.unit_id <> ${unitId}::uuid GROUP BY 1, 2),
      point AS (SELECT g.indicator, jsonb_agg(jsonb_build_object('day', g.day, 'done', coalesce(g.done, 0), 'whole', g.whole, 'isKnown', g.reported AND g.done IS NOT NULL,
          'gained', CASE WHEN c.indicator IS NULL THEN g.gained ELSE c.gained END)) AS points
        FROM gain g LEFT JOIN chain c ON c.indicator = g.indicator AND c.day = g.day WHERE g.unit_id = ${unitId}::uuid GROUP BY 1)
    SELECT t.indicator AS code, t.value::float8 AS target, point.points,
      (SELECT i.unit_of_measure::text FROM indicator i WHERE i.code = t.indicator ORDER BY i.edition DESC LIMIT 1) AS measure,
      CASE WHEN t.pledged > t.asked OR t.asked IS NULL THEN 'pledged' WHEN t.asked_at IS NULL THEN 'campaign' ELSE 'asked' END AS source,
      (SELECT jsonb_build_object('name', n.name) FROM unit_name n WHERE n.unit_id = CASE WHEN t.pledged > t.asked OR t.asked IS NULL THEN t.pledged_at ELSE t.asked_at END
        AND n.unit_id <> t.unit_id AND n.valid_from <= ${toDate(day)}::date ORDER BY n.valid_from DESC LIMIT 1) AS "from"
    FROM target t LEFT JOIN point ON point.indicator = t.indicator ORDER BY array_position(${[...codes]}::text[], t.indicator)`;
}
