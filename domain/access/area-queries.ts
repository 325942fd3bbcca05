import { Prisma } from '@/prisma/client';
import type { UnitPath } from './viewer';

/**
 * Whether a path lies within some areas, as SQL: the ranges that `withinAreas` asks Prisma for, since "starts with" uses
 * no index. Without areas it never does.
 */
export const withinAreasSql = (path: Prisma.Sql, areas: readonly UnitPath[]): Prisma.Sql =>
  areas.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`(${Prisma.join(
        areas.map((area) => Prisma.sql`${path} >= ${area} AND ${path} < ${`${area}~`}`),
        ' OR ',
      )})`;
