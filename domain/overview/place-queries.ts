import type { Viewer } from '@/domain/access/viewer';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { type Place, placesOf } from './place';

/** The places of the viewer with their names of today, the widest first. */
export async function listPlaces(viewer: Viewer): Promise<Place[]> {
  const ids = placesOf(viewer).map(({ unitId }) => unitId);
  if (ids.length === 0) return [];
  const rows = await db.unit.findMany({ where: { id: { in: ids } }, select: unitSelect(), take: ids.length });
  const units = new Map(rows.map((row) => [row.id, toUnit(row)]));
  return ids.flatMap((id) => units.get(id) ?? []);
}
