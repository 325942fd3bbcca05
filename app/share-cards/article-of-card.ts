import { dependsOn, isOverAt } from '@/app/cache-tags';
import { type ArticleKind, endsOf, type PublishedArticle } from '@/domain/articles/article';
import { findPublishedArticle } from '@/domain/articles/queries';
import type { Locale } from '@/i18n/locales';

/** The public article at whose address a card lies, with what drops the card; an old address has none. */
export async function articleOfCard(locale: Locale, kind: ArticleKind, slug: string): Promise<PublishedArticle | null> {
  const article = await findPublishedArticle(locale, kind, slug);
  if (!article) return null;
  await dependsOn(`article:${article.id}`, 'units', 'today');
  if ('movedTo' in article) return null;
  await isOverAt(...endsOf([article]));
  return article;
}
