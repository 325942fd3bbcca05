import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache, type ReactNode } from 'react';
import { dependsOn, isOverAt, markGone, markMissing } from '@/app/cache-tags';
import { localeOf } from '@/app/locale';
import { pageMetadata } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { articleImages } from '@/app/share-cards/article-card';
import { Shell } from '@/app/shell';
import { OverAlert as OverAlertPage } from '@/components/articles/alerts/over-alert';
import { articleHref, articleRoute } from '@/components/articles/article-href';
import { WithdrawnArticle } from '@/components/newsroom/withdrawn-article';
import type { OverAlert } from '@/domain/articles/alerts/alert';
import { ALERTS_MAX, type ArticleKind, endsOf, type PublishedArticle, shelfOf } from '@/domain/articles/article';
import { findPublishedArticle, listPublishedNewest } from '@/domain/articles/queries';
import { findPublishedNotice } from '@/domain/newsroom/notice-queries';
import { withMark } from '@/domain/texts/with-mark';
import type { Locale } from '@/i18n/locales';
import { ArticleContent } from './article-content';
import { type LentPage, loadUntranslated, Untranslated, untranslatedMetadata } from './untranslated';

type Params = Promise<{ locale: string; slug: string }>;

/** A piece by its address, once a page. */
export const loadPiece = cache(findPublishedArticle);

/** The head of a piece's page; of an address that leads to nothing, or on, only that it is not to be indexed. */
export async function metadataOf(kind: ArticleKind, params: Params): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug: asked } = await params;
  const article = await loadPiece(locale, kind, asked);
  const lent = article ? null : await loadUntranslated(locale, kind, asked);
  if (lent && !('movedTo' in lent)) return untranslatedMetadata({ locale, article: lent });
  if (!article || 'movedTo' in article) {
    const t = await getTranslations('articles');
    return { title: t(`${shelfOf[kind]}.title`), robots: { index: false } };
  }
  const { title, summary, slug, twinSlug, demo } = article;
  const [ui, card] = await Promise.all([getTranslations('ui'), articleImages(locale, article)]);
  return pageMetadata({
    locale,
    route: articleRoute(kind),
    params: { slug },
    twinParams: twinSlug === null ? null : { slug: twinSlug },
    title,
    description: withMark(summary, demo ? ui('demo') : null),
    type: 'article',
    card,
  });
}

type PieceProps = {
  kind: ArticleKind;
  params: Params;
  /** what the page of such a piece holds */
  content?: (props: { locale: Locale; article: PublishedArticle }) => Promise<ReactNode>;
  /** where this page of a piece is under another slug */
  hrefOf?: (locale: Locale, slug: string) => string;
  /** what it holds under the language in which readers have no text yet */
  lent?: LentPage;
};

/** One piece by its address. An old address leads on for good. */
export async function ArticleOf({
  kind,
  params,
  content: Content = ArticleContent,
  hrefOf,
  lent = Untranslated,
}: PieceProps) {
  const locale = await localeOf(params);
  const article = await loadPiece(locale, kind, (await params).slug);
  if (!article) return <NothingThere locale={locale} kind={kind} slug={(await params).slug} lent={lent} />;
  await dependsOn(`article:${article.id}`, 'units', 'today');
  if ('movedTo' in article) {
    const slug = article.movedTo;
    permanentRedirect((hrefOf?.(locale, slug) ?? articleHref(locale, { kind, slug })) as never);
  }
  await dependsOn('courses');
  await isOverAt(...endsOf([article]));
  return <Content locale={locale} article={article} />;
}

type NothingProps = {
  locale: Locale;
  kind: ArticleKind;
  slug: string;
  lent: LentPage;
};

/** An address where no piece of this language is: it is there in the other one, or was withdrawn or is over and says so, or nothing is known of it. */
async function NothingThere({ locale, kind, slug, lent: Lent }: NothingProps) {
  const [notice, lent] = await Promise.all([
    findPublishedNotice(locale, kind, slug),
    loadUntranslated(locale, kind, slug),
  ]);
  if (lent && !notice) return <Lent locale={locale} kind={kind} found={lent} />;
  if (!notice) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  await markGone();
  if (notice.is === 'over') return <Over locale={locale} over={notice} />;
  return (
    <Shell locale={locale} route={articleRoute(kind)} twinParams={null}>
      <WithdrawnArticle locale={locale} {...notice} />
    </Shell>
  );
}

async function Over({ locale, over }: { locale: Locale; over: OverAlert }) {
  const { alert: alerts } = await listPublishedNewest(locale, { alert: ALERTS_MAX }, over.communes);
  return (
    <Shell locale={locale} route={articleRoute('alert')} twinParams={{ slug: over.twinSlug }}>
      <OverAlertPage locale={locale} over={over} alerts={alerts} />
    </Shell>
  );
}
