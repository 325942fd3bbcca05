import type { ArticleCard } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** The public address of a piece: news and stories have places of their own. */
export const articleRoute = (kind: ArticleCard['kind']) => (kind === 'story' ? 'story' : 'newsArticle');

export const articleHref = (locale: Locale, { kind, slug }: Pick<ArticleCard, 'kind' | 'slug'>) =>
  hrefTo(locale, articleRoute(kind), { slug });
