import { BreadcrumbList } from '@/app/breadcrumb-list';
import { absolute } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { articleHref, articleRoute, switchTo } from '@/components/articles/article-href';
import { type PublishedArticle, shelfOf } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { ArticleJsonLd } from './article-json-ld';
import { ArticlePiece } from './article-piece';

type ContentProps = { locale: Locale; article: PublishedArticle };

/** One piece: its text, and beside it the place it comes from, what one can learn there, and what to read next. */
export async function ArticleContent({ locale, article }: ContentProps) {
  const url = absolute(articleHref(locale, article));
  const short = absolute(hrefTo(locale, 'articleByNumber', { slug: String(article.number) }));
  return (
    <Shell locale={locale} route={articleRoute(article.kind)} twinParams={switchTo(article)}>
      <ArticlePiece locale={locale} article={article} sent={{ url, short }} />
      <ArticleJsonLd locale={locale} article={article} />
      <BreadcrumbList locale={locale} part={shelfOf[article.kind]} name={article.title} />
    </Shell>
  );
}
