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
    select d.day, m.kind::text as kind, count(distinct m.id)::int as active
    from unnest(${days.map(toDate)}::date[]) d(day)
      join model_status s on s.status = 'active' and app.active_on(s.valid_from, s.valid_to, d.day)
      join digital_model m on m.id = s.model_id
      join model_host h on h.model_id = m.id and app.active_on(h.valid_from, h.valid_to, d.day)
      join app.unit_place p on p.unit_id = h.unit_id
    where ${withinAreasSql(Prisma.sql`p.path`, areas)}
    group by 1, 2`;
  return rows.map((row) => ({ ...row, day: fromDate(row.day) }));
}
