import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { tellApart } from '@/domain/people/namesakes/namesake-queries';
import { membersWithin } from '@/domain/people/person';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import type { LessonTopic, WomanNear, WomenNear } from './peer-lesson';

const TOPICS_MAX = 24;
const PAIRS_MAX = 8;
const WOMEN_MAX = 12;
/** Whoever stood in a lesson within these days is likely to do so again. */
const RECENT_DAYS = 90;

/** Topics of the campaign, as they are taught now; no secret, and the same for everybody. */
export const listPublishedTopics = (): Promise<LessonTopic[]> =>
  db.skill.findMany({
    where: { campaignTopic: true, retiredOn: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, code: true, nameVi: true, nameEn: true },
    take: TOPICS_MAX,
  });

type Row = { kind: 'pair' | 'woman'; id: string; name: string; otherId: string | null; otherName: string | null };

/**
 * Pairs that run at a place or beneath it, those that met last first, and its members: first those of the last lessons, then by name.
 * Nobody where she may not note lessons.
 */
export async function listWomenNear(viewer: Viewer, unitId: string): Promise<WomenNear> {
  const unit = await findUnit(viewer, unitId, 'peer-lessons.record');
  if (!unit) return { pairs: [], women: [], me: null };
  const [day, within] = [today(), Prisma.sql`s.path >= ${unit.path} AND s.path < ${`${unit.path}~`}`];
  const [me, rows] = await Promise.all([
    ownRecord(viewer),
    db.$queryRaw<Row[]>`
    WITH here AS MATERIALIZED (SELECT s.unit_id FROM unit_span s WHERE ${within} AND app.active_on(s.valid_from, s.valid_to, ${day}::date)),
    pairs AS (SELECT p.id, p.instructor_id, p.learner_id, (SELECT max(c.on_day) FROM pair_contact c WHERE c.pair_id = p.id) AS met
      FROM here JOIN pair_host h USING (unit_id) JOIN pair p ON p.id = h.pair_id
      WHERE app.active_on(h.valid_from, h.valid_to, ${day}::date) AND app.active_on(p.valid_from, p.valid_to, ${day}::date)
      ORDER BY met DESC NULLS LAST, p.id LIMIT ${PAIRS_MAX}),
    lately AS (SELECT x.person_id, max(x.on_day) AS last FROM (
        SELECT l.teacher_id AS person_id, l.on_day FROM here JOIN peer_lesson l USING (unit_id) WHERE l.on_day > ${addDays(day, -RECENT_DAYS)}::date AND l.taken_back_at IS NULL
        UNION ALL SELECT e.person_id, l.on_day FROM here JOIN peer_lesson l USING (unit_id) JOIN peer_learner e ON e.lesson_id = l.id
          WHERE l.on_day > ${addDays(day, -RECENT_DAYS)}::date AND l.taken_back_at IS NULL) x WHERE x.person_id IS NOT NULL GROUP BY 1),
    women AS (SELECT DISTINCT ON (n.id) n.id, n.full_name, n.given_name, n.other_names, y.last
      FROM here JOIN membership m USING (unit_id) JOIN person n ON n.id = m.person_id AND n.erased_on IS NULL AND n.merged_into_id IS NULL
        LEFT JOIN lately y ON y.person_id = n.id
      WHERE app.active_on(m.valid_from, m.valid_to, ${day}::date) AND (y.last IS NOT NULL OR ${unit.level} IN ('sub_association', 'group')))
    (SELECT 'pair' AS kind, a.id::text, a.full_name AS name, b.id::text AS "otherId", b.full_name AS "otherName"
      FROM pairs p JOIN person a ON a.id = p.instructor_id AND a.erased_on IS NULL JOIN person b ON b.id = p.learner_id AND b.erased_on IS NULL
      ORDER BY p.met DESC NULLS LAST, p.id)
    UNION ALL
    (SELECT 'woman', w.id::text, w.full_name, NULL, NULL FROM women w ORDER BY w.last DESC NULLS LAST, w.given_name, w.other_names, w.id LIMIT ${WOMEN_MAX})`,
  ]);
  return toldApart(viewer, {
    me,
    pairs: rows.flatMap(({ kind, id, name, otherId, otherName }) =>
      kind === 'pair' && otherId && otherName
        ? [{ teacher: { id, name }, learner: { id: otherId, name: otherName } }]
        : [],
    ),
    women: rows.flatMap(({ kind, id, name }) => (kind === 'woman' ? [{ id, name }] : [])),
  });
}

/** Each is a choice of one tap: of two who bear one name it says which is which. */
async function toldApart(viewer: Viewer, { me, pairs, women }: WomenNear): Promise<WomenNear> {
  const taught = pairs.flatMap(({ teacher, learner }) => [teacher, learner]);
  const apart = await tellApart(viewer, [...taught, ...women, ...(me ? [me] : [])]);
  const named = ({ id, name }: WomanNear) => ({ id, name: apart.get(id) ?? name });
  return {
    me: me && named(me),
    pairs: pairs.map(({ teacher, learner }) => ({ teacher: named(teacher), learner: named(learner) })),
    women: women.map(named),
  };
}

async function ownRecord(viewer: Viewer): Promise<WomanNear | null> {
  if (!viewer.personId) return null;
  const row = await db.person.findFirst({
    where: { id: viewer.personId, ...membersWithin(viewer) },
    select: { id: true, fullName: true },
  });
  return row && { id: row.id, name: row.fullName ?? '' };
}
