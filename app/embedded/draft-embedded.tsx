import { withinForColleagues } from '@/components/articles/pictures/pictures-within';
import type { Viewer } from '@/domain/access/viewer';
import type { CardView } from '@/domain/articles/cards/card-view';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { PictureWithin } from '@/domain/articles/pictures/text-picture';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import type { Locale } from '@/i18n/locales';
import { cardsTold, drawnCards } from './text-cards';

type Embedded = { cards: ReadonlyMap<string, CardView>; within: ReadonlyMap<string, PictureWithin> };

/** What stands in the newest text of an article beside its words: what its cards tell readers, and its pictures with whether they see them. */
export async function readEmbedded(viewer: Viewer, article: ArticleDraft, locale: Locale): Promise<Embedded> {
  const body = article.texts.find((text) => text.locale === locale)?.body;
  const [cards, within] = await Promise.all([
    body ? cardsTold(locale, body) : new Map<string, CardView>(),
    mapTextPictures(viewer, article, locale),
  ]);
  return { cards, within };
}

/** The same, drawn for colleagues: cards as readers see them, pictures with whether they do. */
export const drawnEmbedded = (locale: Locale, { cards, within }: Embedded) => ({
  cards: drawnCards(locale, cards),
  pictures: withinForColleagues(within.values()),
});
