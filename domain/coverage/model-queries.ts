import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import type { ModelKind } from '@/domain/digital-models/digital-model';
import { db, Prisma } from '@/prisma/client';

export type ActiveModels = { day: Day; kind: ModelKind; active: number };

/**
 * How many models of each kind were active on some days, at units that lay within the viewer's reach on them, counted as their
 * indicators do. A model has one status, host and place at a time: stretches are counted.
 */
export async function listActiveModels(viewer: Viewer, days: Day[]): Promise<ActiveModels[]> {
  const areas = reach(viewer, 'coverage.see');
  if (areas.length === 0 || days.length === 0) return [];
  const rows = await db.$queryRaw<{ day: Date; kind: ModelKind; active: number }[]>`
    WITH stretch AS MATERIALIZED (
      SELECT m.kind, greatest(s.valid_from, h.valid_from, p.valid_from, k.valid_from) AS begins, least(s.valid_to, h.valid_to, p.valid_to, k.valid_to) AS ends, count(*) AS models
      FROM model_status s JOIN digital_model m ON m.id = s.model_id JOIN model_host h ON h.model_id = m.id JOIN unit_span p ON p.unit_id = h.unit_id
        JOIN (SELECT unit_id, valid_from, valid_to FROM record_keeping UNION ALL SELECT id, NULL, NULL FROM unit WHERE level IN ('province', 'affiliated')) k
          ON k.unit_id = coalesce(p.commune_id, p.unit_id)
      WHERE s.status = 'active' AND ${withinAreasSql(Prisma.sql`p.path`, areas)}
      GROUP BY 1, 2, 3)
    SELECT d.day, x.kind::text AS kind, sum(x.models)::int AS active
    FROM unnest(${days.map(toDate)}::date[]) d(day) JOIN stretch x ON app.active_on(x.begins, x.ends, d.day)
    GROUP BY 1, 2`;
  return rows.map((row) => ({ ...row, day: fromDate(row.day) }));
}
