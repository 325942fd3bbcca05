import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { findMatrix } from './matrix/matrix-queries';
import type { MovedUnit } from './moves/move';
import { findPublishedCoverage } from './queries';
import { type UnitCoverage, unitCoverageIn } from './unit-coverage';

/**
 * The coverage of a sub-association or group today, with that of its commune and what a deed moved (`listMoved`); null for other units and
 * beyond the viewer's reach.
 */
export async function findUnitCoverage(
  viewer: Viewer,
  unitId: string,
  moved: readonly MovedUnit[] | null = null,
): Promise<UnitCoverage | null> {
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit?.communeId || (unit.level !== 'sub_association' && unit.level !== 'group')) return null;
  const [rows, communes] = await Promise.all([
    findMatrix(viewer, unit.communeId),
    findPublishedCoverage(unit.communeId, today()),
  ]);
  return rows && unitCoverageIn(rows, communes, unitId, moved);
}
