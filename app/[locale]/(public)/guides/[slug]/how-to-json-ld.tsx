import { getTranslations } from 'next-intl/server';
import { JsonLd } from '@/app/json-ld';
import { absolute } from '@/app/metadata';
import { articleImages } from '@/app/share-cards/article-card';
import { stepAnchor } from '@/components/guides/guide-parts';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Guide } from '@/domain/guides/guide';
import { withMark } from '@/domain/texts/with-mark';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const UNION = { vi: 'Hội Liên hiệp Phụ nữ Đồng Nai', en: "Đồng Nai Women's Union" } as const;

type HowToProps = { locale: Locale; article: PublishedArticle; guide: Guide };

/** The guide as search engines and speaking assistants read it. */
export async function HowToJsonLd({ locale, article, guide }: HowToProps) {
  const [ui, images] = await Promise.all([getTranslations('ui'), articleImages(locale, article)]);
  const url = absolute(hrefTo(locale, 'guide', { slug: article.slug }));
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'HowTo',
        name: article.title,
        description: withMark(article.summary, article.demo ? ui('demo') : null),
        image: images.map((image) => image.url),
        inLanguage: locale,
        url,
        datePublished: article.publishedAt,
        dateModified: article.changedAt,
        publisher: { '@type': 'Organization', name: UNION[locale], url: absolute(hrefTo(locale, 'about')) },
        supply: guide.needs.map((name) => ({ '@type': 'HowToSupply', name })),
        step: guide.steps.map(({ title, body }, at) => ({
          '@type': 'HowToStep',
          position: at + 1,
          name: title,
          text: body,
          url: `${url}#${stepAnchor(at)}`,
        })),
      }}
    />
  );
}
