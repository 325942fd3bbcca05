import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { db, Prisma } from '@/prisma/client';
import type { TranslationSource } from './two-texts';

/** What the newest English text of an article follows in Vietnamese; null where it says nothing of it, or the viewer may not see it. */
export async function findTranslationSource(viewer: Viewer, articleId: string): Promise<TranslationSource | null> {
  if (!isId(articleId)) return null;
  const [row] = await db.$queryRaw<TranslationSource[]>`
    SELECT o.title, o.summary, o.plain, o.body, app.pictures_told(o.body, ${viewer.locale}) AS told FROM article a
      JOIN LATERAL (SELECT x.id FROM edition x WHERE x.article_id = a.id ORDER BY x.number DESC LIMIT 1) e ON true
      JOIN edition_text en ON en.edition_id = e.id AND en.locale = 'en'
      JOIN translation_source o ON o.article_id = a.id AND o.sha256 = en.translated_from_sha
    WHERE a.id = ${articleId}::uuid AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
      AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})`;
  return row ?? null;
}

export type Address = { locale: Locale; slug: string };

const ADDRESSES_MAX = 200;

/** Which article each of these addresses leads to, by "vi slug"; those that never led to one are left out. */
export async function findPublishedTwins(addresses: readonly Address[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const rows = await db.articleSlug.findMany({
    where: { OR: addresses.slice(0, ADDRESSES_MAX).map(({ locale, slug }) => ({ locale, slug })) },
    select: { locale: true, slug: true, articleId: true },
    take: ADDRESSES_MAX,
  });
  return new Map(rows.map(({ locale, slug, articleId }) => [`${locale} ${slug}`, articleId]));
}
