import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { db, Prisma } from '@/prisma/client';

export type ActiveModels = { day: Day; kind: ModelKind; active: number };

/** How many models of each kind were active on each of some days at units within the viewer's reach; nothing for who sees no coverage. */
export async function listActiveModels(viewer: Viewer, days: Day[]): Promise<ActiveModels[]> {
  const areas = reach(viewer, 'coverage.see');
  if (areas.length === 0 || days.length === 0) return [];
  const rows = await db.$queryRaw<{ day: Date; kind: ModelKind; active: number }[]>`
    SELECT d.day, m.kind::text AS kind, count(DISTINCT m.id)::int AS active
    FROM unnest(${days.map(toDate)}::date[]) d(day)
      JOIN model_status s ON s.status = 'active' AND app.active_on(s.valid_from, s.valid_to, d.day)
      JOIN digital_model m ON m.id = s.model_id
      JOIN model_host h ON h.model_id = m.id AND app.active_on(h.valid_from, h.valid_to, d.day)
      JOIN app.unit_place p ON p.unit_id = h.unit_id
    WHERE ${withinAreasSql(Prisma.sql`p.path`, areas)}
    GROUP BY 1, 2`;
  return rows.map((row) => ({ ...row, day: fromDate(row.day) }));
}
