import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { pageOf, readKey } from '@/domain/page';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { Beside } from './beside';
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

/** Beside the words of an edition `e`: of the newest what stands there now, of one before what stood there when the next was begun. */
const standsBesideSql = Prisma.sql`coalesce(e.beside, CASE WHEN e.number = (SELECT max(n.number) FROM edition n WHERE n.article_id = e.article_id) THEN app.beside_of(e.id) END)`;

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

/** What stood beside the words of a version of an article; null where nothing is known of that, or of the version. */
export async function findBeside(viewer: Viewer, articleId: string, textId: string): Promise<Beside | null> {
  if (!isId(articleId) || !isId(textId)) return null;
  const rows = await db.$queryRaw<{ beside: Beside | null }[]>`
    SELECT CASE WHEN k.id IS NULL THEN ${standsBesideSql} ELSE k.beside END AS beside FROM article a JOIN edition e ON e.article_id = a.id
      LEFT JOIN earlier_text k ON k.edition_id = e.id AND k.id = ${textId}::uuid LEFT JOIN edition_text s ON s.edition_id = e.id AND s.id = ${textId}::uuid
    WHERE ${seenSql(viewer, articleId)} AND (k.id IS NOT NULL OR s.id IS NOT NULL) LIMIT 1`;
  return rows[0]?.beside ?? null;
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
    SELECT t.id::text, t.title, t.summary, t.body, t.easy_read AS "easyRead", t.what_changed AS "whatChanged", t.parts, t.beside,
      app.pictures_told(jsonb_build_array(t.body, jsonb_build_object('type', 'picture', 'attrs', jsonb_build_object('ref', t.beside->>'picture'))), ${viewer.locale}) AS told,
      (SELECT m.name FROM digital_model m WHERE m.id::text = t.beside->>'model') AS model,
      (SELECT ${unitNameSql(Prisma.sql`u.id`)} FROM unit u WHERE u.id::text = t.beside->>'unit') AS unit FROM v
      JOIN (SELECT x.id, x.title, x.summary, x.body, x.easy_read, x.what_changed, x.parts, ${standsBesideSql} AS beside
          FROM edition_text x JOIN edition e ON e.id = x.edition_id WHERE x.id = ANY (${known}::uuid[])
        UNION ALL SELECT id, title, summary, body, easy_read, what_changed, parts, beside FROM earlier_text WHERE id = ANY (${known}::uuid[])) t ON t.id = v.id
    LIMIT 2`;
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}
