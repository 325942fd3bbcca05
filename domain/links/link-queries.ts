import { mayForProvince, reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { mayKeepCourses } from '@/domain/courses/queries';
import { pageOf, readKey } from '@/domain/page';
import { db, Prisma } from '@/prisma/client';
import { isBrokenSql } from './broken-queries';
import type { AddedHost, LinkList, LinkRow } from './link';
import { handedOutSql, handsOutSql } from './material-queries';

const PAGE = 20;
const TEXTS = 5;

/** Who says which hosts may be asked publishes for the whole city. */
export const mayKeepHosts = (viewer: Viewer) => mayForProvince(viewer, 'articles.publish');

const IN = {
  broken: isBrokenSql,
  missed: Prisma.sql`(l.state = 'unreached' AND NOT ${isBrokenSql})`,
  moved: Prisma.sql`(l.state = 'found' AND l.moved_to IS NOT NULL)`,
  unasked: Prisma.sql`l.state = 'unasked'`,
} as const satisfies Record<LinkList, Prisma.Sql>;

/** Publications `p` of articles that she publishes and readers find. */
const hersSql = (
  viewer: Viewer,
) => Prisma.sql`link_use u JOIN publication p ON p.id = u.publication_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL
  JOIN article a ON a.id = p.article_id JOIN unit_span s ON s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
    AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.publish'))}`;

/** Links of the public texts that she publishes and of the courses that she keeps, of one list, newest first, a page at a time. */
export async function listLinks(
  viewer: Viewer,
  { list, after }: { list: LinkList; after?: string },
): Promise<{ links: LinkRow[]; next: string | null }> {
  const last = readKey(after);
  const hers = hersSql(viewer);
  const herCourses = mayKeepCourses(viewer) ? handsOutSql : Prisma.sql`false`;
  const rows = await db.$queryRaw<LinkRow[]>`
    SELECT n.*, coalesce(w.texts, '[]') AS texts, w.count AS "textCount", k.courses FROM (
      SELECT l.id::text, l.address, l.host, l.state::text, l.cause, l.status, l.moved_to AS "movedTo", l.since, l.looked_at AS "lookedAt", l.found_at AS "foundAt", l.misses
      FROM link l WHERE ${IN[list]} AND (${last}::uuid IS NULL OR l.id < ${last}::uuid) AND (EXISTS (SELECT FROM ${hers} WHERE u.link_id = l.id) OR ${herCourses})
      ORDER BY l.id DESC LIMIT ${PAGE + 1}::int) n
    CROSS JOIN LATERAL (SELECT count(*)::int AS count, jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title) ORDER BY t.id DESC) FILTER (WHERE t.n <= ${TEXTS}) AS texts
      FROM (SELECT a.id, (array_agg(x.title ORDER BY x.locale = ${viewer.locale} DESC))[1] AS title, row_number() OVER (ORDER BY a.id DESC) AS n FROM ${hers} JOIN edition_text x ON x.id = p.text_id WHERE u.link_id = n.id::uuid GROUP BY a.id) t) w
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title) ORDER BY o.title), '[]') AS courses
      FROM (SELECT m.course_id AS id, (SELECT x.title FROM course_text x WHERE x.course_id = m.course_id ORDER BY x.locale = ${viewer.locale} DESC LIMIT 1) AS title
        FROM course_material m WHERE m.link_id = n.id::uuid AND ${mayKeepCourses(viewer)} AND ${handedOutSql} GROUP BY m.course_id ORDER BY m.course_id LIMIT ${TEXTS}) o) k
    ORDER BY n.id DESC`;
  const { page, next } = pageOf(rows, PAGE);
  return { links: page, next };
}

/** The hosts, beside those of the government, that may be asked; null for whoever does not keep them. */
export async function listAddedHosts(viewer: Viewer): Promise<AddedHost[] | null> {
  if (!mayKeepHosts(viewer)) return null;
  const rows = await db.linkHost.findMany({
    orderBy: { host: 'asc' },
    take: 1_000,
    select: { host: true, addedAt: true, addedBy: { select: { displayName: true } } },
  });
  return rows.map(({ host, addedAt, addedBy }) => ({ host, addedAt, addedBy: addedBy.displayName }));
}
