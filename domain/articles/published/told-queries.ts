import type { Locale } from '@/domain/locale';
import { keptUntilOver } from '@/prisma/kept/kept-values';
import { ALERTS_MAX, type ArticleCard, type ArticleKind, endsOf } from '../article';
import { listPublishedNewest } from '../queries';

/**
 * What the page of a commune, by its slug, tells of it and warns of. Kept until a piece of it changes or an alert ends: figures, which draw that page
 * anew, move far more often.
 */
export const listPublishedTold = (locale: Locale, slug: string): Promise<Record<ArticleKind, ArticleCard[]>> =>
  keptUntilOver(
    `articles told of ${slug} ${locale}`,
    [`told:${slug}`, 'articles:alert', 'articles', 'courses', 'units', 'today'],
    () => listPublishedNewest(locale, { story: 3, news: 3, alert: ALERTS_MAX }, slug),
    ({ alert }) => endsOf(alert),
  );
