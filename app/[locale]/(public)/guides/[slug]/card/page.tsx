import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { dependsOn, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { absolute, pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import { GuideCard } from '@/components/guides/guide-card';
import { MoreLink } from '@/components/ui/button';
import { findPublishedArticle } from '@/domain/articles/queries';
import { findPublishedGuide } from '@/domain/guides/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type Props = PageProps<'/[locale]/guides/[slug]/card'>;

const load = cache(async (locale: Locale, slug: string) => {
  const article = await findPublishedArticle(locale, 'guide', slug);
  if (!article || 'movedTo' in article) return null;
  const guide = await findPublishedGuide(locale, article.id);
  return guide && { article, guide };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, loaded] = await Promise.all([getTranslations('guides.card'), load(locale, slug)]);
  if (!loaded) return { title: t('title'), robots: { index: false } };
  const twin = loaded.article.twinSlug;
  return pageMetadata({
    locale,
    route: 'guideCard',
    params: { slug },
    twinParams: twin === null ? null : { slug: twin },
    title: `${t('title')}: ${loaded.article.title}`,
    description: t('hint'),
    index: false,
  });
}

/** A guide on half a sheet of paper, to be kept beside the phone. */
export default async function GuideCardPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, loaded] = await Promise.all([getTranslations('guides.card'), load(locale, slug)]);
  if (!loaded) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  const { article, guide } = loaded;
  await dependsOn(`article:${article.id}`, 'courses');
  return (
    <Shell locale={locale} route="guideCard" twinParams={article.twinSlug === null ? null : { slug: article.twinSlug }}>
      <div className="wrap section print:p-0">
        <div className="no-print mx-auto mb-6 max-w-[44em]">
          <p className="mb-2">{t('hint')}</p>
          <MoreLink href={hrefTo(locale, 'guide', { slug })}>{t('back')}</MoreLink>
        </div>
        <GuideCard article={article} guide={guide} url={absolute(hrefTo(locale, 'guide', { slug }))} />
      </div>
    </Shell>
  );
}
