import type { ArticleCard, Topic } from '@/domain/articles/article';
import { isPublicSql } from '@/domain/articles/card-queries';
import { listPublishedSkills } from '@/domain/articles/queries';
import { addDays, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { findNextPublished } from '@/domain/trainings/published/published-queries';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { db } from '@/prisma/client';
import { dropValues, keptValue } from '@/prisma/kept/kept-values';

/** The topics of today that a search can be narrowed to, and that are worth a try; they are kept. */
export const listPublishedTopicsToSearch = (locale: Locale): Promise<readonly Topic[]> =>
  keptValue(`search topics ${locale} ${today()}`, ['courses', 'today'], () => listPublishedSkills(locale));

const GUIDES_MAX = 200;

/** Public guides of a language by their titles, the newest first; they are kept. */
export const listPublishedGuidesToSearch = (
  locale: Locale,
): Promise<readonly Pick<ArticleCard, 'kind' | 'slug' | 'title'>[]> =>
  keptValue(
    `search guides ${locale}`,
    ['articles:guide', 'today'],
    () =>
      db.$queryRaw`
      SELECT 'guide' AS kind, s.slug, t.title
      FROM publication p JOIN article a ON a.id = p.article_id AND a.kind = 'guide'
        JOIN edition_text t ON t.id = p.text_id
        JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
      WHERE p.locale = ${locale} AND ${isPublicSql} ORDER BY p.first_at DESC, p.article_id DESC LIMIT ${GUIDES_MAX}`,
  );

const DAYS_AHEAD = 92;

/** The class that begins next, for whoever found nothing; kept until it is over. How many of its seats are free may be of before. */
export async function findPublishedComing(locale: Locale): Promise<PublishedSession | null> {
  const day = today();
  const read = () => findNextPublished(locale, { from: day, to: addDays(day, DAYS_AHEAD) });
  const tags = ['trainings', 'sessions:province', 'courses', 'units', 'today'];
  const name = `search coming ${locale} ${day}`;
  const kept = await keptValue(name, [...tags, name], read);
  if (!kept || kept.session.endsAt > new Date()) return kept?.session ?? null;
  dropValues([name]);
  return (await keptValue(name, [...tags, name], read))?.session ?? null;
}
