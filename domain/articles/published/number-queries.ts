import type { Locale } from '@/domain/locale';
import { db, Prisma } from '@/prisma/client';
import { type ArticleKind, articleKinds } from '../article';

/** It left the public last in this language and its address says so: by a notice, or as an alert that has ended. */
const SAYS_SO = Prisma.sql`(p.end_reason = 'withdrawn' AND p.notice IS NOT NULL AND app.note_may_show(p.notice, p.text_id) OR p.end_reason = 'expired' AND a.kind = 'alert' AND app.may_tell_of_her(p.text_id))
  AND NOT EXISTS (SELECT FROM publication y WHERE y.article_id = p.article_id AND y.locale = p.locale AND y.published_at > p.published_at)`;

/**
 * Where a short address leads: the public article of a number, in the language asked for or else in the other; where none is public, to the
 * address that says why. Null where nothing says so.
 */
export async function findPublishedNumber(
  locale: Locale,
  number: string,
): Promise<{ locale: Locale; kind: ArticleKind; slug: string } | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const [row] = await db.$queryRaw<{ locale: Locale; kind: ArticleKind; slug: string }[]>`
    SELECT p.locale, a.kind::text AS kind, s.slug FROM article a
      JOIN publication p ON p.article_id = a.id AND p.published_at IS NOT NULL AND (p.ended_at IS NULL OR ${SAYS_SO})
      JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
    WHERE a.number = ${Number(number)}::int AND a.kind = ANY (${[...articleKinds]}::article_kind[])
    ORDER BY p.ended_at IS NULL DESC, p.locale = ${locale} DESC LIMIT 1`;
  return row ?? null;
}
