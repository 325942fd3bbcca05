import { reachOrAll } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { modelsWithin } from '@/domain/digital-models/people/host';
import { isId } from '@/domain/id';
import { pageOf, readKey } from '@/domain/page';
import { placeSql } from '@/domain/people/reach-queries';
import { findUnit } from '@/domain/units/queries';
import { db, Prisma } from '@/prisma/client';
import { type Chain, chainOf, type Guidance, type Instructor, type Reach } from './chain';

const INSTRUCTORS_PAGE = 50;
/** Far more than one woman's chain holds; the limit keeps the page alive. */
const GUIDANCES_MAX = 20_000;

/**
 * The chain that begins with somebody, by today, along pairs within the viewer's reach: where they end, it ends, and nothing
 * is told of what is beyond. Null when the viewer sees no pair of hers.
 */
export async function findChain(viewer: Viewer, personId: string): Promise<Chain | null> {
  if (!isId(personId)) return null;
  const areas = reachOrAll(viewer, 'pairs.see');
  const [person] = await db.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT p.id, p.full_name AS name FROM person p WHERE p.id = ${personId}::uuid AND EXISTS (
      SELECT FROM (SELECT g.pair_id FROM app.guidance_by(${today()}::date) g WHERE g.instructor_id = p.id
        UNION ALL SELECT g.pair_id FROM app.guidance_by(${today()}::date) g WHERE g.learner_id = p.id) g
      WHERE ${areas}::text[] IS NULL OR EXISTS (SELECT FROM app.pair_place(g.pair_id, ${today()}::date) x WHERE app.within(x.path, ${areas}::text[])))`;
  if (!person) return null;
  const guidances = await db.$queryRaw<Guidance[]>`
    WITH RECURSIVE g AS MATERIALIZED (SELECT * FROM app.guidance_around(ARRAY[${personId}::uuid], '{}', ${today()}::date, ${areas}::text[])),
    r AS (SELECT ${personId}::uuid AS id UNION SELECT g.learner_id FROM r JOIN g ON g.instructor_id = r.id)
    SELECT g.instructor_id AS "instructorId", g.learner_id AS "learnerId", p.full_name AS "learnerName", min(g.began)::text AS began
    FROM r JOIN g ON g.instructor_id = r.id JOIN person p ON p.id = g.learner_id
    GROUP BY 1, 2, 3 ORDER BY 4, 2 LIMIT ${GUIDANCES_MAX}`;
  return chainOf(person, guidances);
}

export type InstructorPage = { instructors: Instructor[]; next: string | null };

/**
 * Instructors in pairs of a unit and those below it, who reached most first; fifty a page. Chains of single women are
 * told along pairs within the viewer's reach. Empty for a unit she may not see.
 */
export async function listInstructors(
  viewer: Viewer,
  { unitId, after }: { unitId: string; after?: string },
): Promise<InstructorPage> {
  const unit = await findUnit(viewer, unitId, 'pairs.see');
  if (!unit) return { instructors: [], next: null };
  const last = readKey(after);
  const areas = reachOrAll(viewer, 'pairs.see');
  const rows = await db.$queryRaw<Instructor[]>`
    WITH RECURSIVE own AS MATERIALIZED (SELECT u.pair_id FROM app.pairs_of_unit(${unit.id}::uuid, ${today()}::date) u),
    g AS MATERIALIZED (SELECT * FROM app.guidance_around('{}', ARRAY (SELECT o.pair_id FROM own o), ${today()}::date, ${areas}::text[])),
    r (root, id) AS (SELECT g.instructor_id, g.instructor_id FROM g WHERE g.pair_id IN (SELECT o.pair_id FROM own o)
      UNION SELECT r.root, g.learner_id FROM r JOIN g ON g.instructor_id = r.id),
    n AS (SELECT root, count(*)::int - 1 AS reach FROM r GROUP BY root),
    ranked AS (SELECT n.root, n.reach, p.full_name, row_number() OVER (ORDER BY n.reach DESC, p.given_name, p.other_names, p.id) AS at
      FROM n JOIN person p ON p.id = n.root),
    page AS (SELECT * FROM ranked x WHERE x.at > coalesce((SELECT a.at FROM ranked a WHERE a.root = ${last}::uuid), 0)
      ORDER BY x.at LIMIT ${INSTRUCTORS_PAGE + 1}),
    taught AS (SELECT g.instructor_id AS id, count(DISTINCT g.learner_id)::int AS learners FROM g
      WHERE g.instructor_id IN (SELECT x.root FROM page x) GROUP BY 1)
    SELECT x.root AS id, x.full_name AS name, x.reach, t.learners,
      coalesce((SELECT ${placeSql(Prisma.sql`m.unit_id`)} FROM membership m
        WHERE m.person_id = x.root AND app.active_on(m.valid_from, m.valid_to, ${today()}::date) ORDER BY m.valid_from LIMIT 1), '') AS "unitName"
    FROM page x JOIN taught t ON t.id = x.root ORDER BY x.at`;
  const { page, next } = pageOf(rows, INSTRUCTORS_PAGE);
  return { instructors: page, next };
}

/**
 * How many women the instructors of a unit reached by a day, onward too, wherever that led (`app.reach_of_unit`). Null
 * for a unit she may not see.
 */
export async function countReach(viewer: Viewer, unitId: string, day: Day = today()): Promise<Reach | null> {
  const unit = await findUnit(viewer, unitId, 'pairs.see');
  if (!unit) return null;
  const areas = reachOrAll(viewer, 'pairs.see');
  // seen whole, whoever learned in the province was guided by an instructor of it: no way has to be walked
  const reached =
    unit.level === 'province' && areas === null
      ? Prisma.sql`(SELECT DISTINCT learner_id FROM app.guidance_by(${day}::date))`
      : Prisma.sql`app.reach_of_unit(${unit.id}::uuid, ${day}::date)`;
  return counted(reached, areas && Prisma.sql`app.reach_of_unit(${unit.id}::uuid, ${day}::date, ${areas}::text[])`);
}

/** All of them and, of a viewer who sees a part, those beyond it. */
async function counted(reached: Prisma.Sql, within: Prisma.Sql | null): Promise<Reach> {
  const seen = within ? Prisma.sql`(SELECT count(*)::int FROM ${within} w)` : Prisma.sql`NULL::int`;
  const [row] = await db.$queryRaw<{ women: number; seen: number | null }[]>`
    SELECT (SELECT count(*)::int FROM ${reached} w) AS women, ${seen} AS seen`;
  const women = row?.women ?? 0;
  return { women, beyond: women - (row?.seen ?? women) };
}

/** The same for a digital model: a family or a unit's 1+1 model by its pairs, a club by its members too; see app.reach_of_model. */
export async function countReachOfModel(viewer: Viewer, modelId: string): Promise<Reach | null> {
  if (!isId(modelId)) return null;
  const model = await db.digitalModel.findFirst({
    where: { id: modelId, ...modelsWithin(viewer, 'digital-models.see') },
    select: { id: true },
  });
  if (!model) return null;
  const areas = reachOrAll(viewer, 'pairs.see');
  const reached = Prisma.sql`app.reach_of_model(${model.id}::uuid, ${today()}::date)`;
  return counted(
    reached,
    areas && Prisma.sql`app.reach_of_model(${model.id}::uuid, ${today()}::date, ${areas}::text[])`,
  );
}
