import type { Transaction } from '@/prisma/transaction';
import type { StoryStanding } from './subject-person';

/** Of her answer and a choice at once the second sees the first. False once she was erased, or her record merged into another. */
export async function lockWoman(tx: Transaction, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT erased_on IS NULL AND merged_into_id IS NULL AS there FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return row?.there === true;
}

/** How far an article has come at this moment of a transaction that holds it. */
export async function standingNow(tx: Transaction, articleId: string): Promise<StoryStanding> {
  const [row] = await tx.$queryRaw<[StoryStanding]>`
    SELECT e.state::text AS "editionState",
      ARRAY (SELECT p.locale FROM publication p WHERE p.article_id = e.article_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL) AS "publicIn",
      EXISTS (SELECT FROM publication p WHERE p.article_id = e.article_id AND p.published_at IS NULL AND p.ended_at IS NULL) AS scheduled
    FROM edition e WHERE e.article_id = ${articleId}::uuid ORDER BY e.number DESC LIMIT 1`;
  return row;
}

/** Says of whom an article tells; its version rises. */
export const setSubject = (tx: Transaction, articleId: string, personId: string | null) =>
  tx.article.update({ where: { id: articleId }, data: { subjectPersonId: personId }, select: { id: true } });

/** Ends what of an article may not be told any more, and says how many publications. */
export async function endUntold(tx: Transaction, articleId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ ended: number }[]>`SELECT app.end_untold(ARRAY[${articleId}::uuid]) AS ended`;
  return row?.ended ?? 0;
}

/** Whether the name of the woman an edition's article tells of stands in a text of it. */
export async function saysHerName(tx: Transaction, editionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ one: number }[]>`
    SELECT 1 AS one FROM edition_text t JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id
      JOIN person p ON p.id = app.record_today(a.subject_person_id)
    WHERE t.edition_id = ${editionId}::uuid AND app.says_name(t, p.full_name) LIMIT 1`;
  return rows.length > 0;
}
