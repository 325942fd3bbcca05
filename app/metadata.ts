import type { Metadata } from 'next';
import { env } from '@/domain/ground/env';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';

/** A picture of a page for those who are sent its address, the first one above all. */
export type SharedImage = { url: string; width: number; height: number; alt: string };

type PageFacts = {
  locale: Locale;
  route: RouteName;
  params?: Record<string, string>;
  /** the same page in the other language; null when it exists in this one only */
  twinParams?: Record<string, string> | null;
  /** the page lends out the text of the other language: that is where it lasts, and there is no pair */
  untranslated?: boolean;
  title: string;
  description?: string;
  type?: 'website' | 'article';
  /** its own feed, of a commune or a topic; all pages name that of all articles */
  feed?: { commune?: string; topic?: string };
  /** what is seen of it before it is opened; the portal's own picture where it has none */
  card?: SharedImage[];
  /** pages that depend on a question are read, not indexed */
  index?: boolean;
};

export const absolute = (path: string) => `${env.PORTAL_URL}${path}`;

/** The head of a public page: its lasting address, its twin in the other language, what it says when shared. */
export function pageMetadata({
  locale,
  route,
  params = {},
  twinParams = params,
  type = 'website',
  index = true,
  untranslated = false,
  card,
  feed,
  ...facts
}: PageFacts): Metadata {
  const own = absolute(hrefTo(untranslated ? otherLocale(locale) : locale, route, params));
  const twin = twinParams && absolute(hrefTo(otherLocale(locale), route, twinParams));
  const languages = { [locale]: own, ...(twin ? { [otherLocale(locale)]: twin } : {}) };
  const name = locale === 'vi' ? 'Phụ nữ số Đồng Nai' : 'Digital Women of Đồng Nai';
  const title = route === 'home' ? facts.title : `${facts.title} · ${name}`;
  const description = facts.description ? { description: facts.description } : {};
  const images = card ?? [{ url: absolute('/share.png'), width: 1200, height: 630, alt: name }];
  const [image] = images;
  return {
    title,
    ...description,
    alternates: {
      canonical: own,
      ...(untranslated ? {} : { languages: { ...languages, 'x-default': languages.vi ?? own } }),
      types: {
        'application/rss+xml': feedsOf(locale, name, feed && { asked: feed, title: `${facts.title} · ${name}` }),
      },
    },
    openGraph: {
      images,
      title: facts.title,
      ...description,
      url: own,
      siteName: name,
      type,
      locale: locale === 'vi' ? 'vi_VN' : 'en_GB',
    },
    twitter: {
      card: 'summary_large_image',
      title: facts.title,
      ...description,
      ...(image && { images: [{ url: image.url, alt: image.alt }] }),
    },
    ...(index ? {} : { robots: { index: false, follow: true } }),
  };
}

type OwnFeed = { asked: { commune?: string; topic?: string }; title: string };

/** Where readers of feeds find what is published: here above all, and everywhere. */
const feedsOf = (locale: Locale, name: string, own: OwnFeed | undefined) => [
  ...(own ? [{ url: absolute(hrefTo(locale, 'feed', {}, own.asked)), title: own.title }] : []),
  { url: absolute(hrefTo(locale, 'feed')), title: name },
];

/** Structured data for search engines, safe inside a script element. */
export const jsonLd = (data: object) => JSON.stringify(data).replace(/</g, '\\u003c');
