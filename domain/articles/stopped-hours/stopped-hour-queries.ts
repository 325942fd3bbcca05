import { reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import type { StoppedHour } from './stopped-hour';

const ARTICLES_MAX = 50;

/** Whether she writes an article `a`. */
const writtenBySql = (viewer: Viewer) => unitWithinSql(Prisma.sql`a.unit_id`, reach(viewer, 'articles.write'));

/** Hours `x` of articles `a` that stopped with a picture of their text `t`, which is still the newest and has neither gone out nor an hour since. */
const STOPPED = Prisma.sql`publication x JOIN edition_text t ON t.id = x.text_id JOIN article a ON a.id = x.article_id
  WHERE x.end_reason = 'picture_hidden' AND NOT EXISTS (SELECT FROM publication y WHERE y.text_id = x.text_id AND (y.ended_at IS NULL OR y.ended_at > x.ended_at))
    AND NOT EXISTS (SELECT FROM edition f JOIN edition e ON e.article_id = f.article_id AND f.number > e.number WHERE e.id = t.edition_id)`;

/** What stopped of an article that she writes; null where nothing did, or somebody else writes it. */
export async function findStoppedHour(viewer: Viewer, articleId: string): Promise<StoppedHour | null> {
  if (!isId(articleId)) return null;
  const [row] = await db.$queryRaw<StoppedHour[]>`
    SELECT max(x.ended_at) AS at, array_agg(DISTINCT x.locale) AS languages, bool_or(NOT app.pictures_may_show(t.id)) AS lacks
    FROM ${STOPPED} AND a.id = ${articleId}::uuid AND ${writtenBySql(viewer)} GROUP BY a.id`;
  return row ?? null;
}

export type StoppedHours = { count: number; first: { id: string; title: string } | null };

/** Articles of hers that lost their hour with a picture, until they go out, get another one, or are written on. What was erased is nobody's move. */
export async function findStoppedHours(viewer: Viewer): Promise<StoppedHours> {
  const rows = await db.$queryRaw<NonNullable<StoppedHours['first']>[]>`
    SELECT a.id::text, (array_agg(t.title ORDER BY t.locale DESC))[1] AS title
    FROM ${STOPPED} AND t.plain <> '' AND ${writtenBySql(viewer)} GROUP BY a.id ORDER BY a.id DESC LIMIT ${ARTICLES_MAX}`;
  return { count: rows.length, first: rows[0] ?? null };
}
