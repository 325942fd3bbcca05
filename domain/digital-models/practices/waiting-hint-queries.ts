import { mayForProvince, reach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept-values';
import { hintsSql } from './hint-sql-queries';

const COMMUNES_MAX = 10;

type Kept = { count: number; oldest: Day | null; communeIds: string[] };
export type WaitingHints = Omit<Kept, 'communeIds'> & { communes: Commune[] };

/**
 * How many hints of the whole city wait for a commune's answer, the oldest and where most are; for who sees all of them. Every model is
 * gone through, so it is kept until a figure changes.
 */
export async function findWaitingHints(viewer: Viewer, most: number): Promise<WaitingHints | null> {
  if (!mayForProvince(viewer, 'digital-models.see-hints')) return null;
  const day = today();
  const [{ communeIds, ...kept }, communes] = await Promise.all([
    keptValue(`waiting hints ${day}`, ['figures', 'units', 'today'], () => countWaiting(viewer, day)),
    mapPublishedCommunes(),
  ]);
  return { ...kept, communes: communeIds.slice(0, most).flatMap((id) => communes.get(id) ?? []) };
}

async function countWaiting(viewer: Viewer, day: Day): Promise<Kept> {
  const [row] = await db.$queryRaw<(Omit<Kept, 'communeIds'> & { communeIds: string[] | null })[]>`
    ${hintsSql(reach(viewer, 'digital-models.see-hints'), day, Prisma.sql`true`)},
      waiting AS MATERIALIZED (SELECT m.commune_id, h.day FROM h JOIN m ON m.id = h.model_id
        WHERE NOT EXISTS (SELECT FROM model_hint_answer x WHERE x.model_id = h.model_id AND x.hint::text = h.hint AND x.digest = h.digest))
    SELECT count(*)::int AS count, min(w.day)::text AS oldest,
      (SELECT array_agg(c.commune_id::text ORDER BY c.hints DESC, c.commune_id) FROM (SELECT commune_id, count(*) AS hints FROM waiting WHERE commune_id IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${COMMUNES_MAX}) c) AS "communeIds"
    FROM waiting w`;
  return { count: row?.count ?? 0, oldest: row?.oldest ?? null, communeIds: row?.communeIds ?? [] };
}
