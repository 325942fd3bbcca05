import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { FIRST_DAY } from '../coverage';
import { REPLAY_WEEKS, type Replay, type Round, replayOf, TAUGHT_DAYS } from './replay';

/** Steps back: not quite a year, so that one season alone does not tell. */
const STEPS = 6;

/**
 * What came after classes so far, over all communes that reported; for whoever sees trainings. Read once an hour: the past hardly
 * changes.
 */
export async function findReplay(viewer: Viewer, day: Day = today()): Promise<Replay> {
  if (!mayAnywhere(viewer, 'trainings.see')) return replayOf([]);
  return keptValue(`replay ${day}`, ['units', 'today'], async () => replayOf(await listRounds(viewer, day)));
}

/**
 * The units that lacked something at each step back, and how many of them were covered eight weeks later. Every step is of its own
 * day: places, records kept and sessions as they were then.
 */
export async function listRounds(viewer: Viewer, day: Day): Promise<Round[]> {
  if (!mayAnywhere(viewer, 'trainings.see')) return [];
  const days = 7 * REPLAY_WEEKS;
  return db.$queryRaw<Round[]>`
    WITH step AS MATERIALIZED (SELECT k AS step, (${toDate(day)}::date - ${days}::int * k)::date AS day FROM generate_series(0, ${STEPS}::int) k
        WHERE ${toDate(day)}::date - ${days}::int * k >= ${toDate(FIRST_DAY)}::date),
      told AS MATERIALIZED (SELECT d.step, c.commune_id FROM step d CROSS JOIN LATERAL app.coverage(d.day) c WHERE c.reported AND c.level = 'sub_association'),
      held AS MATERIALIZED (SELECT DISTINCT d.step, p.commune_id FROM step d
        JOIN session s ON s.state = 'held' AND s.starts_at >= (d.day - ${TAUGHT_DAYS}::int + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
          AND s.starts_at < (d.day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        JOIN unit_span p ON p.unit_id = s.unit_id AND app.active_on(p.valid_from, p.valid_to, d.day)),
      unit_day AS (SELECT d.step, u.commune_id, u.level, u.covered, u.has_family, u.has_pair, lag(d.step) OVER own AS after, lag(u.covered) OVER own AS met
        FROM step d CROSS JOIN LATERAL app.coverage_units(d.day) u WINDOW own AS (PARTITION BY u.unit_id ORDER BY d.step)),
      counted AS MATERIALIZED (SELECT step, commune_id, level::text, CASE WHEN has_family THEN 'pair' WHEN has_pair THEN 'family' ELSE 'both' END AS lack,
          count(*)::int AS units, (count(*) FILTER (WHERE met))::int AS met
        FROM unit_day WHERE after = step - 1 AND NOT covered AND NOT (has_family AND has_pair) GROUP BY 1, 2, 3, 4)
    SELECT c.step, c.commune_id::text AS "communeId", c.level, c.lack, c.units, c.met, (c.step, c.commune_id) IN (SELECT step, commune_id FROM held) AS taught
    FROM counted c
    WHERE (c.step, c.commune_id) IN (SELECT step, commune_id FROM told) AND (c.step - 1, c.commune_id) IN (SELECT step, commune_id FROM told)
    ORDER BY c.step, c.commune_id, c.level, c.lack`;
}
