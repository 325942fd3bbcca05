import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import type { ArticleKind, PublishedArticle } from '../article';
import { findPublishedArticle } from '../queries';

/**
 * What stands at the slug of an article under the other language: its text, while readers have none in this one, or `movedTo` its slug in
 * it. Null for what was withdrawn from this language, and for another's address.
 */
export async function findPublishedUntranslated(
  locale: Locale,
  kind: ArticleKind,
  slug: string,
): Promise<PublishedArticle | { id: string; movedTo: string } | null> {
  // an address that this language once gave keeps what it says of itself, whatever stands at the same words in the other
  if (await db.articleSlug.findUnique({ where: { locale_slug: { locale, slug } }, select: { id: true } })) return null;
  const found = await findPublishedArticle(locale === 'vi' ? 'en' : 'vi', kind, slug, locale);
  if (!found) return null;
  if (found.twinSlug !== null) return { id: found.id, movedTo: found.twinSlug };
  if ('movedTo' in found) return found;
  return found.untranslatedSlug === null ? null : found;
}
