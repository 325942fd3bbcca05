import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { findMember } from '@/domain/people/queries';
import { listPublishedNames } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { LEARNERS_MAX } from './pair';
import { type Candidate, type Suggestion, suggest, type Wish } from './suggestion';

/** More have nothing that the first of them have not: what is left out is poorer in skills and farther away. */
const CANDIDATES_MAX = 300;
const LANGUAGES_MAX = 50;

/**
 * Instructors to suggest for a learner, best first: members of her unit's commune within the viewer's reach who
 * master something, have guided or are near. Empty for a learner or unit she may not see.
 */
export async function listSuggestions(
  viewer: Viewer,
  { unitId, learnerId, wish }: { unitId: string; learnerId: string; wish: Wish },
): Promise<Suggestion[]> {
  const [unit, learner] = await Promise.all([findUnit(viewer, unitId, 'pairs.pair-up'), findMember(viewer, learnerId)]);
  if (!unit || !learner) return [];
  const asked = wish.skillIds.filter(isId);
  const wanted = asked.length > 0 ? asked : (await listPublishedSkills()).map(({ id }) => id);
  const rows = await db.$queryRaw<Row[]>(candidatesOf(viewer, unit.communeId ?? unit.id, learner, wanted, wish));
  const names = await listPublishedNames(rows.map(({ unitId: id }) => id));
  const candidates = rows.map(({ unitId: id, ...row }) => ({ ...row, unitName: names.get(id) ?? '' }));
  return suggest(candidates, learnerId, { ...wish, skillIds: asked });
}

type Row = Omit<Candidate, 'unitName'> & { unitId: string };

/**
 * Candidates and all that is known of them, in one set. Members go in as an array, so that each table is read by its
 * index; facts are grouped, not joined: the database need not guess their number.
 */
