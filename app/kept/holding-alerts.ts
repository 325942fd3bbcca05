import 'server-only';
import { dependsOn, isOverAt } from '@/app/cache-tags';
import { ALERTS_MAX, type ArticleCard, endsOf } from '@/domain/articles/article';
import { listPublishedNewest } from '@/domain/articles/queries';
import type { Locale } from '@/i18n/locales';

/**
 * What communes, by their slugs, and the whole city are warned of now; without one the city alone. The page is drawn anew when an alert of any
 * of these comes or goes, and as one ends.
 */
export async function holdingAlerts(locale: Locale, communes: readonly string[]): Promise<ArticleCard[]> {
  const { alert: alerts } = await listPublishedNewest(locale, { alert: ALERTS_MAX }, communes);
  await dependsOn('articles:alert', ...communes.map((slug) => `told:${slug}` as const));
  await isOverAt(...endsOf(alerts));
  return alerts;
}
