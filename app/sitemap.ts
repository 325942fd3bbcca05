import type { MetadataRoute } from 'next';
import { articleHref } from '@/components/articles/article-href';
import { listPublishedAddresses, type PublishedAddress } from '@/domain/articles/queries';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { publicCodes, slugOf } from '@/domain/indicators/indicator';
import { listPublishedSlugs } from '@/domain/trainings/published/published-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { type Locale, locales } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';
import { absolute } from './metadata';

export const dynamic = 'force-dynamic';

const PAGES: RouteName[] = [
  'home',
  'news',
  'stories',
  'guides',
  'models',
  'trainings',
  'coverage',
  'indicators',
  'openData',
  'subscriptions',
  'about',
  'privacy',
  'accessibility',
];

/** Every public address with its twin in the other language: what lasts, and the sessions that are to come. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [communes, sessions, vi, en] = await Promise.all([
    listPublishedCommunes(),
    listPublishedSlugs(),
    listPublishedAddresses('vi'),
    listPublishedAddresses('en'),
  ]);
  const slugs = {
    vi: new Map(vi.map((article) => [article.id, article])),
    en: new Map(en.map((article) => [article.id, article])),
  };
  return [
    ...PAGES.flatMap((name) => twins((locale) => hrefTo(locale, name))),
    ...modelKinds().flatMap((kind) => twins((locale) => hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] }))),
    ...publicCodes.flatMap((code) => twins((locale) => hrefTo(locale, 'indicator', { slug: slugOf(code, locale) }))),
    ...communes.flatMap(({ slug }) => twins((locale) => hrefTo(locale, 'commune', { slug }))),
    ...sessions.flatMap((slug) => twins((locale) => hrefTo(locale, 'session', { slug }))),
    ...[...new Set([...slugs.vi.keys(), ...slugs.en.keys()])].flatMap((id) =>
      articleTwins(slugs.vi.get(id), slugs.en.get(id)),
    ),
  ];
}

const modelKinds = () => Object.keys(modelSlugs) as (keyof typeof modelSlugs)[];

const twins = (hrefOf: (locale: Locale) => string): MetadataRoute.Sitemap =>
  locales.map((locale) => ({
    url: absolute(hrefOf(locale)),
    alternates: { languages: { vi: absolute(hrefOf('vi')), en: absolute(hrefOf('en')) } },
  }));

function articleTwins(vi: PublishedAddress | undefined, en: PublishedAddress | undefined): MetadataRoute.Sitemap {
  const hrefOf = (locale: Locale, article: PublishedAddress | undefined) =>
    article && absolute(articleHref(locale, article));
  const urls = { vi: hrefOf('vi', vi), en: hrefOf('en', en) };
  const languages = Object.fromEntries(
    Object.entries(urls).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return Object.entries(languages).map(([locale, url]) => {
    const changed = (locale === 'vi' ? vi : en)?.changedAt;
    return { url, alternates: { languages }, ...(changed ? { lastModified: changed } : {}) };
  });
}
