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
  const lists = days.map((day) => Prisma.sql`(SELECT json_agg(x) FROM (${coverageSql(day, which)}) x)`);
  const [row] = await db.$queryRaw<FoundDays[]>`
    SELECT json_build_array(${Prisma.join(lists)}) AS days,
      (SELECT jsonb_object_agg(x.commune_id, x.sessions) FROM (${plannedSql(hers(viewer, Prisma.sql`p.commune_id`))}) x) AS planned`;
  return {
    days: days.map((_, at) => row?.days[at] ?? []),
    planned: new Map(Object.entries(row?.planned ?? {})),
  };
}

type FoundDays = { days: (CommuneCoverage[] | null)[]; planned: Record<string, number> | null };

type Between = { day: Day; earlier: Day };

/**
 * The units that are covered on a day and were not on another, and those that no longer are, with what came or went: of
 * communes within the viewer's reach that report on both days, forty at most.
 */
export const findUnitChanges = async (
  viewer: Viewer,
  { level, ...between }: Between & { level: CoverageLevel },
): Promise<UnitChanges> => (await findChangesOfLevels(viewer, [level], between))[level];

const NONE: UnitChanges = { gained: 0, lost: 0, units: [] };
const OF_NONE: Record<CoverageLevel, UnitChanges> = { sub_association: NONE, group: NONE };

/** The same of several levels, read at once; of one that was not asked for, none. */
export async function findChangesOfLevels(
  viewer: Viewer,
  levels: readonly CoverageLevel[],
  { day, earlier }: Between,
): Promise<Record<CoverageLevel, UnitChanges>> {
  if (!mayAnywhere(viewer, 'coverage.see')) return OF_NONE;
  const rows = await db.$queryRaw<Found[]>`
    WITH both_days AS MATERIALIZED (${reportedOnBoth(viewer, day, earlier)}),
      change AS MATERIALIZED (${changedUnits(viewer, day, earlier)})
    SELECT l.level, (SELECT count(*)::int FROM change c WHERE c.level = l.level AND c.covered) AS gained, (SELECT count(*)::int FROM change c WHERE c.level = l.level AND NOT c.covered) AS lost,
      (SELECT jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'level', s.level, 'covered', s.covered, 'reasons', s.reasons,
          'name', ${nameOn(Prisma.sql`s.unit_id`, day)}, 'subAssociationName', CASE WHEN s.level = 'group' THEN ${nameOn(Prisma.sql`s.sub_association_id`, day)} END,
          'communeName', ${nameOn(Prisma.sql`s.commune_id`, day)}, 'communeSlug', (SELECT u.slug FROM unit u WHERE u.id = s.commune_id)))
        FROM (SELECT c.* FROM change c WHERE c.level = l.level ORDER BY c.commune_id, c.unit_id LIMIT ${UNIT_CHANGES_MAX}) s) AS units
    FROM unnest(${[...levels]}::text[]) l(level)`;
  const found = rows.map(({ level, units, ...counts }) => [level, { ...counts, units: units ?? [] }]);
  return { ...OF_NONE, ...Object.fromEntries(found) };
}

type Found = { level: CoverageLevel; gained: number; lost: number; units: UnitChange[] | null };

/** As it was called on that day. */
const nameOn = (unit: Prisma.Sql, day: Day) =>
  Prisma.sql`(SELECT x.name FROM unit_name x WHERE x.unit_id = ${unit} AND x.valid_from <= ${toDate(day)}::date ORDER BY x.valid_from DESC LIMIT 1)`;

/** Nothing is listed of a commune that was or is silent. */
const reportedOnBoth = (viewer: Viewer, day: Day, earlier: Day) => Prisma.sql`
  SELECT n.commune_id, n.level FROM app.coverage(${toDate(day)}::date) n JOIN app.coverage(${toDate(earlier)}::date) b USING (commune_id, level)
  WHERE n.reported AND b.reported AND ${hers(viewer, Prisma.sql`n.commune_id`)}`;

/** What a unit has now and had not, where it is covered now; else what it had and has no more. */
const changedUnits = (viewer: Viewer, day: Day, earlier: Day) => Prisma.sql`
  SELECT x.unit_id, x.level::text AS level, x.commune_id, x.sub_association_id, x.covered,
    CASE WHEN NOT x.there THEN ARRAY['closed'] WHEN NOT x.was_there THEN ARRAY['opened']
      ELSE array_remove(ARRAY[CASE WHEN x.family THEN 'family' END, CASE WHEN x.pair THEN 'pair' END, CASE WHEN NOT x.family AND NOT x.pair THEN 'tie' END], NULL) END AS reasons
  FROM app.coverage_moves(${toDate(day)}::date, ${toDate(earlier)}::date, ${
    mayForProvince(viewer, 'coverage.see') ? Prisma.sql`NULL` : Prisma.sql`ARRAY (SELECT b.commune_id FROM both_days b)`
  }) x JOIN both_days b ON b.commune_id = x.commune_id AND b.level = x.level`;
