import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleKind } from '@/domain/articles/article';
import { frontSpots, isHome } from '@/domain/articles/front/front';
import { mayArrange } from '@/domain/articles/front/front-queries';
import { holdsPlaceSql, placesSql } from '@/domain/articles/front/place-queries';
import { placesHersSql } from '@/domain/articles/surroundings/her-places-queries';
import { db, Prisma } from '@/prisma/client';
import { openRemarksSql, wroteInSql } from './remarks/remark-queries';
import { hersSql, ruledSql, sharesSql, unconfirmedSql, wroteSinceSql } from './standing-queries';

/**
 * What waits for her among articles. `unconfirmed`: alerts that went out at once and wait for a second person, who is not she; `toFront`: pieces
 * on the front page that their commune changed since the city put them there.
 */
export const waitingKinds = [
  'toApprove',
  'unconfirmed',
  'returned',
  'remarked',
  'toPublish',
  'toFront',
  'drafts',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];
export type WaitingArticles = { count: number; first: { id: string; kind: ArticleKind; title: string }[] };

type WaitingRow = WaitingArticles & { what: WaitingKind };

/** It went out, has its hour, or lost it as its woman, or somebody in its picture, does not agree. One whose hour was taken back before it came waits as it did before. */
const WENT = Prisma.sql`(p.published_at IS NOT NULL OR p.ended_at IS NULL OR p.end_reason IN ('consent_withdrawn', 'picture_hidden'))`;
const IS_OUT = Prisma.sql`EXISTS (SELECT FROM publication p JOIN edition_text t ON t.id = p.text_id WHERE t.edition_id = e.id AND ${WENT})`;

/** What neither went out nor is remarked on is found first, each way by itself. A first edition is out where its article is: with a later one out it would not be the newest. */
const MAY_WAIT = Prisma.sql`(SELECT e.article_id FROM edition e WHERE e.state IN ('draft', 'submitted', 'returned')
  UNION SELECT e.article_id FROM edition e WHERE e.state = 'approved' AND e.number = 1
    AND NOT EXISTS (SELECT FROM publication p WHERE p.article_id = e.article_id AND ${WENT})
  UNION SELECT e.article_id FROM edition e WHERE e.state = 'approved' AND e.number > 1 AND NOT ${IS_OUT}
  UNION SELECT e.article_id FROM edition_decision d JOIN edition e ON e.id = d.edition_id WHERE d.kind = 'forced'
  UNION SELECT e.article_id FROM remark r JOIN edition e ON e.id = r.edition_id WHERE r.resolved_at IS NULL)`;

/** What would stand on the front page by hand, if the city had read its newest words. */
const TO_FRONT = Prisma.sql`UNION ALL SELECT p.article_id, max(t.edition_id::text)::uuid, 'toFront' FROM publication p JOIN edition_text t ON t.id = p.text_id
  JOIN ${placesSql(frontSpots.filter(isHome))} h ON h.article_id = p.article_id WHERE p.ended_at IS NULL AND NOT ${holdsPlaceSql} GROUP BY p.article_id`;

/**
 * Articles that wait for the viewer, by what they wait for: how many, and the youngest of them with their titles in her language.
 * One that several may settle waits for each of them.
 */
export async function findWaitingArticles(viewer: Viewer, most: number): Promise<Record<WaitingKind, WaitingArticles>> {
  const wrote = wroteSinceSql(viewer.accountId);
  const mayPublish = Prisma.sql`${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.publish'))} AND ${placesHersSql(viewer)}`;
  const mayApprove = Prisma.sql`${mayPublish} AND (NOT ${sharesSql(viewer.accountId)} OR ${ruledSql()})`;
  const rows = await db.$queryRaw<WaitingRow[]>`
    WITH maybe AS MATERIALIZED (${MAY_WAIT}),
    waiting AS (
      SELECT a.id, e.id AS edition_id, CASE
        WHEN e.state = 'submitted' AND ${mayApprove} OR ${mayPublish} AND EXISTS (SELECT FROM ${unconfirmedSql} AND NOT ${hersSql(viewer.accountId)}) THEN 'toApprove'
        WHEN e.state = 'returned' AND ${wrote} THEN 'returned'
        WHEN ${wroteInSql(viewer)} AND ${openRemarksSql} > 0 THEN 'remarked'
        WHEN e.state = 'approved' AND NOT ${IS_OUT} AND ${mayPublish} THEN 'toPublish'
        WHEN e.state = 'draft' AND ${wrote} THEN 'drafts' END AS what,
        EXISTS (SELECT FROM ${unconfirmedSql}) AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.write'))} AS unconfirmed
      FROM maybe JOIN article a ON a.id = maybe.article_id JOIN unit_span s ON s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
        JOIN edition e ON e.article_id = a.id AND NOT EXISTS (SELECT FROM edition x WHERE x.article_id = e.article_id AND x.number > e.number)
      WHERE a.kind <> 'page' AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))}),
    numbered AS (SELECT w.*, row_number() OVER (PARTITION BY what ORDER BY id DESC) AS n FROM (
      SELECT id, edition_id, what FROM waiting WHERE what IS NOT NULL
      UNION ALL SELECT id, edition_id, 'unconfirmed' FROM waiting WHERE unconfirmed AND what IS DISTINCT FROM 'toApprove'
      ${mayArrange(viewer) ? TO_FRONT : Prisma.empty}) w)
    SELECT what, count(*)::int AS count, coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', (SELECT a.kind FROM article a WHERE a.id = numbered.id), 'title',
      (SELECT t.title FROM edition_text t WHERE t.edition_id = numbered.edition_id ORDER BY t.locale = ${viewer.locale} DESC LIMIT 1))
      ORDER BY n) FILTER (WHERE n <= ${most}), '[]') AS first
    FROM numbered GROUP BY what`;
  const of = (kind: WaitingKind) => {
    const { count = 0, first = [] } = rows.find(({ what }) => what === kind) ?? {};
    return { count, first };
  };
  return {
    toApprove: of('toApprove'),
    unconfirmed: of('unconfirmed'),
    returned: of('returned'),
    remarked: of('remarked'),
    toPublish: of('toPublish'),
    toFront: of('toFront'),
    drafts: of('drafts'),
  };
}
