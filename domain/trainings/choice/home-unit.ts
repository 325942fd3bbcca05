import { isEverywhere, isWithin, reach } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';

/** "/1/57/1203/" lies in the commune "/1/57/". */
const communeOf = (path: UnitPath) => path.split('/').slice(0, 3).join('/').concat('/');

/**
 * Is this where she is at home in its commune: the one place that her roles let her propose sessions for, with what lies beneath? Whoever
 * has two beside each other, or the whole city, is at home in none.
 */
export function isHomeOf(viewer: Viewer, { path }: { path: UnitPath }): boolean {
  const areas = reach(viewer, 'trainings.propose').filter((area) => isWithin(area, communeOf(path)));
  return !isEverywhere(path) && areas.includes(path) && areas.every((area) => isWithin(area, path));
}
