import { Feed } from 'feed';
import { getTranslations } from 'next-intl/server';
import { partsAsked } from '@/app/address';
import { dependsOn } from '@/app/cache-tags';
import { absolute } from '@/app/metadata';
import { articleHref } from '@/components/articles/article-href';
import { placeName } from '@/components/coverage/coverage-table';
import { type ArticleCard, articleKinds } from '@/domain/articles/article';
import { listPublishedArticles, listPublishedSkills } from '@/domain/articles/queries';
import { withMark } from '@/domain/texts/with-mark';
import { findPublishedCommune, findPublishedSuccessor } from '@/domain/units/queries';
import { type Locale, localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { feedDescription, feedTitle } from '../feed-words';

/** The same for everyone, kept until something is published or withdrawn there; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const ITEMS_MAX = 50;

type Props = { params: Promise<{ locale: string; by?: string[] }> };
type Asked = { commune?: string; topic?: string };

/** The newest articles for feed readers, in the language of the address: all, of a commune (its slug), of a topic (its code), or of both. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: said, by = [] } = await params;
  const locale = localeAsked(said);
  const asked: Asked = partsAsked(by);
  await dependsOn(...partsOf(asked));
  const named = await namesOf(locale, asked);
  if (!named) return elsewhere(locale, asked);
  const { articles } = await listPublishedArticles(locale, { ...asked, take: ITEMS_MAX });
  const feed = await feedOf(locale, { asked, named, articles });
  return new Response(feed.rss2(), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
}

/** The feed of a commune that is no more leads to that of the one that took its place, like its page. */
async function elsewhere(locale: Locale, asked: Asked): Promise<Response> {
  const successor = asked.commune === undefined ? null : await findPublishedSuccessor(asked.commune);
  if (!successor) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 308,
    headers: { location: hrefTo(locale, 'feed', {}, { ...asked, commune: successor }) },
  });
}

/** What is published or withdrawn there; names of communes too. */
const partsOf = ({ commune, topic }: Asked) => [
  ...(commune ? ([`told:${commune}`, 'units', 'today'] as const) : []),
  ...(topic ? [`topic:${topic}` as const] : []),
  ...(commune || topic ? [] : articleKinds.map((kind) => `articles:${kind}` as const)),
];

/** What the address names, in words: none where it names neither; null where there is no such commune or topic. */
async function namesOf(locale: Locale, { commune, topic }: Asked): Promise<string[] | null> {
  const [t, place, topics] = await Promise.all([
    getTranslations({ locale, namespace: 'coverage' }),
    commune === undefined ? undefined : findPublishedCommune(commune),
    topic === undefined ? [] : listPublishedSkills(locale),
  ]);
  const skill = topics.find(({ code }) => code === topic);
  if (place === null || (topic !== undefined && !skill)) return null;
  return [...(place ? [placeName(t, place)] : []), ...(skill ? [skill.name] : [])];
}

type Told = { asked: Asked; named: string[]; articles: ArticleCard[] };

async function feedOf(locale: Locale, { asked, named, articles }: Told): Promise<Feed> {
  const [t, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'articles.feed' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const title = [t('title'), ...named].join(' · ');
  const home = absolute(hrefTo(locale, asked.commune ? 'commune' : 'home', { slug: asked.commune ?? '' }));
  const own = absolute(hrefTo(locale, 'feed', {}, asked));
  const feed = new Feed({
    id: own,
    link: home,
    title,
    description: t('description'),
    language: locale,
    copyright: t('publisher'),
    generator: t('title'),
    updated: new Date(articles[0]?.publishedAt ?? 0),
    feedLinks: { rss: own },
  });
  for (const article of articles)
    feed.addItem({
      // Stays the same when its address moves: nobody gets it twice.
      id: `urn:uuid:${article.id}`,
      link: absolute(articleHref(locale, article)),
      title: feedTitle(article.title),
      description: feedDescription(withMark(article.summary, article.demo ? ui('demo') : null)),
      date: new Date(article.publishedAt),
      category: article.topics.map(({ name }) => ({ name })),
    });
  return feed;
}
