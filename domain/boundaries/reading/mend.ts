import { union } from 'polyclip-ts';
import { type Area, crossesItself, sizeOf } from './ring';

/** A line that crosses itself is mended where that moves no more than this share of the commune. */
const MOVED_MAX = 0.01;

export type Mended = { areas: Area[]; how: 'whole' | 'mended' | 'crossed' };

/** Areas whose lines do not cross themselves; 'crossed' where mending would move more than a slip of the pen. */
export function mend(areas: Area[]): Mended {
  if (!areas.flat().some(crossesItself)) return { areas, how: 'whole' };
  const mended = union(areas) as Area[];
  const [before, after] = [sizeOf(areas), sizeOf(mended)];
  return Math.abs(after - before) > before * MOVED_MAX ? { areas, how: 'crossed' } : { areas: mended, how: 'mended' };
}
