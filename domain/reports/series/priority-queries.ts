import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import type { UnitKind } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { type Placed, seenId } from '../content/placed';
import type { PriorityTold } from '../report-content';

const MONTHS_MAX = 24;
const PLACES_MAX = 200;

type PriorityCounts = Extract<PriorityTold, { state: 'counted' }>['counts'];
/** A month whose report told of priority groups: women reached in its year up to its last day, in tens. */
export type PriorityMonth = { day: Day; counts: PriorityCounts };
/** The same of a commune, as it was called on the day. */
export type PriorityPlace = { id: string; name: string; kind: UnitKind; counts: PriorityCounts };

/** What filed reports told of priority groups: `months` of the place, the latest first; `places`: of the city its communes, of the latest of them. */
type PrioritySeries = { months: PriorityMonth[]; places: PriorityPlace[] };

/**
 * What the reports of a place that were filed for months up to a day told of priority groups (0024). No sealed field is opened for it; nothing
 * where she sees no reports of the place.
 */
export async function findPrioritySeries(viewer: Viewer, unit: Placed, day: Day): Promise<PrioritySeries> {
  const id = seenId(viewer, unit);
  if (!id) return { months: [], places: [] };
  const rows = await db.$queryRaw<{ on: Date; counts: PriorityCounts }[]>`
    SELECT p.ends_on - 1 AS on, a.content -> 'priorityGroups' -> 'counts' AS counts
    FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.kind = 'month' AND p.ends_on - 1 <= ${toDate(day)}::date
      CROSS JOIN LATERAL (SELECT x.content FROM report_action x WHERE x.report_id = r.id AND x.kind = 'submitted' ORDER BY x.taken_at DESC, x.id DESC LIMIT 1) a
    WHERE r.unit_id = ${id}::uuid AND a.content -> 'priorityGroups' ->> 'state' = 'counted' ORDER BY p.ends_on DESC LIMIT ${MONTHS_MAX}`;
  const months = rows.map(({ on, counts }) => ({ day: fromDate(on), counts }));
  const [latest] = months;
  return { months, places: latest ? await listPlaces(id, latest.day) : [] };
}

/** Of the city, the communes whose report of a month told of them; of a commune none. */
async function listPlaces(cityId: string, day: Day): Promise<PriorityPlace[]> {
  const rows = await db.$queryRaw<PriorityPlace[]>`
    SELECT r.unit_id::text AS id, a.content -> 'unit' ->> 'name' AS name, coalesce(a.content -> 'unit' ->> 'kind', 'commune') AS kind, a.content -> 'priorityGroups' -> 'counts' AS counts
    FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.kind = 'month' AND p.ends_on = ${toDate(day)}::date + 1 JOIN unit u ON u.id = r.unit_id AND u.level = 'commune'
      CROSS JOIN LATERAL (SELECT x.content FROM report_action x WHERE x.report_id = r.id AND x.kind = 'submitted' ORDER BY x.taken_at DESC, x.id DESC LIMIT 1) a
    WHERE EXISTS (SELECT FROM unit c WHERE c.id = ${cityId}::uuid AND c.level = 'province') AND a.content -> 'priorityGroups' ->> 'state' = 'counted' LIMIT ${PLACES_MAX}`;
  return rows.sort(byVietnameseName);
}
