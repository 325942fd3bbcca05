import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { isId } from '@/domain/id';
import { findMember } from '@/domain/people/queries';
import { listPublishedSkills } from '@/domain/trainings/skill-queries';
import { listPublishedNames } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { LEARNERS_MAX } from './pair';
import { type Candidate, type Suggestion, suggest, type Wish } from './suggestion';

/** More have nothing that the first of them have not: what is left out is poorer in skills and farther away. */
const CANDIDATES_MAX = 300;
const LANGUAGES_MAX = 50;

/**
 * Instructors to suggest for a learner of a unit, best first: members of its commune within the viewer's reach who do
 * something alone, have guided before or belong to the learner's sub-association. Empty for a learner or unit she may not see.
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

/** Everything known of everybody who might guide, in one set: no question is asked for each of them. */
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
    FROM app.known_skill k JOIN here h ON h.person_id = k.person_id
    WHERE k.mark = 'alone' AND k.skill_id = ANY (${[...wanted]}::uuid[]) ORDER BY k.person_id, k.skill_id, k.on_day DESC, k.source),
  mastered AS (SELECT person_id, count(*) AS skills, jsonb_agg(jsonb_build_object('skillId', skill_id, 'source', source, 'day', on_day) ORDER BY on_day DESC, skill_id) AS list
    FROM known GROUP BY person_id),
  guiding AS (SELECT p.instructor_id AS person_id, count(*) FILTER (WHERE p.valid_to IS NULL OR p.valid_to > g.day)::int AS learners,
      bool_or(p.learner_id = g.learner AND p.valid_to <= g.day) AS before,
      bool_or(p.learner_id = g.learner AND (p.valid_to IS NULL OR p.valid_to > g.day)) AS now
    FROM pair p JOIN here h ON h.person_id = p.instructor_id CROSS JOIN given g WHERE p.valid_to IS DISTINCT FROM p.valid_from GROUP BY 1),
  learning AS (SELECT p.learner_id AS person_id, bool_or(p.instructor_id = g.learner) AS from_her
    FROM pair p JOIN here h ON h.person_id = p.learner_id CROSS JOIN given g
    WHERE p.valid_to IS DISTINCT FROM p.valid_from AND (p.valid_to IS NULL OR p.valid_to > g.day) GROUP BY 1)
  SELECT p.id, p.full_name AS name, p.birth_year AS "birthYear", h.unit_id AS "unitId",
    CASE WHEN h.level = 'group' AND h.unit_id = ${learner.unitId}::uuid THEN 'group' WHEN h.sub = mine.sub THEN 'sub_association' ELSE 'commune' END AS near,
    coalesce(m.list, '[]') AS mastered, coalesce(${wish.language ?? null}::text = ANY (p.languages), false) AS speaks,
    coalesce(g.learners, 0) AS learners, coalesce(g.before, false) AS "guidedBefore",
    l.person_id IS NOT NULL AS "isLearning", coalesce(g.now, false) OR coalesce(l.from_her, false) AS "isPaired"
  FROM here h CROSS JOIN mine JOIN person p ON p.id = h.person_id AND p.erased_on IS NULL AND p.merged_into_id IS NULL
    LEFT JOIN mastered m ON m.person_id = p.id LEFT JOIN guiding g ON g.person_id = p.id LEFT JOIN learning l ON l.person_id = p.id
  WHERE p.id <> ${learner.id}::uuid AND coalesce(g.learners, 0) < ${LEARNERS_MAX}
    AND NOT coalesce(g.now, false) AND NOT coalesce(l.from_her, false)
    AND (m.person_id IS NOT NULL OR g.person_id IS NOT NULL OR h.sub = mine.sub)
  ORDER BY coalesce(m.skills, 0) DESC, (h.unit_id = ${learner.unitId}::uuid) DESC, (h.sub = mine.sub) DESC, speaks DESC, learners, p.name_order, p.id
  LIMIT ${CANDIDATES_MAX}`;

/** `here`: the members of a commune today, as far as the viewer sees them, each once. */
const membersHere = (viewer: Viewer, communeId: string) => Prisma.sql`
  here AS (SELECT DISTINCT ON (m.person_id) m.person_id, s.unit_id, s.level, coalesce(s.sub_association_id, s.unit_id) AS sub
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
