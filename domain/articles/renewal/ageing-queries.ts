import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isPublicSql } from '@/domain/articles/card-queries';
import { behindSql } from '@/domain/articles/translations/seen-behind-queries';
import { addDays, addMonths, startOf, toDate, today } from '@/domain/days/day';
import { hasBrokenSql } from '@/domain/links/broken-queries';
import { pageOf, readKey } from '@/domain/page';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { keptEachMinute } from '@/prisma/kept/kept-values';
import { type AgeingReason, type AgeingText, ageingReasons, ENDED_DAYS, READ_MUCH } from './ageing';
import { reviewDaySql, reviewDueSql, shownSinceSql, shownSql } from './due-queries';

const PAGE = 20;
const READ_DAYS = 30;

/** Readers see English that follows other words than the Vietnamese which they see. */
const behind = () => Prisma.sql`EXISTS (SELECT FROM publication p JOIN edition_text t ON t.id = p.text_id
  WHERE p.article_id = a.id AND p.locale = 'en' AND ${isPublicSql} AND ${behindSql()} IS NOT NULL)`;

/** Of an article `a` whose readers see words since an instant, with its reads `r.times`: why it is to be looked at again, by a condition each. */
function conditions(since = shownSinceSql): Record<AgeingReason, Prisma.Sql> {
  const day = today();
  const yearAgo = addMonths(day, -12);
  return {
    'review-due': reviewDueSql(since),
    'link-broken': hasBrokenSql,
    'translation-behind': behind(),
    'alert-ended': Prisma.sql`(a.kind = 'alert' AND ${since} IS NULL AND EXISTS (SELECT FROM publication x WHERE x.article_id = a.id AND x.end_reason = 'expired'
      AND x.published_at IS NOT NULL AND x.ended_at >= ${startOf(addDays(day, -ENDED_DAYS))} AND (a.reviewed_on IS NULL OR a.reviewed_on < (x.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)))`,
    'old-and-read': Prisma.sql`(a.kind <> 'story' AND r.times >= ${READ_MUCH} AND (a.reviewed_on IS NULL OR a.reviewed_on < ${toDate(yearAgo)}::date)
      AND ${since} IS NOT NULL AND NOT EXISTS (SELECT FROM publication p WHERE p.article_id = a.id AND ${isPublicSql} AND p.published_at >= ${startOf(yearAgo)}))`,
  };
}

/** Why a text is to be looked at again: asked of those alone that are shown. */
function reasonsSql(): Prisma.Sql {
  const reasons = Object.entries(conditions()).map(
    ([reason, is]) => Prisma.sql`CASE WHEN ${is} THEN ${reason}::text END`,
  );
  return Prisma.sql`array_remove(ARRAY[${Prisma.join(reasons)}], NULL)`;
}

/** The texts that age and that she publishes, as a table `q`. */
function ageingSql(viewer: Viewer, asked: readonly AgeingReason[]): Prisma.Sql {
  const since = Prisma.sql`shown.since`;
  const why = conditions(since);
  return Prisma.sql`(SELECT a.id, a.kind, a.unit_id, a.demo, ${reviewDaySql(since)} AS review_on, r.times
    FROM article a JOIN unit_span s ON s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.publish'))}
      LEFT JOIN (SELECT article_id, sum(times)::int AS times FROM article_read WHERE day > ${toDate(addDays(today(), -READ_DAYS))}::date
        GROUP BY article_id) r ON r.article_id = a.id
      ${shownSql}
    WHERE a.kind <> 'page' AND (${Prisma.join(
      asked.map((reason) => why[reason]),
      ' OR ',
    )})) q`;
}

const titleSql = (
  viewer: Viewer,
) => Prisma.sql`coalesce((SELECT t.title FROM edition e JOIN edition_text t ON t.edition_id = e.id
  WHERE e.article_id = q.id ORDER BY e.number DESC, t.locale = ${viewer.locale} DESC LIMIT 1), '')`;

/** Texts that she publishes and that are to be looked at again, newest first, a page at a time, each with why; of one reason where one is named. */
export async function listAgeing(
  viewer: Viewer,
  { reason, after }: { reason?: AgeingReason; after?: string },
): Promise<{ texts: AgeingText[]; next: string | null }> {
  const last = readKey(after);
  const rows = await db.$queryRaw<AgeingText[]>`
    SELECT q.id::text, q.kind::text, ${titleSql(viewer)} AS title, coalesce(${unitNameSql(Prisma.sql`q.unit_id`)}, '') AS "unitName", q.demo, ${reasonsSql()} AS reasons, q.review_on::text AS "reviewOn", coalesce(q.times, 0) AS reads,
      (SELECT max(p.published_at) FROM publication p WHERE p.article_id = q.id AND ${isPublicSql}) AS since
    FROM (SELECT * FROM ${ageingSql(viewer, reason ? [reason] : ageingReasons)} WHERE ${last}::uuid IS NULL OR q.id < ${last}::uuid ORDER BY q.id DESC LIMIT ${PAGE + 1}::int) q
      JOIN article a ON a.id = q.id CROSS JOIN LATERAL (SELECT q.times) r ORDER BY q.id DESC`;
  const { page, next } = pageOf(rows, PAGE);
  return { texts: page, next };
}

export type AgeingTexts = { count: number; first: { id: string; title: string }[] };

/** English that is behind is a task of its own. */
const TOLD_HERE = ageingReasons.filter((reason) => reason !== 'translation-behind');

/**
 * How many texts that she publishes are to be looked at again, and `most` of them, those first whose day came first. Of a minute ago, but for
 * what was done since: all ever published is gone through.
 */
export function findAgeing(viewer: Viewer, most: number): Promise<AgeingTexts> {
  const hers = [...reach(viewer, 'articles.publish')].sort().join(' ');
  return keptEachMinute(
    `ageing ${today()} ${viewer.locale} ${most} ${hers}`,
    ['articles', 'articles:ageing', 'units', 'today'],
    () => readAgeing(viewer, most),
  );
}

async function readAgeing(viewer: Viewer, most: number): Promise<AgeingTexts> {
  const rows = await db.$queryRaw<{ id: string; title: string; count: number }[]>`
    SELECT q.id::text, ${titleSql(viewer)} AS title, count(*) OVER ()::int AS count
    FROM ${ageingSql(viewer, TOLD_HERE)} ORDER BY q.review_on NULLS LAST, q.id LIMIT ${most}::int`;
  return { count: rows[0]?.count ?? 0, first: rows.map(({ id, title }) => ({ id, title })) };
}
