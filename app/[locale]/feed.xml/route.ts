import { Feed } from 'feed';
import { getTranslations } from 'next-intl/server';
import { dependsOn } from '@/app/cache-tags';
import { absolute } from '@/app/metadata';
import { articleHref } from '@/components/articles/article-href';
import { listPublishedAddresses } from '@/domain/articles/queries';
import { defaultLocale, isLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** One feed for everyone, kept until something is published or withdrawn; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const ITEMS_MAX = 50;

/** The newest news and stories for feed readers, in the language of the address. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const asked = (await params).locale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  await dependsOn('articles:news', 'articles:story');
  const [t, articles] = await Promise.all([
    getTranslations({ locale, namespace: 'articles.feed' }),
    listPublishedAddresses(locale, ITEMS_MAX),
  ]);
  const feed = new Feed({
    id: absolute(hrefTo(locale, 'home')),
    link: absolute(hrefTo(locale, 'home')),
    title: t('title'),
    description: t('description'),
    language: locale,
    copyright: t('publisher'),
    generator: t('title'),
    updated: new Date(articles[0]?.publishedAt ?? 0),
    feedLinks: { rss: absolute(hrefTo(locale, 'feed')) },
  });
  for (const article of articles) {
    feed.addItem({
      // Stays the same when its address moves: nobody gets it twice.
      id: `urn:uuid:${article.id}`,
      link: absolute(articleHref(locale, article)),
      title: article.title,
      description: article.summary,
      date: new Date(article.publishedAt),
      category: article.topics.map(({ name }) => ({ name })),
    });
  }
  return new Response(feed.rss2(), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
}
