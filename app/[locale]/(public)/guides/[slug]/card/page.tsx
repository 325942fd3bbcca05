import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/locale';
import { absolute, pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { GuideCard } from '@/components/guides/guide-card';
import { MoreLink } from '@/components/ui/button';
import type { PublishedArticle } from '@/domain/articles/article';
import { findPublishedGuide } from '@/domain/guides/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { ArticleOf, loadPiece } from '../../../news/article-of';

type Props = PageProps<'/[locale]/guides/[slug]/card'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, article] = await Promise.all([getTranslations('guides.card'), loadPiece(locale, 'guide', slug)]);
  if (!article || 'movedTo' in article) return { title: t('title'), robots: { index: false } };
  const twin = article.twinSlug;
  return pageMetadata({
    locale,
    route: 'guideCard',
    params: { slug },
    twinParams: twin === null ? null : { slug: twin },
    title: `${t('title')}: ${article.title}`,
    description: t('hint'),
    index: false,
  });
}

const cardHref = (locale: Locale, slug: string) => hrefTo(locale, 'guideCard', { slug });

/** A guide on half a sheet of paper, to be kept beside the phone. */
export default function GuideCardPage({ params }: Props) {
  return <ArticleOf kind="guide" params={params} content={CardContent} hrefOf={cardHref} />;
}

async function CardContent({ locale, article }: { locale: Locale; article: PublishedArticle }) {
  const { slug, twinSlug, number } = article;
  const [t, guide] = await Promise.all([getTranslations('guides.card'), findPublishedGuide(locale, article.id)]);
  if (!guide) return null;
  return (
    <Shell locale={locale} route="guideCard" twinParams={twinSlug === null ? null : { slug: twinSlug }}>
      <div className="wrap section print:p-0">
        <div className="no-print mx-auto mb-6 max-w-[44em]">
          <p className="mb-2">{t('hint')}</p>
          <MoreLink href={hrefTo(locale, 'guide', { slug })}>{t('back')}</MoreLink>
        </div>
        <GuideCard
          article={article}
          guide={guide}
          short={absolute(hrefTo(locale, 'articleByNumber', { slug: String(number) }))}
        />
      </div>
    </Shell>
  );
}
