import { useTranslations } from 'next-intl';
import type { ArticlePlace } from '@/domain/articles/article';
import { bareName } from '@/domain/units/bare-name';

type KindWords = ReturnType<typeof useTranslations<'coverage.kindName'>>;
type Words = ReturnType<typeof useTranslations<'articles.places'>>;
type Place = Pick<ArticlePlace, 'kind' | 'name'>;

/** The place of a piece: "Phường Trảng Dài", "3 xã, phường", or the whole city. */
export function placeWordsOf(kinds: KindWords, t: Words) {
  const nameOf = ({ kind, name }: Place) => kinds(kind, { name: bareName(name) });
  const placesOf = (places: readonly Place[]) => {
    const [only] = places;
    if (!only) return t('everywhere');
    return places.length === 1 ? nameOf(only) : t('several', { count: places.length });
  };
  return { nameOf, placesOf };
}

/** The same where it is drawn. */
export const usePlaceWords = () =>
  placeWordsOf(useTranslations('coverage.kindName'), useTranslations('articles.places'));
