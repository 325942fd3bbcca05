import { Prisma } from '@/prisma/client';
import type { FrontSpot } from './front';

/**
 * The places of some spots that hold on a day, by the newest arrangement of each, as a small table `h` beside an article `a`: of one article
 * at most one of each spot.
 */
export const standsFirstSql = (spots: readonly FrontSpot[], day = Prisma.sql`app.today()`) => Prisma.sql`
  LEFT JOIN (SELECT w.article_id, w.position FROM front_place w
    WHERE w.arrangement_id IN (SELECT DISTINCT ON (n.spot) n.id FROM front_arrangement n
      WHERE n.spot = ANY (${[...spots]}::front_spot[]) ORDER BY n.spot, n.number DESC)
      AND app.active_on(w.valid_from, w.valid_to, ${day})) h ON h.article_id = a.id`;
