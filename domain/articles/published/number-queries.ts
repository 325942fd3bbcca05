import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { type ArticleKind, articleKinds } from '../article';
import { isPublicSql } from '../card-queries';

/** Where a short address leads: the public article of a number, in the language asked for or else in the other; null where none is public. */
export async function findPublishedNumber(
  locale: Locale,
  number: string,
): Promise<{ locale: Locale; kind: ArticleKind; slug: string } | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const [row] = await db.$queryRaw<{ locale: Locale; kind: ArticleKind; slug: string }[]>`
    SELECT p.locale, a.kind::text AS kind, s.slug FROM article a
      JOIN publication p ON p.article_id = a.id AND ${isPublicSql}
      JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
    WHERE a.number = ${Number(number)}::int AND a.kind::text = ANY (${[...articleKinds]})
    ORDER BY p.locale = ${locale} DESC LIMIT 1`;
  return row ?? null;
}
