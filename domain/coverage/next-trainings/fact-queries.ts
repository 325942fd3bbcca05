import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { addDays, type Day, startOf, toDate } from '@/domain/days/day';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { mapElders } from './elder-queries';
import type { CourseFacts, Facts, PlaceFacts, TrainerFacts } from './next-training';
import { areasOf } from './reach';
import { LOAD_DAYS, PLANNED_DAYS, USUAL_DAYS } from './weights';

const COMMUNES_MAX = 200;
const COURSES_MAX = 200;
const TRAINERS_MAX = 1000;
const USUAL_MAX = 3;
/** Who taught last longer ago than this counts as if never. */
const HELD_DAYS = 365;

/** What there is to judge from: her communes, the courses that are taught, and who may teach there. */
export async function readFacts(viewer: Viewer, day: Day): Promise<Facts> {
  const areas = areasOf(viewer);
  if (areas.length === 0) return { places: [], courses: [], trainers: [] };
  const read = db.$queryRaw<{ [Key in keyof Facts]: Facts[Key] | null }[]>`
    SELECT (SELECT json_agg(p) FROM (${placesSql(viewer, areas, day)}) p) AS places,
      (SELECT json_agg(c) FROM (${coursesSql(viewer, day)}) c) AS courses,
      (SELECT json_agg(t) FROM (${trainersSql(areas, day)}) t) AS trainers`;
  const [[row], elders] = await Promise.all([read, mapElders(viewer, day)]);
  const own = areas.every((area) => !reach(viewer, 'enrolments.see-waits').includes(area)) ? viewer.personId : null;
  return {
    places: ((row?.places ?? []) as PlaceFacts[]).map((place) => ({
      ...place,
      elders: elders.get(place.communeId) ?? 0,
    })),
    courses: (row?.courses ?? []) as CourseFacts[],
    // of a trainer's own work others tell her nothing: she is offered herself
    trainers: ((row?.trainers ?? []) as TrainerFacts[]).filter(({ id }) => own === null || id === own),
  };
}

/** A commune's place in the words of `travel.ts`: its point, or its tile. */
const placeSql = (unit: Prisma.Sql) => Prisma.sql`jsonb_build_object('venueId', NULL,
  'point', CASE WHEN ${unit}.lat IS NOT NULL AND ${unit}.lon IS NOT NULL THEN jsonb_build_object('lat', ${unit}.lat, 'lon', ${unit}.lon) END,
  'tile', CASE WHEN ${unit}.grid_q IS NOT NULL AND ${unit}.grid_r IS NOT NULL THEN jsonb_build_object('q', ${unit}.grid_q, 'r', ${unit}.grid_r) END)`;

const placesSql = (viewer: Viewer, areas: UnitPath[], day: Day) => Prisma.sql`
  WITH place AS MATERIALIZED (SELECT u.id, u.code, u.slug, u.remote, s.path, ${placeSql(Prisma.sql`u`)} AS place FROM unit u
      JOIN unit_span s ON s.unit_id = u.id AND ${placedTodaySql(Prisma.sql`s`)}
      WHERE u.level = 'commune' AND app.active_on(u.opened_on, u.closed_on, ${toDate(day)}::date) AND ${withinAreasSql(Prisma.sql`s.path`, areas)} LIMIT ${COMMUNES_MAX}),
    level AS MATERIALIZED (SELECT c.commune_id, jsonb_object_agg(c.level, jsonb_build_object('state', c.state, 'units', c.units, 'tie', c.both_untied - c.tied,
        'pair', c.family - c.both_untied, 'family', c.pair - c.both_untied, 'both', c.units - c.family - c.pair + c.both_untied)) AS levels
      FROM app.coverage(${toDate(day)}::date) c WHERE c.units > 0 GROUP BY 1),
    wait AS MATERIALIZED (SELECT w.unit_id, jsonb_agg(jsonb_build_object('courseId', w.course_id, 'women', w.women)) AS waiting
      FROM (SELECT unit_id, course_id, count(*) AS women FROM topic_wait WHERE answered_by_session_id IS NULL AND phone_print IS NOT NULL GROUP BY 1, 2) w GROUP BY 1),
    class AS MATERIALIZED (SELECT p.commune_id, p.sub_association_id, s.course_id, s.state, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM session s
      JOIN unit_span p ON p.unit_id = s.unit_id AND ${placedTodaySql(Prisma.sql`p`)}
      WHERE s.state IN ('held', 'proposed', 'approved') AND s.starts_at >= ${startOf(addDays(day, -HELD_DAYS))} AND s.starts_at < ${startOf(addDays(day, PLANNED_DAYS))}),
    held AS MATERIALIZED (SELECT commune_id, max(day) AS day FROM class WHERE state = 'held' GROUP BY 1),
    planned AS MATERIALIZED (SELECT commune_id, jsonb_agg(jsonb_build_object('courseId', course_id, 'day', day, 'subAssociationId', sub_association_id) ORDER BY day, course_id) AS planned
      FROM class WHERE state <> 'held' AND day >= ${toDate(day)}::date GROUP BY 1)
  SELECT p.id AS "communeId", coalesce(p.code, '') AS code, coalesce(${unitNameSql(Prisma.sql`p.id`)}, p.slug) AS name, coalesce(k.kind::text, 'commune') AS kind, p.path, p.remote, p.place,
    coalesce(level.levels, '{}') AS levels, held.day AS "lastHeld", coalesce(planned.planned, '[]') AS planned,
    CASE WHEN ${withinAreasSql(Prisma.sql`p.path`, reach(viewer, 'enrolments.see-waits'))} THEN coalesce(wait.waiting, '[]') ELSE '[]' END AS waiting
  FROM place p LEFT JOIN level ON level.commune_id = p.id LEFT JOIN wait ON wait.unit_id = p.id LEFT JOIN held ON held.commune_id = p.id
    LEFT JOIN planned ON planned.commune_id = p.id
    LEFT JOIN unit_kind k ON k.unit_id = p.id AND app.active_on(k.valid_from, k.valid_to, ${toDate(day)}::date)`;

