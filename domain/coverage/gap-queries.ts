import type { Viewer } from '@/domain/access/viewer';
import { type Day, today } from '@/domain/days/day';
import type { UnitGap } from './coverage';
import { unitsOf } from './matrix/matrix';
import { findMatrix } from './matrix/matrix-queries';

/**
 * The parts that each uncovered unit of a commune lacks on a day, as it was called then, where it lay within the viewer's reach; a
 * sub-association before its groups. Null when the commune is not hers to see.
 */
export async function listGaps(viewer: Viewer, communeId: string, day: Day = today()): Promise<UnitGap[] | null> {
  const rows = await findMatrix(viewer, communeId, day);
  return rows && unitsOf(rows).flatMap(({ gap }) => gap ?? []);
}
