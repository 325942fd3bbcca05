import { db, Prisma } from '@/prisma/client';
import { nameToday } from './unit';

/** The names of these units today, by id: names of units are public. */
export async function listPublishedNames(unitIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(unitIds)].filter((id) => id !== null);
  if (!ids.length) return new Map();
  const rows = await db.unit.findMany({
    where: { id: { in: ids } },
    select: { id: true, unitNames: nameToday() },
    take: ids.length,
  });
  return new Map(rows.map((row) => [row.id, row.unitNames[0]?.name ?? '']));
}

/**
 * The name of a unit today, inside a larger query; a closed unit keeps its last name. `unitId` is an expression of
 * SQL.
 */
export const unitNameSql = (
  unitId: Prisma.Sql,
) => Prisma.sql`(SELECT n.name FROM unit_name n WHERE n.unit_id = ${unitId}
  AND n.valid_from <= app.today() ORDER BY n.valid_from DESC LIMIT 1)`;
