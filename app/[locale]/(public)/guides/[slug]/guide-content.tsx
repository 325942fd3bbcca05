import { BreadcrumbList } from '@/app/breadcrumb-list';
import { absolute } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { switchTo } from '@/components/articles/article-href';
import type { PublishedArticle } from '@/domain/articles/article';
import { findPublishedGuide } from '@/domain/guides/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { GuidePiece } from './guide-piece';
import { HowToJsonLd } from './how-to-json-ld';

type ContentProps = { locale: Locale; article: PublishedArticle };

/** One guide: what she needs, the steps, what to do when it goes wrong, and whom to ask. */
export async function GuideContent({ locale, article }: ContentProps) {
  const guide = await findPublishedGuide(locale, article.id);
  if (!guide) return null;
  const slug = { slug: article.slug };
  const sent = {
    url: absolute(hrefTo(locale, 'guide', slug)),
    short: absolute(hrefTo(locale, 'articleByNumber', { slug: String(article.number) })),
    card: hrefTo(locale, 'guideCard', slug),
  };
  return (
    <Shell locale={locale} route="guide" twinParams={switchTo(article)}>
      <GuidePiece locale={locale} article={article} guide={guide} sent={sent} />
      <HowToJsonLd locale={locale} article={article} guide={guide} />
      <BreadcrumbList locale={locale} part="guides" name={article.title} />
    </Shell>
  );
}
