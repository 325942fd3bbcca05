import type { Transaction } from '@/prisma/transaction';

/** Of her answer and a choice at once the second sees the first. */
export const lockWoman = (tx: Transaction, personId: string) =>
  tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;

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
