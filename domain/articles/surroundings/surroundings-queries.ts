import { Prisma } from '@/prisma/client';

/** What stands beside the words of an article `a`, for a statement that reads it: rows of `unit_id` and of `skill_id`, and a column for each other one. */
export type SurroundingsSql = Record<
  'communes' | 'topics' | 'sourceName' | 'sourceUrl' | 'subjectModelId' | 'subjectUnitId',
  Prisma.Sql
>;

/** As its readers see it. */
export const shownSql: SurroundingsSql = {
  communes: Prisma.sql`(SELECT c.unit_id FROM article_commune c WHERE c.article_id = a.id)`,
  topics: Prisma.sql`(SELECT t.skill_id FROM article_topic t WHERE t.article_id = a.id)`,
  sourceName: Prisma.sql`a.source_name`,
  sourceUrl: Prisma.sql`a.source_url`,
  subjectModelId: Prisma.sql`a.subject_model_id::text`,
  subjectUnitId: Prisma.sql`a.subject_unit_id::text`,
};

const broughtOr = (name: 'sourceName' | 'sourceUrl', shown: Prisma.Sql) =>
  Prisma.sql`CASE WHEN e.surroundings IS NULL THEN ${shown} ELSE e.surroundings->>${name}::text END`;

/** As an edition `e` of it brings it along, which readers do not see yet. */
export const broughtSql: SurroundingsSql = {
  communes: Prisma.sql`(SELECT c.unit_id FROM article_commune c WHERE c.article_id = a.id AND e.surroundings IS NULL
    UNION ALL SELECT n::uuid FROM jsonb_array_elements_text(e.surroundings->'communeIds') n)`,
  topics: Prisma.sql`(SELECT t.skill_id FROM article_topic t WHERE t.article_id = a.id AND NOT coalesce(jsonb_exists(e.surroundings, 'topics'), false)
    UNION ALL SELECT b.id FROM jsonb_array_elements_text(e.surroundings->'topics') n JOIN skill b ON b.code = n)`,
  sourceName: broughtOr('sourceName', shownSql.sourceName),
  sourceUrl: broughtOr('sourceUrl', shownSql.sourceUrl),
  subjectModelId: Prisma.sql`CASE WHEN jsonb_exists(e.surroundings, 'subjectModelId') THEN e.surroundings->>'subjectModelId' ELSE ${shownSql.subjectModelId} END`,
  subjectUnitId: Prisma.sql`CASE WHEN jsonb_exists(e.surroundings, 'subjectUnitId') THEN e.surroundings->>'subjectUnitId' ELSE ${shownSql.subjectUnitId} END`,
};
