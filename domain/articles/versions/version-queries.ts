import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { pageOf, readKey } from '@/domain/page';
import { db, Prisma } from '@/prisma/client';
import type { TextVersion, VersionWords } from './version';

const PAGE = 30;

/** An article `a` that the viewer may see, as SQL. */
const seenSql = (
  viewer: Viewer,
  articleId: string,
) => Prisma.sql`a.id = ${articleId}::uuid AND EXISTS (SELECT FROM unit_span s
  WHERE s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})`;

/** Words that stand and earlier ones, `stands` first within an edition. Emptied ones, of a woman who was erased, are none. */
const versionsSql = (viewer: Viewer, articleId: string, locale: Locale) => Prisma.sql`
  SELECT t.id, e.id AS edition_id, e.number, true AS stands, t.title, t.wrote_at, t.wrote_by_id, e.created_at
    FROM article a JOIN edition e ON e.article_id = a.id JOIN edition_text t ON t.edition_id = e.id
    WHERE ${seenSql(viewer, articleId)} AND t.locale = ${locale} AND t.plain <> ''
  UNION ALL SELECT t.id, e.id, e.number, false, t.title, t.wrote_at, t.wrote_by_id, e.created_at
    FROM article a JOIN edition e ON e.article_id = a.id JOIN earlier_text t ON t.edition_id = e.id
    WHERE ${seenSql(viewer, articleId)} AND t.locale = ${locale}`;

/** All that was saved of an article in one language, newest first, a page at a time; nothing where the viewer may not see it. */
export async function listVersions(
  viewer: Viewer,
  articleId: string,
  locale: Locale,
  after?: string,
): Promise<{ versions: TextVersion[]; next: string | null }> {
  if (!isId(articleId)) return { versions: [], next: null };
  const key = readKey(after);
  const rows = await db.$queryRaw<TextVersion[]>`
    WITH v AS (${versionsSql(viewer, articleId, locale)})
    SELECT v.id::text, v.number AS edition, v.stands, v.title,
      v.stands AND v.number = (SELECT max(x.number) FROM edition x WHERE x.article_id = ${articleId}::uuid) AS newest,
      EXISTS (SELECT FROM publication p WHERE p.text_id = v.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL) AS shown,
      coalesce(v.wrote_at, w.wrote_at, v.created_at) AS at, c.display_name AS by
    FROM v LEFT JOIN LATERAL (SELECT x.account_id, x.wrote_at FROM edition_author x WHERE x.edition_id = v.edition_id
        ORDER BY x.wrote_at DESC LIMIT 1) w ON v.wrote_by_id IS NULL
      LEFT JOIN account c ON c.id = coalesce(v.wrote_by_id, w.account_id)
    WHERE ${key}::uuid IS NULL OR (v.number, v.stands, v.id) < (SELECT k.number, k.stands, k.id FROM v k WHERE k.id = ${key}::uuid)
    ORDER BY v.number DESC, v.stands DESC, v.id DESC LIMIT ${PAGE + 1}`;
  const { page, next } = pageOf(rows, PAGE);
  return { versions: page, next };
}

/** The words of two versions of one article and language, in the order of their ids; of one that is not there, null. */
export async function findVersionWords(
  viewer: Viewer,
  articleId: string,
  locale: Locale,
  ids: readonly string[],
): Promise<(VersionWords | null)[]> {
  const known = ids.filter(isId).slice(0, 2);
  if (!isId(articleId) || known.length === 0) return ids.map(() => null);
  const rows = await db.$queryRaw<(VersionWords & { id: string })[]>`
    WITH v AS (${versionsSql(viewer, articleId, locale)})
    SELECT t.id::text, t.title, t.summary, t.body, t.easy_read AS "easyRead", t.what_changed AS "whatChanged", t.parts, app.pictures_told(t.body, ${viewer.locale}) AS told FROM v
      JOIN (SELECT id, title, summary, body, easy_read, what_changed, parts FROM edition_text WHERE id = ANY (${known}::uuid[])
        UNION ALL SELECT id, title, summary, body, easy_read, what_changed, parts FROM earlier_text WHERE id = ANY (${known}::uuid[])) t ON t.id = v.id
    LIMIT 2`;
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}
