import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { addDays, startOf, today } from '@/domain/days/day';
import { onDays } from '@/domain/trainings/when';
import { nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { registerOf, takesAttendance } from './attendance';
import { stepOf, type TodaySession } from './today';

const TODAY_MAX = 6;
const BEFORE_MAX = 4;
/** A session that was not reported for longer is found in the list of sessions. */
const BEFORE_DAYS = 60;

/**
 * Sessions for whoever takes attendance: those of today, then those that are over and not reported yet, the newest
 * first. A trainer finds the ones that she teaches.
 */
export async function listToday(viewer: Viewer): Promise<TodaySession[]> {
  if (!takesAttendance(viewer)) return [];
  const day = today();
  const find = (when: object, order: 'asc' | 'desc', take: number) =>
    db.session.findMany({
      where: { AND: [registerOf(viewer, 'attendance.take'), { state: 'approved' }, when] },
      orderBy: [{ startsAt: order }, { id: 'asc' }],
      select: todaySelect(),
      take,
    });
  const before = {
    startsAt: { gte: startOf(addDays(day, -BEFORE_DAYS)) },
    endsAt: { lte: startOf(day) },
  };
  const [ofToday, unreported] = await Promise.all([
    find(onDays(day, addDays(day, 1)), 'asc', TODAY_MAX),
    find(before, 'desc', BEFORE_MAX),
  ]);
  const now = new Date();
  return [...ofToday, ...unreported].map(({ course, unit, venue, _count, ...row }) => ({
    ...row,
    title: courseWords(course.courseTexts, viewer.locale)?.title ?? course.code,
    place: venue?.name ?? unit.unitNames[0]?.name ?? unit.slug,
    seated: _count.enrolments,
    marked: _count.attendances,
    step: stepOf({ endsAt: row.endsAt, marked: _count.attendances }, now),
  }));
}

const todaySelect = () =>
  ({
    id: true,
    startsAt: true,
    endsAt: true,
    allDay: true,
    course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
    unit: { select: { slug: true, unitNames: nameToday() } },
    venue: { select: { name: true } },
    _count: {
      select: { enrolments: { where: { state: 'confirmed' } }, attendances: { where: { mark: { not: null } } } },
    },
  }) satisfies Prisma.SessionSelect;
