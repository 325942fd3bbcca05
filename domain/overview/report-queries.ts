import { withinReach } from '@/domain/access/access';
import { asOther } from '@/domain/access/trainer';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { overAt } from '@/domain/trainings/when';
import { db } from '@/prisma/client';

export type Unreported = { count: number; first: { id: string; title: string; startsAt: Date }[] };

/**
 * Sessions of her units that are over and that nobody has reported, by number and the latest ones by name. What she teaches as a
 * trainer stands among her classes.
 */
export async function findUnreported(viewer: Viewer, most: number): Promise<Unreported> {
  const where = {
    unit: withinReach(asOther(viewer), 'outcomes.report'),
    state: 'approved' as const,
    ...overAt(new Date()),
  };
  const [count, rows] = await Promise.all([
    db.session.count({ where }),
    db.session.findMany({
      where,
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      select: {
        id: true,
        startsAt: true,
        course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
      },
      take: most,
    }),
  ]);
  return {
    count,
    first: rows.map(({ course, ...row }) => ({
      ...row,
      title: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code,
    })),
  };
}
