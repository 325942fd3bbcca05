import { db } from '@/prisma/client';
import { nameToday } from './unit';

/** What these units are called today, by id: names of units are public. */
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
