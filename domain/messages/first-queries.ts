import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { db } from '@/prisma/client';
import { tellableBy } from './outbox';
import { changes, offers, waiting } from './waiting';

/** The soonest session of which a woman waits to be told something by the viewer; null where nobody does. */
export async function findFirstToTell(viewer: Viewer): Promise<{ title: string; startsAt: Date } | null> {
  const row = await db.outboxMessage.findFirst({
    where: { AND: [tellableBy(viewer), waiting({}, offers(), ...changes())] },
    orderBy: { session: { startsAt: 'asc' } },
    select: {
      session: {
        select: {
          startsAt: true,
          course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
        },
      },
    },
  });
  if (!row?.session) return null;
  const { startsAt, course } = row.session;
  return { title: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code, startsAt };
}
