import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import type { CommuneCoverage, CoverageLevel } from '../coverage';
import { communesInReachSql, coverageSql } from '../queries';
import { plannedSql } from '../view/planned-queries';
import { UNIT_CHANGES_MAX, type UnitChange, type UnitChanges } from './change';

const hers = (viewer: Viewer, commune: Prisma.Sql) =>
  mayForProvince(viewer, 'coverage.see') ? Prisma.sql`true` : Prisma.sql`${commune} IN (${communesInReachSql(viewer)})`;

type OfDays = {
  /** in the order of the days that were asked for */
  days: CommuneCoverage[][];
  /** approved sessions still to come, by the commune's id */
  planned: ReadonlyMap<string, number>;
};

/** Coverage of the communes that the viewer may see figures of, on several days at once, and what is planned there. */
export async function findCoverageOfDays(viewer: Viewer, days: Day[]): Promise<OfDays> {
  if (!mayAnywhere(viewer, 'coverage.see') || days.length === 0)
    return { days: days.map(() => []), planned: new Map() };
  const which = hers(viewer, Prisma.sql`c.commune_id`);
  const lists = days.map((day) => Prisma.sql`(SELECT jsonb_agg(to_jsonb(x)) FROM (${coverageSql(day, which)}) x)`);
  const [row] = await db.$queryRaw<FoundDays[]>`
    SELECT jsonb_build_array(${Prisma.join(lists)}) AS days,
      (SELECT jsonb_object_agg(x.commune_id, x.sessions) FROM (${plannedSql(hers(viewer, Prisma.sql`p.commune_id`))}) x) AS planned`;
  return {
    days: days.map((_, at) => row?.days[at] ?? []),
    planned: new Map(Object.entries(row?.planned ?? {})),
  };
}

type FoundDays = { days: (CommuneCoverage[] | null)[]; planned: Record<string, number> | null };

type Found = { gained: number; lost: number; units: UnitChange[] | null };

/**
 * The units that are covered on a day and were not on another, and those that no longer are, with what came or went: of
 * communes within the viewer's reach that report on both days, forty at most.
 */
export async function findUnitChanges(
  viewer: Viewer,
  { level, day, earlier }: { level: CoverageLevel; day: Day; earlier: Day },
): Promise<UnitChanges> {
  if (!mayAnywhere(viewer, 'coverage.see')) return { gained: 0, lost: 0, units: [] };
  const [row] = await db.$queryRaw<Found[]>`
    WITH both_days AS MATERIALIZED (${reportedOnBoth(viewer, level, day, earlier)}),
      change AS MATERIALIZED (${changedUnits(level, day, earlier)}),
      shown AS (SELECT * FROM change ORDER BY commune_id, unit_id LIMIT ${UNIT_CHANGES_MAX})
    SELECT (SELECT count(*)::int FROM change WHERE covered) AS gained, (SELECT count(*)::int FROM change WHERE NOT covered) AS lost,
      (SELECT jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'level', ${level}::text, 'covered', s.covered, 'reasons', s.reasons,
          'name', ${nameOn(Prisma.sql`s.unit_id`, day)}, 'subAssociationName', CASE WHEN ${level} = 'group' THEN ${nameOn(Prisma.sql`s.sub_association_id`, day)} END,
          'communeName', ${nameOn(Prisma.sql`s.commune_id`, day)}, 'communeSlug', (SELECT u.slug FROM unit u WHERE u.id = s.commune_id)))
        FROM shown s) AS units`;
  return { gained: row?.gained ?? 0, lost: row?.lost ?? 0, units: row?.units ?? [] };
}

/** As it was called on that day. */
const nameOn = (unit: Prisma.Sql, day: Day) =>
  Prisma.sql`(SELECT x.name FROM unit_name x WHERE x.unit_id = ${unit} AND x.valid_from <= ${toDate(day)}::date ORDER BY x.valid_from DESC LIMIT 1)`;

/** Nothing is listed of a commune that was or is silent. */
const reportedOnBoth = (viewer: Viewer, level: CoverageLevel, day: Day, earlier: Day) => Prisma.sql`
  SELECT n.commune_id FROM app.coverage(${toDate(day)}::date) n JOIN app.coverage(${toDate(earlier)}::date) b USING (commune_id, level)
  WHERE n.level::text = ${level} AND n.reported AND b.reported AND ${hers(viewer, Prisma.sql`n.commune_id`)}`;

/** What a unit has now and had not, where it is covered now; else what it had and has no more. */
const changedUnits = (level: CoverageLevel, day: Day, earlier: Day) => Prisma.sql`
  SELECT x.unit_id, x.commune_id, x.sub_association_id, x.covered,
    CASE WHEN NOT x.there THEN ARRAY['closed'] WHEN NOT x.was_there THEN ARRAY['opened']
      ELSE array_remove(ARRAY[CASE WHEN x.family THEN 'family' END, CASE WHEN x.pair THEN 'pair' END, CASE WHEN NOT x.family AND NOT x.pair THEN 'tie' END], NULL) END AS reasons
  FROM (SELECT coalesce(n.unit_id, b.unit_id) AS unit_id, coalesce(n.commune_id, b.commune_id) AS commune_id,
      coalesce(n.sub_association_id, b.sub_association_id) AS sub_association_id, coalesce(n.covered, false) AS covered,
      n.unit_id IS NOT NULL AS there, b.unit_id IS NOT NULL AS was_there,
      n.has_family IS DISTINCT FROM b.has_family AS family, n.has_pair IS DISTINCT FROM b.has_pair AS pair
    FROM (SELECT * FROM app.coverage_units(${toDate(day)}::date) WHERE level::text = ${level}) n
      FULL JOIN (SELECT * FROM app.coverage_units(${toDate(earlier)}::date) WHERE level::text = ${level}) b USING (unit_id)
    WHERE coalesce(n.covered, false) <> coalesce(b.covered, false)) x
  WHERE x.commune_id IN (SELECT commune_id FROM both_days)`;
