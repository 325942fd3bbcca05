import { type ArticleCard, type ArticleKind, shelfOf } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const routeOf = { news: 'newsArticle', stories: 'story', guides: 'guide' } as const;

/** The public address of a piece: news, stories and guides have places of their own. */
export const articleRoute = (kind: ArticleKind) => routeOf[shelfOf[kind]];

export const articleHref = (locale: Locale, { kind, slug }: Pick<ArticleCard, 'kind' | 'slug'>) =>
  hrefTo(locale, articleRoute(kind), { slug });