const candidatesOf = (
  viewer: Viewer,
  communeId: string,
  learner: { id: string; unitId: string },
  wanted: readonly string[],
  wish: Wish,
) => Prisma.sql`
  WITH given AS (SELECT ${today()}::date AS day, ${learner.id}::uuid AS learner),
  mine AS (SELECT coalesce(s.sub_association_id, s.unit_id) AS sub FROM app.unit_place s WHERE s.unit_id = ${learner.unitId}::uuid),
  ${membersHere(viewer, communeId)},
  known AS (SELECT DISTINCT ON (k.person_id, k.skill_id) k.person_id, k.skill_id, k.source, k.on_day
    FROM app.known_skill k WHERE k.person_id = ANY (ARRAY (SELECT person_id FROM here))
      AND k.level = 'alone' AND k.skill_id = ANY (${[...wanted]}::uuid[]) ORDER BY k.person_id, k.skill_id, k.on_day DESC, k.source),
  facts (person_id, unit_id, near, skills, mastered, guides, learners, before, now, learning) AS (
    SELECT h.person_id, h.unit_id, CASE WHEN h.level = 'group' AND h.unit_id = ${learner.unitId}::uuid THEN 2 WHEN h.sub = mine.sub THEN 1 ELSE 0 END,
      0, NULL::jsonb, false, 0, false, false, false FROM here h CROSS JOIN mine
    UNION ALL SELECT person_id, NULL, 0, count(*), jsonb_agg(jsonb_build_object('skillId', skill_id, 'source', source, 'day', on_day) ORDER BY on_day DESC, skill_id),
      false, 0, false, false, false FROM known GROUP BY person_id
    UNION ALL SELECT p.instructor_id, NULL, 0, 0, NULL, true, CASE WHEN p.valid_to IS NULL OR p.valid_to > g.day THEN 1 ELSE 0 END,
      p.learner_id = g.learner AND p.valid_to <= g.day, p.learner_id = g.learner AND (p.valid_to IS NULL OR p.valid_to > g.day), false
      FROM pair p CROSS JOIN given g WHERE p.instructor_id = ANY (ARRAY (SELECT person_id FROM here)) AND p.valid_to IS DISTINCT FROM p.valid_from
    UNION ALL SELECT p.learner_id, NULL, 0, 0, NULL, false, 0, false, p.instructor_id = g.learner, true FROM pair p CROSS JOIN given g
      WHERE p.learner_id = ANY (ARRAY (SELECT person_id FROM here)) AND p.valid_to IS DISTINCT FROM p.valid_from AND (p.valid_to IS NULL OR p.valid_to > g.day)),
  candidates AS MATERIALIZED (SELECT person_id, (array_agg(unit_id) FILTER (WHERE unit_id IS NOT NULL))[1] AS unit_id, max(near) AS near, max(skills) AS skills,
      (array_agg(mastered) FILTER (WHERE mastered IS NOT NULL))[1] AS mastered, sum(learners)::int AS learners, coalesce(bool_or(before), false) AS before,
      bool_or(learning) AS learning FROM facts
    GROUP BY person_id HAVING sum(learners) < ${LEARNERS_MAX} AND NOT coalesce(bool_or(now), false) AND (max(skills) > 0 OR bool_or(guides) OR max(near) > 0)
    ORDER BY max(skills) DESC, max(near) DESC, sum(learners), person_id LIMIT ${CANDIDATES_MAX})
  SELECT p.id, p.full_name AS name, p.birth_year AS "birthYear", c.unit_id AS "unitId", (ARRAY['commune', 'sub_association', 'group'])[c.near + 1] AS near,
    coalesce(c.mastered, '[]') AS mastered, coalesce(${wish.language ?? null}::text = ANY (p.languages), false) AS speaks,
    c.learners, c.before AS "guidedBefore", c.learning AS "isLearning",
    EXISTS (SELECT FROM qualification q WHERE q.person_id = p.id AND app.active_on(q.valid_from, q.valid_to, ${today()}::date)) AS "isRecognised", false AS "isPaired"
  FROM candidates c CROSS JOIN LATERAL (SELECT * FROM person o WHERE o.id = c.person_id OFFSET 0) p
  WHERE p.id <> ${learner.id}::uuid AND p.erased_on IS NULL AND p.merged_into_id IS NULL
  ORDER BY c.skills DESC, c.near DESC, c.learners, p.given_name, p.other_names, p.id`;

/** `here`: the members of a commune today, as far as the viewer sees them, each once. */
const membersHere = (viewer: Viewer, communeId: string) => Prisma.sql`
  here AS MATERIALIZED (SELECT DISTINCT ON (m.person_id) m.person_id, s.unit_id, s.level, coalesce(s.sub_association_id, s.unit_id) AS sub
    FROM app.unit_place c JOIN unit_span s ON s.path >= c.path AND s.path < c.path || '~' COLLATE "C"
      JOIN membership m ON m.unit_id = s.unit_id
    WHERE c.unit_id = ${communeId}::uuid AND app.within(s.path, ${reach(viewer, 'people.see')}::text[])
      AND s.valid_from <= ${today()}::date AND (s.is_last OR ${today()}::date < s.valid_to)
      AND app.active_on(m.valid_from, m.valid_to, ${today()}::date)
    ORDER BY m.person_id, m.valid_from)`;

/** Languages that members of a commune within the viewer's reach are recorded to speak. */
export async function listLanguages(viewer: Viewer, communeId: string): Promise<string[]> {
  if (!isId(communeId)) return [];
  const rows = await db.$queryRaw<{ code: string }[]>`
    WITH ${membersHere(viewer, communeId)}
    SELECT DISTINCT x.code FROM here h JOIN person p ON p.id = h.person_id CROSS JOIN LATERAL unnest(p.languages) x (code)
    WHERE p.erased_on IS NULL AND p.merged_into_id IS NULL ORDER BY 1 LIMIT ${LANGUAGES_MAX}`;
  return rows.map(({ code }) => code);
}
