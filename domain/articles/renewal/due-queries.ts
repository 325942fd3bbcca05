import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import { isPublicSql } from '@/domain/articles/card-queries';
import { toDate, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { holdsMonths } from './review';

const DUE_MAX = 1_000;

const MONTHS = Prisma.join(
  articleKinds.map((kind) => Prisma.sql`WHEN ${kind} THEN make_interval(months => ${holdsMonths(kind)}::int)`),
  ' ',
);

/** The instant of the oldest words that readers see of an article `a`; NULL where they see none. */
export const shownSinceSql = Prisma.sql`(SELECT min(p.published_at) FROM publication p WHERE p.article_id = a.id AND ${isPublicSql})`;

/** The same of all articles at once, as a table `shown` beside `a`: where many are asked about. */
export const shownSql = Prisma.sql`LEFT JOIN (SELECT p.article_id, min(p.published_at) AS since FROM publication p WHERE ${isPublicSql}
  GROUP BY p.article_id) shown ON shown.article_id = a.id`;

/**
 * The day of Viet Nam on which an article `a` is to be looked at again: the noted one, else as many months after the oldest words that readers
 * see as its kind holds. NULL where nothing ages.
 */
export const reviewDaySql = (since = shownSinceSql) =>
  Prisma.sql`coalesce(a.review_on, ((${since} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + CASE a.kind::text ${MONTHS} END)::date)`;

/** Whether readers see an article `a` whose day of review has come. */
export const reviewDueSql = (since = shownSinceSql) =>
  Prisma.sql`(${since} IS NOT NULL AND ${reviewDaySql(since)} <= ${toDate(today())}::date)`;

/** Ids of articles, of a kind where one is named, that the viewer may see, that readers see and whose day of review has come; of more than a thousand the newest. */
export async function listDueForReview(viewer: Viewer, kind?: ArticleKind): Promise<string[]> {
  const isOfKind = kind ? Prisma.sql`a.kind = ${kind}::article_kind` : Prisma.sql`a.kind <> 'page'`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id::text AS id FROM article a ${shownSql} WHERE ${isOfKind} AND ${reviewDueSql(Prisma.sql`shown.since`)} AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id
      AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))}) ORDER BY a.id DESC LIMIT ${DUE_MAX}::int`;
  return rows.map(({ id }) => id);
}
