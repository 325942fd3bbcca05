import type { Metadata } from 'next';
import { env } from '@/domain/ground/env';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';

type PageFacts = {
  locale: Locale;
  route: RouteName;
  params?: Record<string, string>;
  /** the same page in the other language; null when it exists in this one only */
  twinParams?: Record<string, string> | null;
  title: string;
  description?: string;
  type?: 'website' | 'article';
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
  ...facts
}: PageFacts): Metadata {
  const own = absolute(hrefTo(locale, route, params));
  const twin = twinParams && absolute(hrefTo(otherLocale(locale), route, twinParams));
  const languages = { [locale]: own, ...(twin ? { [otherLocale(locale)]: twin } : {}) };
  const name = locale === 'vi' ? 'Phụ nữ số Đồng Nai' : 'Digital Women of Đồng Nai';
  const title = route === 'home' ? facts.title : `${facts.title} · ${name}`;
  const description = facts.description ? { description: facts.description } : {};
  return {
    title,
    ...description,
    alternates: { canonical: own, languages: { ...languages, 'x-default': languages.vi ?? own } },
    openGraph: {
      images: [{ url: absolute('/share.png'), width: 1200, height: 630, alt: name }],
      title: facts.title,
      ...description,
      url: own,
      siteName: name,
      type,
      locale: locale === 'vi' ? 'vi_VN' : 'en_GB',
    },
    ...(index ? {} : { robots: { index: false, follow: true } }),
  };
}

/** Structured data for search engines, safe inside a script element. */
export const jsonLd = (data: object) => JSON.stringify(data).replace(/</g, '\\u003c');
