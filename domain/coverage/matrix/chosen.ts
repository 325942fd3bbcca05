import type { MatrixRow, MatrixUnit } from './matrix';
import { unitsOf } from './matrix';

/** The units that are ticked, in their order; ids of others are left out. */
export const chosenOf = (rows: readonly MatrixRow[], ids: readonly string[] = []): MatrixUnit[] =>
  unitsOf(rows).filter(({ unitId }) => ids.includes(unitId));
