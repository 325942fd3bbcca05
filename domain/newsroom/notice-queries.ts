import type { OverAlert } from '@/domain/articles/alerts/alert';
import { type ArticleKind, kindsBeside } from '@/domain/articles/article';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';

/** What an address says of an article that is public no more, and since when. */
export type PublishedNotice = { is: 'withdrawn'; notice: string; at: Date } | OverAlert;

type Row = {
  kind: ArticleKind;
  locale: Locale;
  notice: string | null;
  reason: string | null;
  at: Date;
  title: string;
  mayTell: boolean;
  communes: string[];
  twinSlug: string;
};

/**
 * What the address, old or current, of an article that is public no more says; null where nothing was ever there, or it is to say nothing. An
 * alert that was lent out under this language is over here too.
 */
export async function findPublishedNotice(
  locale: Locale,
  kind: ArticleKind,
  slug: string,
): Promise<PublishedNotice | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.kind::text AS kind, s.locale, CASE WHEN app.note_may_show(p.notice, t.id) THEN p.notice END AS notice, p.ended_at AS at, p.end_reason::text AS reason, t.title,
      app.may_tell_of_her(t.id) AS "mayTell",
      ARRAY (SELECT u.slug FROM article_commune c JOIN unit u ON u.id = c.unit_id WHERE c.article_id = a.id ORDER BY u.slug) AS communes,
      coalesce((SELECT o.slug FROM article_slug o WHERE o.article_id = a.id AND o.locale <> ${locale} AND o.retired_at IS NULL LIMIT 1), s.slug) AS "twinSlug"
    FROM article_slug s JOIN article a ON a.id = s.article_id
      JOIN publication p ON p.article_id = a.id AND p.locale = s.locale AND p.published_at IS NOT NULL JOIN edition_text t ON t.id = p.text_id
    WHERE s.slug = ${slug} AND a.kind = ANY (${kindsBeside(kind)}::article_kind[])
      AND (s.locale = ${locale} OR NOT EXISTS (SELECT FROM article_slug o WHERE o.locale = ${locale} AND o.slug = s.slug))
    ORDER BY p.published_at DESC LIMIT 1`;
  if (!row) return null;
  const { at, notice, title, locale: told, communes, twinSlug } = row;
  if (row.reason === 'withdrawn') return notice && told === locale ? { is: 'withdrawn', notice, at } : null;
  return row.kind === 'alert' && row.reason === 'expired' && row.mayTell
    ? { is: 'over', title, told, communes, twinSlug, at }
    : null;
}
