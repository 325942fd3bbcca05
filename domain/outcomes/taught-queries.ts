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
  const rows = await db.$queryRaw<(TaughtRow | TaughtTotal)[]>`
    ${figures(viewer, filter)} ORDER BY key IS NULL DESC, ${order[filter.by]} LIMIT ${ROWS_MAX + 1}`;
  const { key: _, name: __, ...total } = rows.find(isOverAll) ?? NOTHING;
  return { rows: rows.filter((row): row is TaughtRow => !isOverAll(row)), total };
}

/** The row over all has no key. */
type TaughtTotal = TaughtFigures & { key: null; name: string };
const isOverAll = (row: TaughtRow | TaughtTotal): row is TaughtTotal => row.key === null;
const NOTHING: TaughtTotal = { key: null, name: '', sessions: 0, hours: 0, attendances: 0, people: 0, demo: false };

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

/**
 * One row a key: sessions and hours, and who was there, so that neither multiplies the other; one without a key over all. Keys
 * are compared as bytes: as words of a language they took most of the time.
 */
function figures(viewer: Viewer, filter: TaughtFilter): Prisma.Sql {
  const { key, name, join } = keysFor(viewer)[filter.by];
  return Prisma.sql`
  WITH held AS MATERIALIZED (${heldSql(viewer, filter)}),
  present AS MATERIALIZED (SELECT a.session_id, coalesce(a.person_id, a.enrolment_id) AS woman FROM held h JOIN attendance a ON a.session_id = h.id
    WHERE a.mark IN ('present', 'late') AND NOT EXISTS (SELECT FROM enrolment e WHERE e.id = a.enrolment_id AND e.state = 'merged')),
  keyed AS MATERIALIZED (SELECT DISTINCT h.id, h.hours, h.demo, (${key}) COLLATE "C" AS key, ${name} AS name FROM held h ${join}),
  taught AS (SELECT key, min(name) AS name, count(*)::int AS sessions, sum(hours)::float8 AS hours, bool_or(demo) AS demo FROM keyed GROUP BY key),
  there AS (SELECT key, sum(times)::int AS attendances, count(*)::int AS people
    FROM (SELECT k.key, p.woman, count(*) AS times FROM keyed k JOIN present p ON p.session_id = k.id GROUP BY 1, 2) w GROUP BY key),
  told AS (SELECT key, name, sessions, hours, demo, coalesce(attendances, 0) AS attendances, coalesce(people, 0) AS people
    FROM taught LEFT JOIN there USING (key)
    UNION ALL SELECT NULL, '', count(*)::int, coalesce(sum(hours), 0)::float8, coalesce(bool_or(demo), false),
      (SELECT count(*)::int FROM present), (SELECT count(*)::int FROM (SELECT DISTINCT woman FROM present) w) FROM held)
  SELECT * FROM told`;
}

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
