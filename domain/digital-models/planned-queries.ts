import { mayForProvince } from '@/domain/access/access';
import { placedTodaySql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';

/** The communes with most models that are only planned, for who sees all of them; most first. */
export async function listCommunesWithPlanned(viewer: Viewer, most: number): Promise<Commune[]> {
  if (!mayForProvince(viewer, 'digital-models.see')) return [];
  const [rows, communes] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT s.commune_id::text AS id
      FROM model_status x JOIN model_host h ON h.model_id = x.model_id AND app.active_on(h.valid_from, h.valid_to, ${today()}::date)
        JOIN unit_span s ON s.unit_id = h.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
      WHERE x.status = 'planned' AND app.active_on(x.valid_from, x.valid_to, ${today()}::date) AND s.commune_id IS NOT NULL
      GROUP BY s.commune_id ORDER BY count(*) DESC, s.commune_id LIMIT ${most}`,
    mapPublishedCommunes(),
  ]);
  return rows.flatMap(({ id }) => communes.get(id) ?? []);
}
