import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import type { UnitCoverage } from './coverage';
import { listGaps } from './gap-queries';
import { findPublishedCoverage } from './queries';

/**
 * The coverage of a sub-association or group today, with that of its commune; null for other units and beyond the
 * viewer's reach.
 */
export async function findUnitCoverage(viewer: Viewer, unitId: string): Promise<UnitCoverage | null> {
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit?.communeId || (unit.level !== 'sub_association' && unit.level !== 'group')) return null;
  const [gaps, rows] = await Promise.all([
    listGaps(viewer, unit.communeId),
    findPublishedCoverage(unit.communeId, today()),
  ]);
  const commune = rows.find(({ level }) => level === unit.level);
  if (!gaps || !commune) return null;
  const gap = gaps.find((each) => each.unitId === unitId) ?? null;
  const { name, units, covered } = commune;
  return { name: unit.name, level: unit.level, covered: gap === null, commune: { name, units, covered }, gap };
}
