import { reach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { Prisma } from '@/prisma/client';

/**
 * The ids of the units where the viewer may do this, as a subquery for SQL: the same reach as `withinReach`, for lists of
 * half a million where Prisma's nested filters are slow. No areas, no units.
 */
export function unitsWithinSql(viewer: Viewer, permission: Permission): Prisma.Sql {
  const areas = reach(viewer, permission);
  if (areas.length === 0) return Prisma.sql`SELECT NULL::uuid AS unit_id WHERE false`;
  const parts = areas.map((area) => Prisma.sql`SELECT unit_id FROM app.subtree(${area})`);
  return Prisma.join(parts, ' UNION ');
}
