import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { plainOf } from '@/domain/articles/document';
import type { ArticleDraft } from '@/domain/articles/draft';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { type NamedPerson, possibleNames } from './named-people';

const SHOWN_MAX = 5;

type Written = Pick<ArticleDraft, 'id' | 'unit' | 'communeIds' | 'texts'>;

/** People on record in the communes of an article, whose answers the viewer sees, whose full name stands in its newest texts and who have not agreed to be named; not the woman of a story. Five at most. */
export async function listNamedPeople(viewer: Viewer, article: Written): Promise<NamedPerson[]> {
  const areas = reach(viewer, 'consents.see');
  const { marked, unmarked } = possibleNames(article.texts.flatMap(wordsOf));
  if (areas.length === 0 || marked.length === 0) return [];
  const places = [article.unit.id, ...article.communeIds];
  return db.$queryRaw<NamedPerson[]>`
    WITH /* one plan */ named AS MATERIALIZED (
      SELECT p.id FROM person p WHERE app.name_key(p.full_name) = ANY (${marked}::text[])
      UNION SELECT x.id FROM unnest(${unmarked}::text[]) k(name) CROSS JOIN LATERAL (SELECT p.id FROM person p WHERE p.search_key = k.name) x),
    asked AS MATERIALIZED (
      SELECT p.id, p.full_name, p.keeper_unit_id FROM named n JOIN person p ON p.id = n.id
      WHERE p.merged_into_id IS NULL AND p.erased_on IS NULL
        AND p.id IS DISTINCT FROM (SELECT app.record_today(a.subject_person_id) FROM article a WHERE a.id = ${article.id}::uuid)),
    communes AS (SELECT coalesce(s.commune_id, s.unit_id) AS id FROM unit_span s
      WHERE s.unit_id = ANY (${places}::uuid[]) AND s.level <> 'province' AND ${placedTodaySql(Prisma.sql`s`)}),
    placed AS (
      SELECT a.id, a.full_name, s.path, coalesce(s.commune_id, s.unit_id) AS commune_id FROM asked a
      CROSS JOIN LATERAL (SELECT a.keeper_unit_id AS unit_id UNION
        SELECT m.unit_id FROM membership m WHERE m.person_id = a.id AND app.active_on(m.valid_from, m.valid_to, app.today())) u
      JOIN unit_span s ON s.unit_id = u.unit_id AND ${placedTodaySql(Prisma.sql`s`)}),
    seen AS MATERIALIZED (
      SELECT p.id, p.full_name, (array_agg(p.commune_id ORDER BY p.commune_id) FILTER (WHERE p.commune_id IN (SELECT c.id FROM communes c)))[1] AS commune_id FROM placed p
      GROUP BY p.id, p.full_name HAVING bool_or(${withinAreasSql(Prisma.sql`p.path`, areas)}) AND bool_or(p.commune_id IN (SELECT c.id FROM communes c)))
    SELECT w.id::text, w.full_name AS name, coalesce(${unitNameSql(Prisma.sql`w.commune_id`)}, '') AS "communeName"
    FROM seen w WHERE NOT app.consent_stands(w.id, 'name_in_story') ORDER BY w.full_name, w.id LIMIT ${SHOWN_MAX}`;
}

const wordsOf = ({ title, summary, body, easyRead, whatChanged, lines }: Written['texts'][number]) =>
  [title, summary, plainOf(body), easyRead, whatChanged, lines].flatMap((words) => words ?? []);
