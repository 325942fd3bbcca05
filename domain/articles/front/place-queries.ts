import { Prisma } from '@/prisma/client';
import type { FrontSpot } from './front';

/** The places of some spots that hold on a day, by the newest arrangement of each: of one article at most one of each spot. */
const placesSql = (
  spots: readonly FrontSpot[],
  day: Prisma.Sql,
) => Prisma.sql`(SELECT w.article_id, w.position FROM front_place w
    WHERE w.arrangement_id IN (SELECT DISTINCT ON (n.spot) n.id FROM front_arrangement n
      WHERE n.spot = ANY (${[...spots]}::front_spot[]) ORDER BY n.spot, n.number DESC)
      AND app.active_on(w.valid_from, w.valid_to, ${day}))`;

/** Those places as a small table `h` beside an article `a`, empty where it has none. */
export const standsFirstSql = (spots: readonly FrontSpot[], day = Prisma.sql`app.today()`) =>
  Prisma.sql`LEFT JOIN ${placesSql(spots, day)} h ON h.article_id = a.id`;

/** Whether an article `a` has such a place today. PostgreSQL takes this for the few that it is, which it does not of a table beside. */
export const isPinnedSql = (spot: FrontSpot) =>
  Prisma.sql`EXISTS (SELECT FROM ${placesSql([spot], Prisma.sql`app.today()`)} h WHERE h.article_id = a.id)`;
