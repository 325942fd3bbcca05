import type { Viewer } from '@/domain/access/viewer';
import { addMonths, type Day, monthStart, toDate, today } from '@/domain/days/day';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { LessonMonth } from './peer-lesson';

/** Months that a picture of them shows. */
const MONTHS_SHOWN = 12;

/** The months up to that of a day, the oldest first, in a place that the viewer may see; null beyond her reach. */
export async function countPeerLessons(
  viewer: Viewer,
  { unitId, day = today(), months = MONTHS_SHOWN }: { unitId: string; day?: Day; months?: number },
): Promise<LessonMonth[] | null> {
  const unit = await findUnit(viewer, unitId, 'peer-lessons.see');
  if (!unit) return null;
  const since = addMonths(monthStart(day), 1 - months);
  const rows = await db.$queryRaw<LessonMonth[]>`
    SELECT to_char(l.on_day, 'YYYY-MM-01') AS month, count(*)::int AS lessons, sum(l.minutes)::int AS minutes, sum(l.women)::int AS women
    FROM app.peer_lessons_in(${unit.id}::uuid, ${toDate(since)}::date, ${toDate(day)}::date) l GROUP BY 1 LIMIT ${months}`;
  const told = new Map(rows.map((row) => [row.month, row]));
  return Array.from({ length: months }, (_, at) => {
    const month = addMonths(since, at);
    return told.get(month) ?? { month, lessons: 0, minutes: 0, women: 0 };
  });
}

/** What stands of this month in a place. */
export const countMonth = async (viewer: Viewer, unitId: string): Promise<LessonMonth | null> =>
  (await countPeerLessons(viewer, { unitId, months: 1 }))?.[0] ?? null;
