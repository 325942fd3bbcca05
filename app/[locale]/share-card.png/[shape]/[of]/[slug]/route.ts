import { dependsOn } from '@/app/cache-tags';
import { articleCard, drawnCard, kindNamed } from '@/app/share-cards/article-card';
import { articleOfCard } from '@/app/share-cards/article-of-card';
import { cardResponse } from '@/app/share-cards/card-response';
import { cityCard, communeCard } from '@/app/share-cards/coverage-card';
import type { ShareCard } from '@/components/layout/share-cards/share-card';
import type { ArticleKind } from '@/domain/articles/article';
import { CITY_SLUG } from '@/domain/figures/figure';
import { findPublishedCommune } from '@/domain/units/queries';
import { type Locale, localeAsked } from '@/i18n/locales';
import { wordOf } from '@/i18n/routes';

/** The same for everyone, kept and dropped like the page that names it; nothing is drawn while building. */
export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Props = { params: Promise<{ locale: string; shape: string; of: string; slug: string }> };

/** The card of an article, of a commune, or of the whole city, drawn: what was taken of anybody lies at an address of its own. */
export async function GET(_request: Request, { params }: Props) {
  const { locale: asked, shape, of, slug } = await params;
  const locale = localeAsked(asked);
  return cardResponse(locale, shape, () => cardOf(locale, of, slug));
}

async function cardOf(locale: Locale, of: string, slug: string): Promise<ShareCard | null> {
  if (of === wordOf(locale, 'commune')) return cardOfCommune(locale, slug);
  if (of === wordOf(locale, 'coverage')) {
    await dependsOn('figures:province', 'units', 'today');
    return slug === CITY_SLUG ? cityCard(locale) : null;
  }
  const kind = kindNamed(locale, of);
  return kind ? cardOfArticle(locale, kind, slug) : null;
}

async function cardOfCommune(locale: Locale, slug: string): Promise<ShareCard | null> {
  const commune = await findPublishedCommune(slug);
  if (!commune) return null;
  await dependsOn(`figures:${commune.id}`, 'units', 'today');
  return communeCard(locale, commune);
}

async function cardOfArticle(locale: Locale, kind: ArticleKind, slug: string): Promise<ShareCard | null> {
  const article = await articleOfCard(locale, kind, slug);
  return article && drawnCard(await articleCard(locale, article), article);
}
