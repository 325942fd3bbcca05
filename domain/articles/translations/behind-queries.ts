import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';

const BEHIND_MAX = 1_000;

/** The newest edition of an article `a` with both its texts, where English (`en`) follows other words than Vietnamese (`vi`) has. */
const BEHIND = Prisma.sql`JOIN edition e ON e.article_id = a.id AND NOT EXISTS (SELECT FROM edition x WHERE x.article_id = e.article_id AND x.number > e.number)
  JOIN edition_text vi ON vi.edition_id = e.id AND vi.locale = 'vi'
  JOIN edition_text en ON en.edition_id = e.id AND en.locale = 'en' AND en.translated_from_sha IS DISTINCT FROM vi.sha256`;

const withinSql = (viewer: Viewer, permission: 'articles.see' | 'articles.write') =>
  Prisma.sql`a.kind <> 'page' AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
    AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, permission))})`;

/** Ids of articles that the viewer may see and whose newest English text is behind; of more than a thousand the newest. */
export async function listBehind(viewer: Viewer): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id::text AS id FROM article a ${BEHIND} WHERE ${withinSql(viewer, 'articles.see')} ORDER BY a.id DESC LIMIT ${BEHIND_MAX}`;
  return rows.map(({ id }) => id);
}

export type BehindTranslations = { count: number; first: { id: string; title: string }[] };

/**
 * Articles that the viewer writes, whose Vietnamese text readers see while English is behind it: how many, and `most` of them with
 * their titles, the newest first. What is translated already and waits for its approval is none of them.
 */
export async function findBehindTranslations(viewer: Viewer, most: number): Promise<BehindTranslations> {
  const rows = await db.$queryRaw<{ id: string; title: string; count: number }[]>`
    SELECT a.id::text AS id, vi.title, count(*) OVER ()::int AS count FROM article a ${BEHIND}
      JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.published_at IS NOT NULL AND p.ended_at IS NULL
      JOIN edition_text seen ON seen.id = p.text_id AND seen.sha256 IS DISTINCT FROM en.translated_from_sha
    WHERE ${withinSql(viewer, 'articles.write')} ORDER BY a.id DESC LIMIT ${most}`;
  return { count: rows[0]?.count ?? 0, first: rows.map(({ id, title }) => ({ id, title })) };
}
