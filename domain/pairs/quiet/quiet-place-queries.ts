import { mayForProvince } from '@/domain/access/access';
import { placedTodaySql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';

const COMMUNES_MAX = 10;

/** The communes with most quiet pairs, for who sees all of them; most first. Where they are hardly changes in a day, so it is kept. */
export async function listCommunesWithQuiet(viewer: Viewer, most: number): Promise<Commune[]> {
  if (!mayForProvince(viewer, 'pairs.see')) return [];
  const [ids, communes] = await Promise.all([keptCommunes(), mapPublishedCommunes()]);
  return ids.slice(0, most).flatMap((id) => communes.get(id) ?? []);
}

const keptCommunes = (): Promise<readonly string[]> =>
  keptValue(`communes of quiet pairs ${today()}`, ['figures', 'units', 'today'], async () => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT /* planned anew */ s.commune_id::text AS id
      FROM app.quiet_pairs(${today()}::date) q JOIN pair_host h ON h.pair_id = q.pair_id AND app.active_on(h.valid_from, h.valid_to, ${today()}::date)
        JOIN unit_span s ON s.unit_id = h.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
      WHERE s.commune_id IS NOT NULL
      GROUP BY s.commune_id ORDER BY count(*) DESC, s.commune_id LIMIT ${COMMUNES_MAX}`;
    return rows.map(({ id }) => id);
  });
