import { mayForProvince, reach } from '@/domain/access/access';
import { placedOnSql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { byVietnameseName } from '@/domain/order';
import { unitNameOnSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { type CoverageLevel, percentOf } from '../coverage';
import type { UnfoldedLine } from './unfolded';
import { UNFOLDED_MAX } from './view';

const LINES_MAX = 2_000;

/**
 * The sub-associations of these communes on a day, by place and name of then and within the viewer's reach, by the commune's id and in Vietnamese order. Their
 * counts come to those of the commune.
 */
export async function mapUnfolded(
  viewer: Viewer,
  { communeIds, level, day }: { communeIds: readonly string[]; level: CoverageLevel; day: Day },
): Promise<Map<string, UnfoldedLine[]>> {
  const ids = communeIds.filter(isId).slice(0, UNFOLDED_MAX);
  const lines = new Map<string, UnfoldedLine[]>();
  if (ids.length === 0) return lines;
  const counted = (fact: Prisma.Sql) =>
    Prisma.sql`(count(*) FILTER (WHERE u.level = ${level}::unit_level AND ${fact}))::int`;
  const rows = await db.$queryRaw<Omit<UnfoldedLine, 'percent'>[]>`
    SELECT c.id::text AS within, u.sub_association_id::text AS "unitId", coalesce(${unitNameOnSql(Prisma.sql`u.sub_association_id`, day)}, '') AS name, bool_or(unit.demo) AS demo,
      ${counted(Prisma.sql`true`)} AS units, ${counted(Prisma.sql`u.covered`)} AS covered, ${counted(Prisma.sql`u.tied`)} AS tied,
      ${counted(Prisma.sql`u.has_family AND u.has_pair AND NOT u.tied`)} AS "bothUntied",
      ${counted(Prisma.sql`u.has_family AND NOT u.has_pair`)} AS "familyOnly", ${counted(Prisma.sql`u.has_pair AND NOT u.has_family`)} AS "pairOnly"
    FROM unnest(${ids}::uuid[]) c(id) CROSS JOIN LATERAL app.coverage_units_of(c.id, ${day}::date) u JOIN unit ON unit.id = u.unit_id
    WHERE ${hersSql(viewer, day)}
    GROUP BY c.id, u.sub_association_id LIMIT ${LINES_MAX}`;
  for (const row of rows.sort(byVietnameseName))
    lines.set(row.within, [...(lines.get(row.within) ?? []), { ...row, percent: percentOf(row.covered, row.units) }]);
  return lines;
}

/** Whether a unit `u` lies within her reach on a day, at its place of then. */
const hersSql = (viewer: Viewer, day: Day) =>
  mayForProvince(viewer, 'coverage.see')
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT FROM unit_span s WHERE s.unit_id = u.unit_id AND ${placedOnSql(Prisma.sql`s`, day)}
        AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'coverage.see'))})`;
