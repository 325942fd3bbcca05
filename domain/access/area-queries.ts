import { type Day, today } from '@/domain/days/day';
import { Prisma } from '@/prisma/client';
import { isEverywhere } from './access';
import type { UnitPath } from './viewer';

/**
 * Whether a path lies within some areas, as SQL: the ranges that `withinAreas` asks Prisma for, since "starts with" uses
 * no index. Without areas it never does, within the province it always does.
 */
export const withinAreasSql = (path: Prisma.Sql, areas: readonly UnitPath[]): Prisma.Sql => {
  if (areas.length === 0) return Prisma.sql`false`;
  if (areas.some(isEverywhere)) return Prisma.sql`true`;
  const ranges = areas.map((area) => Prisma.sql`${path} >= ${area} AND ${path} < ${`${area}~`}`);
  return Prisma.sql`(${Prisma.join(ranges, ' OR ')})`;
};

/** The stretch of a unit's placement on a day, as SQL on a row of `unit_span`: where it lay then, wherever it is now. */
export const placedOnSql = (span: Prisma.Sql, day: Day): Prisma.Sql =>
  Prisma.sql`(${span}.valid_from <= ${day}::date AND (${span}.valid_to IS NULL OR ${span}.valid_to > ${day}::date))`;

/** The stretch of a unit's placement that holds today, as SQL on a row of `unit_span`: the one that `placedToday` asks Prisma for. */
export const placedTodaySql = (span: Prisma.Sql): Prisma.Sql => {
  const day = Prisma.sql`${today()}::date`;
  return Prisma.sql`(${span}.valid_from <= ${day} AND (${span}.is_last OR ${span}.valid_to > ${day})
    OR ${span}.valid_from > ${day} AND ${span}.is_last AND EXISTS (SELECT FROM unit o WHERE o.id = ${span}.unit_id AND o.opened_on > ${day}))`;
};

/** Whether a unit lies within some areas today, as SQL. */
export const unitWithinSql = (
  unitId: Prisma.Sql,
  areas: readonly UnitPath[],
): Prisma.Sql => Prisma.sql`EXISTS (SELECT FROM unit_span s
  WHERE s.unit_id = ${unitId} AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, areas)})`;
