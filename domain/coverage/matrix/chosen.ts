import type { MatrixRow, MatrixUnit } from './matrix';
import { unitsOf } from './matrix';

/** The units that are ticked, in their order; ids of others are left out. */
export const chosenOf = (rows: readonly MatrixRow[], ids: readonly string[] = []): MatrixUnit[] =>
  unitsOf(rows).filter(({ unitId }) => ids.includes(unitId));

/** The smallest unit that holds all of these: one of them, the sub-association they lie in, or their commune. */
export function placeOf(rows: readonly MatrixRow[], units: readonly MatrixUnit[], communeId: string): string {
  const [first, ...others] = units;
  if (first && others.length === 0) return first.unitId;
  const holding = rows.filter((row) => units.some((unit) => unit === row || row.groups.includes(unit)));
  return holding.length === 1 ? (holding[0]?.unitId ?? communeId) : communeId;
}
