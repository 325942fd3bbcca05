import { getTranslations } from 'next-intl/server';
import { articleRoute } from '@/components/articles/article-href';
import { placeWordsOf } from '@/components/articles/place-words';
import type { ShareCard, TakenPicture } from '@/components/layout/share-cards/share-card';
import { type ArticleKind, articleKinds, type PublishedArticle } from '@/domain/articles/article';
import { subjectOf } from '@/domain/articles/subject';
import type { Locale } from '@/i18n/locales';
import { wordOf } from '@/i18n/routes';
import { drawnFor } from './drawn-picture';
import { sharedImages } from './shared-images';

/** The part of a card's address that says of which kind the article is: as its own address has it. */
export const kindSlug = (locale: Locale, kind: ArticleKind): string => wordOf(locale, articleRoute(kind));

export const kindNamed = (locale: Locale, slug: string): ArticleKind | undefined =>
  articleKinds.find((kind) => kindSlug(locale, kind) === slug);

/**
 * What is seen of an article before it is opened: its title and its place, beside the picture at its head where everybody in that agreed to it on
 * a card, else beside a drawing.
 */
export async function articleCard(locale: Locale, article: PublishedArticle): Promise<ShareCard> {
  const [shared, kinds, places, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'articles.sharedCard' }),
    getTranslations({ locale, namespace: 'coverage.kindName' }),
    getTranslations({ locale, namespace: 'articles.places' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  return {
    title: article.title,
    words: null,
    line: placeWordsOf(kinds, places).placesOf(article.places),
    picture: takenOf(article, (alt) => shared('picture', { alt })) ?? drawnFor(article),
    place: article.places[0]?.code ?? null,
    subject: subjectOf(article),
    demo: article.demo ? ui('demo') : null,
  };
}

function takenOf({ lead }: PublishedArticle, said: (alt: string) => string): TakenPicture | null {
  if (!lead?.onCard) return null;
  const { id, alt, width, height, widths, focal } = lead;
  return { kind: 'taken', id, words: said(alt), width, height, widths, focal };
}

/** The same card without a picture that was taken. */
export const drawnCard = (card: ShareCard, article: PublishedArticle): ShareCard =>
  card.picture.kind === 'taken' ? { ...card, picture: drawnFor(article) } : card;

export const articleImages = async (locale: Locale, article: PublishedArticle) =>
  sharedImages(locale, await articleCard(locale, article), {
    route: 'shareCard',
    params: { of: kindSlug(locale, article.kind), slug: article.slug },
  });
