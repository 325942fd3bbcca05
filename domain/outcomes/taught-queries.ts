import { mayAnywhere, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { Taught, TaughtBy, TaughtFigures, TaughtFilter, TaughtRow } from './taught';

const ROWS_MAX = 500;

/**
 * Hours taught and women reached in sessions that were held within the viewer's reach, by commune, trainer, course or
 * month, and over all of them. Null for who may not see such figures anywhere.
 */
export async function findTaught(viewer: Viewer, filter: TaughtFilter): Promise<Taught | null> {
  if (!mayAnywhere(viewer, 'outcomes.see-taught')) return null;
  const [rows, totals] = await Promise.all([
    db.$queryRaw<
      TaughtRow[]
    >`${figures(viewer, filter, keysFor(viewer)[filter.by])} ORDER BY ${order[filter.by]} LIMIT ${ROWS_MAX}`,
    db.$queryRaw<
      TaughtFigures[]
    >`${figures(viewer, filter, { key: Prisma.sql`'all'`, name: Prisma.sql`''`, join: Prisma.empty })}`,
  ]);
  const [total] = totals;
  return { rows, total: total ?? { sessions: 0, hours: 0, attendances: 0, people: 0, demo: false } };
}

type Key = { key: Prisma.Sql; name: Prisma.Sql; join: Prisma.Sql };

/** The title of a course in the viewer's language, or in the other one, inside a larger query. */
export const courseTitleSql = (viewer: Viewer, courseId: Prisma.Sql) =>
  Prisma.sql`(SELECT x.title FROM course_text x WHERE x.course_id = ${courseId} ORDER BY x.locale <> ${viewer.locale} LIMIT 1)`;

const keysFor = (viewer: Viewer): Record<TaughtBy, Key> => ({
  commune: {
    key: Prisma.sql`coalesce(h.commune_id, h.unit_id)::text`,
    name: unitNameSql(Prisma.sql`coalesce(h.commune_id, h.unit_id)`),
    join: Prisma.empty,
  },
  trainer: {
    key: Prisma.sql`p.id::text`,
    name: Prisma.sql`coalesce(p.full_name, '—')`,
    join: Prisma.sql`JOIN session_trainer t ON t.session_id = h.id JOIN person p ON p.id = t.trainer_id`,
  },
  course: {
    key: Prisma.sql`h.course_id::text`,
    name: courseTitleSql(viewer, Prisma.sql`h.course_id`),
    join: Prisma.empty,
  },
  month: { key: Prisma.sql`h.month`, name: Prisma.sql`h.month`, join: Prisma.empty },
});

const order: Record<TaughtBy, Prisma.Sql> = {
  commune: Prisma.sql`hours DESC, name, key`,
  trainer: Prisma.sql`hours DESC, name, key`,
  course: Prisma.sql`hours DESC, name, key`,
  month: Prisma.sql`key`,
};

/** One row a key: sessions and hours first, then who was there, so that neither multiplies the other. */
const figures = (viewer: Viewer, filter: TaughtFilter, { key, name, join }: Key) => Prisma.sql`
  WITH held AS (${heldSql(viewer, filter)}),
  keyed AS MATERIALIZED (SELECT DISTINCT h.id, h.hours, h.demo, ${key} AS key, ${name} AS name FROM held h ${join}),
  taught AS (SELECT key, min(name) AS name, count(*)::int AS sessions, sum(hours)::float8 AS hours, bool_or(demo) AS demo FROM keyed GROUP BY key),
  there AS (SELECT k.key, count(*)::int AS attendances, count(DISTINCT coalesce(a.person_id, a.enrolment_id))::int AS people
    FROM keyed k JOIN attendance a ON a.session_id = k.id JOIN enrolment e ON e.id = a.enrolment_id
    WHERE a.mark IN ('present', 'late') AND e.state <> 'merged' GROUP BY k.key)
  SELECT key, name, sessions, hours, demo, coalesce(attendances, 0) AS attendances, coalesce(people, 0) AS people
  FROM taught LEFT JOIN there USING (key)`;

/** Sessions that were held in a period, as far as the viewer sees them: with their hours, the rule of `hoursOf` in SQL. */
const heldSql = (viewer: Viewer, { from, to, communeId, courseId }: TaughtFilter) => Prisma.sql`
  SELECT s.id, s.unit_id, s.course_id, s.demo, u.commune_id, to_char(s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-01') AS month,
    greatest(0.1, round((CASE WHEN NOT s.all_day AND (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = ((s.ends_at - interval '1 millisecond') AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      THEN extract(epoch FROM s.ends_at - s.starts_at) / 3600 ELSE c.minutes / 60.0 END)::numeric, 1)) AS hours
  FROM session s JOIN app.unit_place u ON u.unit_id = s.unit_id JOIN course c ON c.id = s.course_id
  WHERE s.state = 'held' AND s.starts_at >= ${startOf(from)} AND s.starts_at < ${startOf(addDays(to, 1))}
    AND app.within(u.path, ${reach(viewer, 'outcomes.see-taught')}::text[])
    ${communeId && isId(communeId) ? Prisma.sql`AND u.commune_id = ${communeId}::uuid` : Prisma.empty}
    ${courseId && isId(courseId) ? Prisma.sql`AND s.course_id = ${courseId}::uuid` : Prisma.empty}`;
