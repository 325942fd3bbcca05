import { withinReach } from '@/domain/access/access';
import { asOther } from '@/domain/access/trainer';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { overAt } from '@/domain/trainings/when';
import { db, type Prisma } from '@/prisma/client';

type Named = { id: string; title: string; startsAt: Date };

const namedSelect = () => ({
  id: true,
  startsAt: true,
  course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
});

const toNamed = (
  viewer: Viewer,
  { course, ...row }: Prisma.SessionGetPayload<{ select: ReturnType<typeof namedSelect> }>,
): Named => ({ ...row, title: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code });

/** The next session that waits where the viewer decides, of those that have not begun; null where none waits. */
export async function findNextProposal(viewer: Viewer): Promise<Named | null> {
  const row = await db.session.findFirst({
    where: { state: 'proposed', startsAt: { gt: new Date() }, unit: withinReach(viewer, 'trainings.decide') },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: namedSelect(),
  });
  return row && toNamed(viewer, row);
}

/**
 * Sessions of her units that are over and that nobody has reported, by number and the latest ones by name. What she teaches as a
 * trainer stands among her classes.
 */
export async function findUnreported(viewer: Viewer, most: number): Promise<{ count: number; first: Named[] }> {
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
      select: namedSelect(),
      take: most,
    }),
  ]);
  return { count, first: rows.map((row) => toNamed(viewer, row)) };
}
