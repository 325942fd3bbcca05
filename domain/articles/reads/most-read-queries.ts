import { mayForProvince, reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import {
  type ReadArticle,
  type ReadCommune,
  type ReadPage,
  type ReadSession,
  type ReadSpan,
  readsSince,
  type Times,
} from './read';

const SHOWN = 20;
/** More than there are pages, those of indicators and models in both languages among them. */
const PAGES_MAX = 500;
/** Pages of a record of a place, which stand in lists of their own. */
const OF_PLACES = ['commune', 'session'];

const sinceSql = (days: ReadSpan) => Prisma.sql`${toDate(readsSince(days))}::date`;
const SUMS = Prisma.sql`sum(r.times)::int AS times, coalesce(sum(r.times) FILTER (WHERE r.locale = 'vi'), 0)::int AS vi, coalesce(sum(r.times) FILTER (WHERE r.locale = 'en'), 0)::int AS en`;

const withinSql = (viewer: Viewer, unitId: Prisma.Sql) => unitWithinSql(unitId, reach(viewer, 'articles.see'));

/** Reads of the pages of one name, by what they are of. */
const readSql = (page: 'commune' | 'session', days: ReadSpan) => Prisma.sql`(SELECT r.subject, ${SUMS} FROM page_read r
  WHERE r.page = ${page} AND r.day >= ${sinceSql(days)} GROUP BY r.subject)`;

/** The articles of her reach that were read most in the last days, none that she may not see: public ones and others. */
export async function listMostReadArticles(viewer: Viewer, days: ReadSpan): Promise<ReadArticle[]> {
  return db.$queryRaw<ReadArticle[]>`
    SELECT q.id::text, q.kind::text, q.demo, q.times, q.vi, q.en, coalesce(${unitNameSql(Prisma.sql`q.unit_id`)}, '') AS "unitName",
      coalesce((SELECT t.title FROM edition e JOIN edition_text t ON t.edition_id = e.id WHERE e.article_id = q.id ORDER BY e.number DESC, t.locale = ${viewer.locale} DESC LIMIT 1), '') AS title
    FROM (SELECT a.id, a.kind, a.demo, a.unit_id, x.times, x.vi, x.en FROM article a
        JOIN (SELECT r.article_id, ${SUMS} FROM article_read r WHERE r.day >= ${sinceSql(days)} GROUP BY r.article_id) x ON x.article_id = a.id
      WHERE a.kind <> 'page' AND ${withinSql(viewer, Prisma.sql`a.unit_id`)} ORDER BY x.times DESC, a.id LIMIT ${SHOWN}::int) q
    ORDER BY q.times DESC, q.id`;
}

/** The communes of her reach whose public page was read most. */
export async function listMostReadCommunes(viewer: Viewer, days: ReadSpan): Promise<ReadCommune[]> {
  return db.$queryRaw<ReadCommune[]>`
    SELECT u.id::text, u.slug, coalesce(${unitNameSql(Prisma.sql`u.id`)}, '') AS name, x.times, x.vi, x.en
    FROM ${readSql('commune', days)} x JOIN unit u ON u.id::text = x.subject
    WHERE ${withinSql(viewer, Prisma.sql`u.id`)} ORDER BY x.times DESC, u.id LIMIT ${SHOWN}::int`;
}

/** The classes of her reach whose public page was read most, each with its day and its commune. */
export async function listMostReadSessions(viewer: Viewer, days: ReadSpan): Promise<ReadSession[]> {
  return db.$queryRaw<ReadSession[]>`
    SELECT s.id::text, s.slug, (s.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS day, x.times, x.vi, x.en,
      coalesce((SELECT c.title FROM course_text c WHERE c.course_id = s.course_id ORDER BY c.locale = ${viewer.locale} DESC LIMIT 1), '') AS title,
      coalesce((SELECT ${unitNameSql(Prisma.sql`p.commune_id`)} FROM app.unit_place p WHERE p.unit_id = s.unit_id LIMIT 1), ${unitNameSql(Prisma.sql`s.unit_id`)}, '') AS "communeName"
    FROM ${readSql('session', days)} x JOIN session s ON s.id::text = x.subject
    WHERE ${withinSql(viewer, Prisma.sql`s.unit_id`)} ORDER BY x.times DESC, s.id LIMIT ${SHOWN}::int`;
}

/** How often each other page was read, language by language; told to whoever sees articles of the whole city. */
export async function listReadPages(viewer: Viewer, days: ReadSpan): Promise<ReadPage[]> {
  if (!mayForProvince(viewer, 'articles.see')) return [];
  return db.$queryRaw<ReadPage[]>`
    SELECT r.page, r.subject AS slug, r.locale, sum(r.times)::int AS times FROM page_read r
    WHERE r.day >= ${sinceSql(days)} AND r.page <> ALL (${OF_PLACES}) GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT ${PAGES_MAX}::int`;
}

/** How often the public page of a commune was read in thirty days; null where she is not told, or where it has none. */
export async function findCommuneReads(viewer: Viewer, communeId: string): Promise<Times | null> {
  if (!isId(communeId)) return null;
  const rows = await db.$queryRaw<Times[]>`
    SELECT coalesce(sum(r.times), 0)::int AS times, coalesce(sum(r.times) FILTER (WHERE r.locale = 'vi'), 0)::int AS vi, coalesce(sum(r.times) FILTER (WHERE r.locale = 'en'), 0)::int AS en
    FROM unit u LEFT JOIN page_read r ON r.page = 'commune' AND r.subject = u.id::text AND r.day >= ${sinceSql(30)}
    WHERE u.id = ${communeId}::uuid AND u.level = 'commune' AND ${withinSql(viewer, Prisma.sql`u.id`)} GROUP BY u.id`;
  return rows[0] ?? null;
}
