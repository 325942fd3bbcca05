import { Prisma } from '@/prisma/client';
import type { FrontSpot } from './front';

/** The places of some spots that hold on a day, by the newest arrangement of each and since that: of one article at most one of each spot. */
export const placesSql = (
  spots: readonly FrontSpot[],
  day = Prisma.sql`app.today()`,
) => Prisma.sql`(SELECT w.article_id, w.position, n.arranged_at, n.known_at FROM (SELECT DISTINCT ON (n.spot) n.id, n.arranged_at, n.known_at FROM front_arrangement n
      WHERE n.spot = ANY (${[...spots]}::front_spot[]) ORDER BY n.spot, n.number DESC) n
    JOIN front_place w ON w.arrangement_id = n.id
      AND app.active_on(w.valid_from, w.valid_to, ${day}))`;

/** Those places as a small table `h` beside an article `a`, empty where it has none. */
export const standsFirstSql = (spots: readonly FrontSpot[], day = Prisma.sql`app.today()`) =>
  Prisma.sql`LEFT JOIN ${placesSql(spots, day)} h ON h.article_id = a.id`;

/** What may stand on the front page by itself: what the city let out (of a publication `p`). */
export const isForFrontSql = Prisma.sql`p.for_front`;

/** What holds a place there: that, or words that the city knew as it gave the place; those of a commune that came later wait until it is arranged again. */
export const holdsPlaceSql = Prisma.sql`(${isForFrontSql} OR p.created_at <= coalesce(h.known_at, h.arranged_at))`;

/** Whether an article `a` has such a place today. PostgreSQL takes this for the few that it is, which it does not of a table beside. */
export const isPinnedSql = (spot: FrontSpot) =>
  Prisma.sql`EXISTS (SELECT FROM ${placesSql([spot], Prisma.sql`app.today()`)} h WHERE h.article_id = a.id)`;

/** Whether an article `a` has none there on a day. */
export const isUnpinnedSql = (spot: FrontSpot, day: Prisma.Sql) =>
  Prisma.sql`a.id <> ALL (ARRAY (SELECT h.article_id FROM ${placesSql([spot], day)} h))`;
