import { spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { isId } from '@/domain/id';
import { byVietnameseName, compareWords } from '@/domain/order';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { publicAudiences } from '../enrolment';
import type { TopicWaits } from './topic-wait';

const COURSES_MAX = 200;
const UNITS_MAX = 200;

/** Nobody has answered it, and it is still known whose it is. */
const open = { answeredBySessionId: null, phonePrint: { not: null } };

/** Which classes women wait for, and in which communes, within the viewer's reach. */
export async function listTopicWaits(viewer: Viewer): Promise<TopicWaits[]> {
  const rows = await db.topicWait.groupBy({
    by: ['courseId', 'unitId'],
    where: { ...open, unit: withinReach(viewer, 'enrolments.see-waits') },
    _count: { _all: true },
  });
  const [courses, units] = await Promise.all([
    db.course.findMany({
      where: { id: { in: rows.map(({ courseId }) => courseId) } },
      select: { id: true, code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
      take: COURSES_MAX,
    }),
    db.unit.findMany({
      where: { id: { in: rows.map(({ unitId }) => unitId) } },
      select: { id: true, slug: true, unitNames: nameToday() },
      take: UNITS_MAX,
    }),
  ]);
  const names = new Map(units.map(({ id, slug, unitNames }) => [id, unitNames[0]?.name ?? slug]));
  return courses
    .map(({ id, code, courseTexts }) => {
      const communes = rows
        .filter(({ courseId }) => courseId === id)
        .map(({ unitId, _count }) => ({ id: unitId, name: names.get(unitId) ?? '', women: _count._all }))
        .sort((one, other) => other.women - one.women || byVietnameseName(one, other));
      const women = communes.reduce((sum, commune) => sum + commune.women, 0);
      return { courseId: id, title: courseWords(courseTexts, viewer.locale)?.title ?? code, women, communes };
    })
    .sort((one, other) => other.women - one.women || compareWords(one.title, other.title));
}

/** How many wait for what a session teaches, in its commune; null where the viewer may not invite them, or it is not for them. */
export async function findWaitingFor(viewer: Viewer, sessionId: string) {
  if (!isId(sessionId)) return null;
  const session = await db.session.findFirst({
    where: {
      AND: [
        { id: sessionId, state: 'approved', startsAt: { gt: new Date() }, audience: { in: [...publicAudiences] } },
        { unit: withinReach(viewer, 'enrolments.enrol') },
      ],
    },
    select: {
      courseId: true,
      unitId: true,
      unit: { select: { unitSpans: spanToday() } },
    },
  });
  const communeId = session?.unit.unitSpans[0]?.communeId;
  if (!session || !communeId) return null;
  const { courseId, unitId } = session;
  const count = await db.topicWait.count({
    where: { ...open, courseId, unitId: communeId, unit: withinReach(viewer, 'enrolments.see-waits') },
  });
  return { courseId, unitId, communeId, count };
}
