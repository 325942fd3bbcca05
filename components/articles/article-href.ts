import { type ArticleCard, type ArticleKind, type PublishedArticle, shelfOf } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const routeOf = { news: 'newsArticle', stories: 'story', guides: 'guide' } as const;

/** The public address of a piece: news, stories and guides have places of their own. */
export const articleRoute = (kind: ArticleKind) => routeOf[shelfOf[kind]];

export const articleHref = (locale: Locale, { kind, slug }: Pick<ArticleCard, 'kind' | 'slug'>) =>
  hrefTo(locale, articleRoute(kind), { slug });

/** The slug to which the switch of languages leads: of the twin, or the own one, under which the other language lends the text out. */
export const switchTo = ({ twinSlug, untranslatedSlug }: Pick<PublishedArticle, 'twinSlug' | 'untranslatedSlug'>) => {
  const slug = twinSlug ?? untranslatedSlug;
  return slug === null ? null : { slug };
};
