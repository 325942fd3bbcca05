import { Feed } from 'feed';
import { getTranslations } from 'next-intl/server';
import { absolute } from '@/app/metadata';
import { listPublishedAddresses } from '@/domain/articles/queries';
import { defaultLocale, isLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

export const dynamic = 'force-dynamic';

const ITEMS_MAX = 50;

/** The newest news and stories for feed readers, in the language of the address. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const asked = (await params).locale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const t = await getTranslations({ locale, namespace: 'articles' });
  const articles = (await listPublishedAddresses(locale)).slice(0, ITEMS_MAX);
  const feed = new Feed({
    id: absolute(hrefTo(locale, 'home')),
    link: absolute(hrefTo(locale, 'home')),
    title: t('feed.title'),
    description: t('feed.description'),
    language: locale,
    copyright: t('feed.publisher'),
    updated: new Date(articles[0]?.publishedAt ?? Date.now()),
    feedLinks: { rss: absolute(hrefTo(locale, 'feed')) },
  });
  for (const article of articles) {
    const link = absolute(hrefTo(locale, article.kind === 'story' ? 'story' : 'newsArticle', { slug: article.slug }));
    feed.addItem({
      id: link,
      link,
      title: article.title,
      description: article.summary,
      date: new Date(article.publishedAt),
    });
  }
  return new Response(feed.rss2(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
}
