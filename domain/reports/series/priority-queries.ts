import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { db, Prisma } from '@/prisma/client';
import { type Placed, seenId } from '../content/placed';
import type { PriorityCounts, PriorityPlace, PrioritySeries } from './priority-lines';

const MONTHS_MAX = 24;
const PLACES_MAX = 200;

/**
 * What the reports of a place that were filed for months up to a day told of priority groups (0024). No sealed field is opened for it; nothing
 * where she sees no reports of the place.
 */
export async function findPrioritySeries(viewer: Viewer, unit: Placed, day: Day): Promise<PrioritySeries> {
  const id = seenId(viewer, unit);
  if (!id) return { months: [], places: [], placesOn: null };
  const [rows, places] = await Promise.all([
    db.$queryRaw<{ on: Date; counts: PriorityCounts }[]>`
      SELECT p.ends_on - 1 AS on, a.content -> 'priorityGroups' -> 'counts' AS counts FROM (${standingSql(day)}) s JOIN report r ON r.id = s.report_id
        JOIN reporting_period p ON p.id = r.period_id JOIN report_action a ON a.id = s.action_id WHERE r.unit_id = ${id}::uuid ORDER BY p.ends_on DESC LIMIT ${MONTHS_MAX}`,
    listPlaces(id, day),
  ]);
  const months = rows.map(({ on, counts }) => ({ day: fromDate(on), counts }));
  const [first] = places;
  return {
    months,
    places: places.map(({ on: _, ...place }) => place).sort(byVietnameseName),
    placesOn: first ? fromDate(first.on) : null,
  };
}

/** Reports of months up to a day that stand and told of priority groups, with the signing that did. */
const standingSql = (day: Day) => Prisma.sql`
  SELECT r.id AS report_id, r.unit_id, a.id AS action_id, p.ends_on FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.kind = 'month' AND p.ends_on - 1 <= ${toDate(day)}::date
    CROSS JOIN LATERAL (SELECT x.id, x.content FROM report_action x WHERE x.report_id = r.id AND x.kind = 'submitted' ORDER BY x.taken_at DESC, x.id DESC LIMIT 1) a
  WHERE r.state NOT IN ('draft', 'returned') AND a.content -> 'priorityGroups' ->> 'state' = 'counted'`;

/** Of the city, the communes whose report told of them, of the latest month that any did; of a commune none. */
const listPlaces = (cityId: string, day: Day) => db.$queryRaw<(PriorityPlace & { on: Date })[]>`
  WITH told AS MATERIALIZED (SELECT s.* FROM (${standingSql(day)}) s JOIN unit u ON u.id = s.unit_id AND u.level = 'commune' WHERE EXISTS (SELECT FROM unit c WHERE c.id = ${cityId}::uuid AND c.level = 'province'))
  SELECT t.ends_on - 1 AS on, t.unit_id::text AS id, a.content -> 'unit' ->> 'name' AS name, coalesce(a.content -> 'unit' ->> 'kind', 'commune') AS kind, a.content -> 'priorityGroups' -> 'counts' AS counts
  FROM told t JOIN report_action a ON a.id = t.action_id WHERE t.ends_on = (SELECT max(ends_on) FROM told) LIMIT ${PLACES_MAX}`;
