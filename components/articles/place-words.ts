import { useTranslations } from 'next-intl';
import type { ArticlePlace } from '@/domain/articles/article';
import { bareName } from '@/domain/units/bare-name';

/** The place of a piece: "Phường Trảng Dài", "3 xã, phường", or the whole city. */
export function usePlaceWords() {
  const kinds = useTranslations('coverage.kindName');
  const t = useTranslations('articles.places');
  const nameOf = ({ kind, name }: Pick<ArticlePlace, 'kind' | 'name'>) => kinds(kind, { name: bareName(name) });
  const placesOf = (places: readonly ArticlePlace[]) => {
    const [only] = places;
    if (!only) return t('everywhere');
    return places.length === 1 ? nameOf(only) : t('several', { count: places.length });
  };
  return { nameOf, placesOf };
}
