import { type ArticleKind, kindsBeside } from '@/domain/articles/article';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';

/** What an address says of an article that was withdrawn, and when that was. */
export type WithdrawalNotice = { notice: string; at: Date };

/** The notice at the address, old or current, of a withdrawn article; null where nothing was ever there, or it is to say nothing. */
export async function findPublishedNotice(
  locale: Locale,
  kind: ArticleKind,
  slug: string,
): Promise<WithdrawalNotice | null> {
  const [row] = await db.$queryRaw<(WithdrawalNotice & { reason: string })[]>`
    SELECT p.notice, p.ended_at AS at, p.end_reason::text AS reason FROM article_slug s JOIN article a ON a.id = s.article_id
      JOIN publication p ON p.article_id = a.id AND p.locale = s.locale AND p.published_at IS NOT NULL
    WHERE s.locale = ${locale} AND s.slug = ${slug} AND a.kind::text = ANY (${kindsBeside(kind)})
    ORDER BY p.published_at DESC LIMIT 1`;
  return row?.notice && row.reason === 'withdrawn' ? { notice: row.notice, at: row.at } : null;
}
