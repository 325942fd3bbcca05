import { withinForColleagues } from '@/components/articles/pictures/pictures-within';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { toldOf } from '@/domain/articles/pictures/text-picture';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import type { Locale } from '@/i18n/locales';
import { previewCards } from './text-cards';

/**
 * What stands in the newest text of an article beside its words, for colleagues: cards as readers see them, pictures with whether they
 * do, and what these show.
 */
export async function draftEmbedded(viewer: Viewer, article: ArticleDraft, locale: Locale) {
  const [cards, within] = await Promise.all([
    previewCards(locale, article.texts.find((text) => text.locale === locale)?.body),
    mapTextPictures(viewer, article, locale),
  ]);
  return { embedded: { cards, pictures: withinForColleagues(within.values()) }, told: toldOf(within.values()) };
}
