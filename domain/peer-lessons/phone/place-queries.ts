import { may, reach, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { isPlaceOfLessons } from '../peer-lesson';
import type { LessonPlace } from './delivery';

const PLACES_MAX = 20;

/** The units that her roles are for, as far as lessons are noted there; the widest first. */
export async function listLessonPlaces(viewer: Viewer): Promise<LessonPlace[]> {
  const areas = reach(viewer, 'peer-lessons.record');
  const ids = viewer.grants.flatMap(({ unitId, path }) => (areas.includes(path) ? [unitId] : []));
  const rows = await db.unit.findMany({
    where: { id: { in: ids }, ...withinReach(viewer, 'peer-lessons.record') },
    orderBy: { no: 'asc' },
    select: unitSelect(),
    take: PLACES_MAX,
  });
  return rows
    .map(toUnit)
    .filter(({ level, path }) => isPlaceOfLessons(level) && may(viewer, 'peer-lessons.record', path))
    .sort((one, other) => one.path.length - other.path.length)
    .map(({ id, name }) => ({ id, name }));
}
