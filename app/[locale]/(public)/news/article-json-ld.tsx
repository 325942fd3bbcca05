import { getTranslations } from 'next-intl/server';
import { publicSubjectUnit } from '@/app/embedded/subject-unit';
import { JsonLd } from '@/app/json-ld';
import { absolute } from '@/app/metadata';
import { articleImages } from '@/app/share-cards/article-card';
import { articleHref } from '@/components/articles/article-href';
import type { PublishedArticle } from '@/domain/articles/article';
import type { UnitTold } from '@/domain/articles/subject-unit/subject-unit';
import { withMark } from '@/domain/texts/with-mark';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const UNION = { vi: 'Hội Liên hiệp Phụ nữ Đồng Nai', en: "Đồng Nai Women's Union" } as const;

/** The piece as search engines read it. */
export async function ArticleJsonLd({ locale, article }: { locale: Locale; article: PublishedArticle }) {
  const url = absolute(articleHref(locale, article));
  const union = { '@type': 'Organization', name: UNION[locale], url: absolute(hrefTo(locale, 'about')) } as const;
  const [ui, images, unit] = await Promise.all([
    getTranslations('ui'),
    articleImages(locale, article),
    publicSubjectUnit(article),
  ]);
  const data: object = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: withMark(article.summary, article.demo ? ui('demo') : null),
    image: images.map(({ url }) => url),
    datePublished: article.publishedAt,
    dateModified: article.changedAt,
    inLanguage: locale,
    url,
    mainEntityOfPage: url,
    author: union,
    publisher: union,
    keywords: article.topics.map(({ name }) => name),
    contentLocation: article.places.map(({ name }) => ({ '@type': 'Place', name: `${name}, Đồng Nai` })),
    ...(unit ? { about: aboutOf(locale, unit) } : {}),
    ...(article.source ? { creditText: article.source.name } : {}),
    ...(article.source?.url ? { isBasedOn: article.source.url } : {}),
  };
  return <JsonLd data={data} />;
}

/** The unit a story tells of, at the page where it stands today. */
function aboutOf(locale: Locale, { name, now, last }: UnitTold) {
  const place = now[0]?.place ?? last;
  return {
    '@type': 'Organization',
    name,
    ...(place && { url: absolute(hrefTo(locale, 'commune', { slug: place.slug })) }),
  };
}