const coursesSql = ({ locale }: Viewer, day: Day) => Prisma.sql`
  SELECT c.id, c.code, coalesce(own.title, vi.title, c.code) AS title, c.minutes, c.language, c.audience, c.audience NOT IN ('officials', 'heads_and_deputies') AS "forWomen",
    (SELECT count(*) FROM course_skill cs JOIN skill s ON s.id = cs.skill_id WHERE cs.course_id = c.id AND s.needed_to_instruct) AS teaches
  FROM course c LEFT JOIN course_text own ON own.course_id = c.id AND own.locale = ${locale} LEFT JOIN course_text vi ON vi.course_id = c.id AND vi.locale = 'vi'
  WHERE c.retired_on IS NULL OR c.retired_on > ${toDate(day)}::date ORDER BY c.code LIMIT ${COURSES_MAX}`;

/** Trainers whose role holds within these areas or above them, with what they have to do and where they usually are. */
const trainersSql = (areas: UnitPath[], day: Day) => Prisma.sql`
  WITH trainer AS MATERIALIZED (SELECT p.id, coalesce(p.full_name, min(a.display_name)) AS name, jsonb_agg(DISTINCT s.path) AS areas, array_agg(DISTINCT coalesce(s.commune_id, g.unit_id)) AS homes
      FROM role_grant g JOIN account a ON a.id = g.account_id AND a.disabled_at IS NULL JOIN person p ON p.id = a.person_id AND p.erased_on IS NULL
        JOIN unit_span s ON s.unit_id = g.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
      WHERE g.role = 'trainer' AND app.active_on(g.valid_from, g.valid_to, ${toDate(day)}::date)
        AND (${withinAreasSql(Prisma.sql`s.path`, areas)} OR EXISTS (SELECT FROM unnest(${areas}::text[]) area WHERE area ^@ s.path))
      GROUP BY p.id ORDER BY p.id LIMIT ${TRAINERS_MAX}),
    taught AS MATERIALIZED (SELECT t.id, t.homes, (SELECT array_agg(x.commune_id ORDER BY x.times DESC, x.commune_id) FROM (
        SELECT sp.commune_id, count(*) AS times FROM session_trainer st JOIN session s ON s.id = st.session_id JOIN unit_span sp ON sp.unit_id = s.unit_id AND ${placedTodaySql(Prisma.sql`sp`)}
        WHERE st.trainer_id = t.id AND st.state = 'held' AND st.starts_at >= ${startOf(addDays(day, -USUAL_DAYS))} AND st.starts_at < ${startOf(day)} AND sp.commune_id IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${USUAL_MAX}) x) AS communes FROM trainer t)
  SELECT t.id, t.name, t.areas,
    (SELECT count(*) FROM session_trainer st WHERE st.trainer_id = t.id AND st.state IN ('proposed', 'approved')
      AND st.starts_at >= ${startOf(day)} AND st.starts_at < ${startOf(addDays(day, LOAD_DAYS))}) AS load,
    coalesce((SELECT jsonb_agg(jsonb_build_object('communeId', u.id, 'code', coalesce(u.code, ''), 'place', ${placeSql(Prisma.sql`u`)}) ORDER BY u.id) FROM unit u
      WHERE u.level = 'commune' AND u.id = ANY (coalesce(taught.communes, taught.homes))), '[]') AS usual
  FROM trainer t JOIN taught ON taught.id = t.id`;
