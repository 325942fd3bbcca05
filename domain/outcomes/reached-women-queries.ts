import { reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, startOf } from '@/domain/days/day';
import { unitNameSql } from '@/domain/units/name-queries';
import { Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { POOLED_BELOW } from './taught';
import { courseTitleSql } from './taught-queries';

/** Days in Viet Nam, [from, behind). */
type Span = { from: Day; behind: Day };

/** Women with a record whom sessions that were held reached, within both rights of the viewer, and who of them agrees to be counted. */
const reachedSql = (viewer: Viewer, { from, behind }: Span) => Prisma.sql`
  reached AS MATERIALIZED (SELECT DISTINCT u.commune_id, s.course_id, a.person_id FROM session s JOIN app.unit_place u ON u.unit_id = s.unit_id
    JOIN attendance a ON a.session_id = s.id AND a.mark IN ('present', 'late') JOIN person p ON p.id = a.person_id AND p.erased_on IS NULL
    JOIN app.unit_place k ON k.unit_id = p.keeper_unit_id
    WHERE s.state = 'held' AND s.starts_at >= ${startOf(from)} AND s.starts_at < ${startOf(behind)}
      AND app.within(u.path, ${reach(viewer, 'outcomes.see-taught')}::text[])
      AND app.within(k.path, ${reach(viewer, 'sensitive.see')}::text[])),
  woman AS MATERIALIZED (SELECT d.person_id, app.consent_stands(d.person_id, 'sensitive_data') AS agrees
    FROM (SELECT DISTINCT person_id FROM reached) d)`;

export type ReachedRow = {
  by: 'commune' | 'course';
  key: string | null;
  name: string;
  people: number;
  consenting: number;
};

/**
 * How many women each commune and course reached, and how many agree to be counted. Courses where fewer than fifty
 * agree stand in the last row, without a key: by who agrees, not by what is counted.
 */
export const reachedRows = (viewer: Viewer, span: Span, tx: Transaction): Promise<ReachedRow[]> =>
  tx.$queryRaw<ReachedRow[]>`
    WITH ${reachedSql(viewer, span)},
      small AS (SELECT r.course_id FROM (SELECT DISTINCT course_id, person_id FROM reached) r JOIN woman w USING (person_id)
        GROUP BY 1 HAVING count(*) FILTER (WHERE w.agrees) < ${POOLED_BELOW}),
      keyed AS (SELECT DISTINCT 'commune' AS by, commune_id AS key, person_id FROM reached WHERE commune_id IS NOT NULL
        UNION SELECT 'course', CASE WHEN s.course_id IS NULL THEN r.course_id END, person_id FROM reached r LEFT JOIN small s USING (course_id)),
      counted AS (SELECT k.by, k.key, count(*)::int AS people, (count(*) FILTER (WHERE w.agrees))::int AS consenting
        FROM keyed k JOIN woman w USING (person_id) GROUP BY 1, 2)
    SELECT c.by, c.key::text, c.people, c.consenting, coalesce(CASE c.by WHEN 'commune' THEN ${unitNameSql(Prisma.sql`c.key`)}
      ELSE ${courseTitleSql(viewer, Prisma.sql`c.key`)} END, '') AS name
    FROM counted c ORDER BY c.by, c.key IS NULL, name, c.key`;

/** A woman whose priority groups are written and who agrees to be counted, with where she was reached and in what. */
export type SealedWoman = { id: string; communes: string[]; courses: string[] };

/** Those who agree and whose priority groups are written, each once. */
export const sealedWomen = (viewer: Viewer, span: Span, tx: Transaction): Promise<SealedWoman[]> =>
  tx.$queryRaw<SealedWoman[]>`
    WITH ${reachedSql(viewer, span)},
      hers AS (SELECT r.person_id, coalesce(array_agg(DISTINCT r.commune_id::text) FILTER (WHERE r.commune_id IS NOT NULL), '{}') AS communes,
        array_agg(DISTINCT r.course_id::text) AS courses FROM reached r JOIN woman w USING (person_id) WHERE w.agrees GROUP BY 1)
    SELECT h.person_id::text AS id, h.communes, h.courses FROM hers h WHERE EXISTS (SELECT FROM app.records_of(h.person_id) o
      JOIN sensitive_field f ON f.person_id = o.id AND f.field = 'priority_groups')`;
