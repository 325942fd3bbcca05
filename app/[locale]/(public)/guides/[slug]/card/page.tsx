import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/locale';
import { absolute, pageMetadata } from '@/app/metadata';
import { Shell } from '@/app/shell';
import { switchTo } from '@/components/articles/article-href';
import { UntranslatedNotice } from '@/components/articles/translations/untranslated-notice';
import { GuideCard } from '@/components/guides/guide-card';
import { MoreLink } from '@/components/ui/button';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Guide } from '@/domain/guides/guide';
import { findPublishedGuide } from '@/domain/guides/queries';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { ArticleOf, loadPiece } from '../../../news/article-of';
import { type LentPage, lentOf, loadUntranslated } from '../../../news/untranslated';

type Props = PageProps<'/[locale]/guides/[slug]/card'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [t, article] = await Promise.all([getTranslations('guides.card'), loadPiece(locale, 'guide', slug)]);
  const lent = article ? null : await loadUntranslated(locale, 'guide', slug);
  if (lent && !('movedTo' in lent)) return { title: `${t('title')}: ${lent.title}`, robots: { index: false } };
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
  return <ArticleOf kind="guide" params={params} content={CardContent} hrefOf={cardHref} lent={LentCard} />;
}

/** The sheet itself, in the language of the guide. */
async function CardIn({ locale, article, guide }: { locale: Locale; article: PublishedArticle; guide: Guide }) {
  const [t, layout, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'guides' }),
    getTranslations({ locale, namespace: 'layout' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const short = absolute(hrefTo(locale, 'articleByNumber', { slug: String(article.number) }));
  return <GuideCard t={t} layout={layout} demo={ui('demo')} article={article} guide={guide} short={short} />;
}

async function CardContent({ locale, article }: { locale: Locale; article: PublishedArticle }) {
  const { slug } = article;
  const [t, guide] = await Promise.all([getTranslations('guides.card'), findPublishedGuide(locale, article.id)]);
  if (!guide) return null;
  return (
    <Shell locale={locale} route="guideCard" twinParams={switchTo(article)}>
      <div className="wrap section print:p-0">
        <div className="no-print mx-auto mb-6 max-w-[44em]">
          <p className="mb-2">{t('hint')}</p>
          <MoreLink href={hrefTo(locale, 'guide', { slug })}>{t('back')}</MoreLink>
        </div>
        <CardIn locale={locale} article={article} guide={guide} />
      </div>
    </Shell>
  );
}

/** The card in the language in which the guide is written; what is printed leads to the guide in that language. */
const LentCard: LentPage = async ({ locale, kind, found }) => {
  const article = await lentOf({ locale, kind, found }, (slug) => cardHref(locale, slug));
  const told = otherLocale(locale);
  const [t, guide] = await Promise.all([getTranslations('guides.card'), findPublishedGuide(told, article.id)]);
  if (!guide) return null;
  return (
    <Shell locale={locale} route="guideCard" twinParams={{ slug: article.slug }}>
      <div className="wrap section print:p-0">
        <div className="no-print mx-auto mb-6 max-w-[44em]">
          <UntranslatedNotice locale={locale} href={cardHref(told, article.slug)} />
          <p className="mt-5 mb-2">{t('hint')}</p>
          <MoreLink href={hrefTo(locale, 'guide', { slug: article.slug })}>{t('back')}</MoreLink>
        </div>
        <div lang={told}>
          <CardIn locale={told} article={article} guide={guide} />
        </div>
      </div>
    </Shell>
  );
};
