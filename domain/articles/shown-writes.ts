import type { Transaction } from '@/prisma/transaction';
import type { ShownArticle } from './article';

/** Writing in, publishing, withdrawing and moving one article wait for each other, and for an erasure of whom it tells of. */
export const holdArticle = (tx: Transaction, articleId: string) =>
  tx.$queryRaw`SELECT 1 FROM article WHERE id = ${articleId}::uuid FOR UPDATE`;

/** How readers find articles at this moment of a transaction that holds them; nothing of one that is not public. */
export const shownOf = (tx: Transaction, ...articleIds: string[]): Promise<ShownArticle[]> =>
  foundOf(tx, articleIds, false);

/** How readers found articles until a moment ago, also those that are public no more. */
export const goneOf = (tx: Transaction, ...articleIds: string[]): Promise<ShownArticle[]> =>
  foundOf(tx, articleIds, true);

const foundOf = (tx: Transaction, articleIds: string[], gone: boolean) => tx.$queryRaw<ShownArticle[]>`
  SELECT a.id::text, a.kind::text,
    ARRAY (SELECT k.code FROM article_topic t JOIN skill k ON k.id = t.skill_id WHERE t.article_id = a.id) AS topics,
    ARRAY (SELECT u.slug FROM unnest(app.places_of_article(a.id)) place JOIN unit u ON u.id = place) AS places
  FROM article a
  WHERE a.id = ANY (${articleIds}::uuid[]) AND a.kind <> 'page'
    AND (${gone} OR EXISTS (SELECT FROM publication p WHERE p.article_id = a.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL))`;

/** Whether readers see an article in any language, at this moment of a transaction that holds it. */
export const isShown = async (tx: Transaction, articleId: string): Promise<boolean> =>
  (await shownOf(tx, articleId)).length > 0;

/** The same before and after what changes it: an article that loses a place was found there. */
export async function whileShown(
  tx: Transaction,
  articleId: string,
  change: () => Promise<void>,
): Promise<ShownArticle[]> {
  await holdArticle(tx, articleId);
  const before = await shownOf(tx, articleId);
  await change();
  return [...before, ...(await shownOf(tx, articleId))];
}
