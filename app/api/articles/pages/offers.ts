import { getTranslations } from 'next-intl/server';
import { articleHref } from '@/components/articles/article-href';
import { whenWords } from '@/components/trainings/time-words';
import type { PortalPage } from '@/domain/articles/documents/page-asking';
import { listPublishedTopics } from '@/domain/articles/published/topic-queries';
import { modelKinds } from '@/domain/digital-models/digital-model';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { slugOf } from '@/domain/indicators/indicator';
import { searchPublished } from '@/domain/search/queries';
import { foundAmong, type Indexed, indexed } from '@/domain/search/told';
import type { Piece } from '@/domain/texts/excerpt';
import { wordsOf } from '@/domain/texts/search-words';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const OFFERS_MAX = 12;
/** Of each kind so many, so that none hides the others. */
const MOST = 3;

/** Pages that are there for everybody and of which there is one each. */
export const lastingPages = [
  'coverage',
  'coverageBoundaries',
  'indicators',
  'openData',
  'guides',
  'news',
  'stories',
  'models',
  'trainings',
  'topicWait',
  'subscriptions',
  'certificates',
  'reportCheck',
  'about',
  'privacy',
  'accessibility',
] as const;

const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** Public pages that a question means: those that last, then what is found by its words; marks and capitals make no difference. */
export async function pagesFor(locale: Locale, question: string): Promise<PortalPage[]> {
  if (wordsOf(question).length === 0) return [];
  const [lasting, models, topics, { communes, sessions, articles, indicators }, t] = await Promise.all([
    lastingOffers(locale, question),
    modelOffers(locale, question),
    topicOffers(locale, question),
    searchPublished(locale, question),
    getTranslations({ locale, namespace: 'trainings' }),
  ]);
  const told = indicators.map(
    ({ code, name }): PortalPage => ({
      href: hrefTo(locale, 'indicator', { slug: slugOf(code, locale) }),
      title: plain(name),
      kind: 'page',
    }),
  );
  const each: PortalPage[][] = [
    [...lasting, ...told],
    models,
    communes.map(({ slug, name }) => ({ href: hrefTo(locale, 'commune', { slug }), title: name, kind: 'commune' })),
    topics,
    sessions.sessions.map(({ slug, course, unit, ...session }) => ({
      href: hrefTo(locale, 'session', { slug }),
      title: course.title,
      kind: 'session',
      note: `${whenWords(t, locale, session)}, ${unit}`,
    })),
  ];
  const before = each.flatMap((offers) => offers.slice(0, MOST));
  const rest = articles.articles.map(
    ({ title, ...article }): PortalPage => ({
      href: articleHref(locale, article),
      title: plain(title),
      kind: 'article',
    }),
  );
  return [...before.slice(0, OFFERS_MAX - Math.min(rest.length, MOST)), ...rest].slice(0, OFFERS_MAX);
}

const found = <Key>(told: readonly Omit<Indexed<Key>, 'inName' | 'inAll'>[], question: string) =>
  foundAmong(indexed(told), question).map(({ key, name }) => ({ key, title: plain(name) }));

async function lastingOffers(locale: Locale, question: string): Promise<PortalPage[]> {
  const t = await getTranslations({ locale, namespace: 'articles.pages.names' });
  const told = lastingPages.map((key) => ({ key, name: t(`${key}.name`), lead: t(`${key}.also`), text: '' }));
  return found(told, question).map(({ key, title }) => ({ href: hrefTo(locale, key), title, kind: 'page' }));
}

async function modelOffers(locale: Locale, question: string): Promise<PortalPage[]> {
  const t = await getTranslations({ locale, namespace: 'models-explained' });
  const told = modelKinds.map((key) => ({ key, name: t(`${key}.name`), lead: '', text: '' }));
  return found(told, question).map(({ key, title }) => ({
    href: hrefTo(locale, 'model', { slug: modelSlugs[key][locale] }),
    title,
    kind: 'model',
  }));
}

/** The guides and the news of a topic, where there are any. */
async function topicOffers(locale: Locale, question: string): Promise<PortalPage[]> {
  const [t, guides, news] = await Promise.all([
    getTranslations({ locale, namespace: 'articles.pages.topics' }),
    listPublishedTopics(locale, 'guide'),
    listPublishedTopics(locale, 'news'),
  ]);
  const lists = [
    ['guides', guides],
    ['news', news],
  ] as const;
  return lists.flatMap(([list, topics]) =>
    found(
      topics.map(({ code, name }) => ({ key: code, name, lead: '', text: '' })),
      question,
    ).map(({ key, title }) => ({
      href: hrefTo(locale, list, {}, { topic: key }),
      title: t(list, { topic: title }),
      kind: 'topic' as const,
    })),
  );
}
