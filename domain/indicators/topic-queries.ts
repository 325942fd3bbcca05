import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { courseTitleSql } from '@/domain/outcomes/taught-queries';
import { unitNameSql } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { db, longRead, Prisma } from '@/prisma/client';
import { keptToday } from '@/prisma/kept/kept-until-written';
import { toldOf } from './indicator';
import type { Topic, TopicFigure, TopicLine } from './topic';

const TOPICS_MAX = 400;
const LINES_MAX = 50_000;

/**
 * People trained in a place since the year began, course by course and skill by skill, most first; null beyond the viewer's reach. Of the
 * whole city they are kept as the number above them is.
 */
export async function listTopics(
  viewer: Viewer,
  { unit, day }: { unit: Pick<Unit, 'id' | 'path' | 'level'>; day: Day },
): Promise<TopicFigure[] | null> {
  if (!may(viewer, toldOf('people_trained').needs, unit.path)) return null;
  const read = () => db.$queryRaw<TopicFigure[]>`
    SELECT ${topicSql(viewer)}, t.people::int AS people FROM app.people_trained_by(${unit.id}::uuid, ${toDate(day)}::date) t
    ORDER BY 2, t.people DESC, 3, 1 LIMIT ${TOPICS_MAX}`;
  if (unit.level !== 'province') return read();
  return [...(await keptToday(`topics ${viewer.locale} ${unit.id} ${day}`, day === today(), () => longRead(read())))];
}

/** The same for the place and each of its parts, as a sheet holds it. */
export async function listTopicLines(
  viewer: Viewer,
  { unitId, day }: { unitId: string; day: Day },
): Promise<TopicLine[] | null> {
  const unit = await findUnit(viewer, unitId, toldOf('people_trained').needs);
  if (!unit) return null;
  const on = Prisma.sql`${toDate(day)}::date`;
  return db.$queryRaw<TopicLine[]>`
    SELECT ${topicSql(viewer)}, coalesce(n.name, ${unitNameSql(Prisma.sql`f.unit_id`)}, '') AS place, f.done::int AS people
    FROM app.people_trained_by(${unit.id}::uuid, ${on}) t CROSS JOIN LATERAL app.people_trained_in(coalesce(t.course_id, t.skill_id), ${unit.id}::uuid, ${on}) f
      LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = f.unit_id AND x.valid_from <= ${on} ORDER BY x.valid_from DESC LIMIT 1) n ON true
    ORDER BY 2, t.people DESC, 3, 1, f.unit_id IS DISTINCT FROM ${unit.id}::uuid, f.unit_id IS NULL, 4 LIMIT ${LINES_MAX}`;
}

const topicSql = (
  viewer: Viewer,
) => Prisma.sql`coalesce(t.course_id, t.skill_id)::text AS id, CASE WHEN t.course_id IS NULL THEN 'skill' ELSE 'course' END AS kind,
  coalesce(${courseTitleSql(viewer, Prisma.sql`t.course_id`)}, (SELECT ${skillName(viewer)} FROM skill k WHERE k.id = t.skill_id), '') AS name`;

const skillName = ({ locale }: Viewer) => (locale === 'en' ? Prisma.sql`k.name_en` : Prisma.sql`k.name_vi`);

/** A course or a skill by its id, for whoever asks of people trained; null where there is none. Their names are no secret. */
export async function findTopic(viewer: Viewer, topicId: string): Promise<Topic | null> {
  const [topic] = await db.$queryRaw<Topic[]>`
    SELECT ${topicSql(viewer)} FROM (SELECT id AS course_id, NULL::uuid AS skill_id FROM course UNION ALL SELECT NULL, id FROM skill) t
    WHERE coalesce(t.course_id, t.skill_id) = ${topicId}::uuid LIMIT 1`;
  return topic ?? null;
}
