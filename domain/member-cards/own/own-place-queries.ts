import type { ViewerHerself } from '@/domain/access/viewer';
import { liveStates } from '@/domain/scales/enrolment-state';
import { notOverAt } from '@/domain/trainings/when';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { OwnPlace } from './own-place';

const ROWS_MAX = 50;
const RECORDS_MAX = 50;

/** The seats and places of the woman herself that are still to come, the next one first. */
export async function listOwnPlaces(viewer: ViewerHerself): Promise<OwnPlace[]> {
  const records = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM app.records_of(${viewer.personId}::uuid) LIMIT ${RECORDS_MAX}`;
  const now = new Date();
  const rows = await db.enrolment.findMany({
    where: {
      personId: { in: records.map(({ id }) => id) },
      state: { in: [...liveStates] },
      session: { state: { in: ['proposed', 'approved'] }, ...notOverAt(now) },
    },
    orderBy: [{ session: { startsAt: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      state: true,
      arrivalNo: true,
      session: {
        select: {
          startsAt: true,
          endsAt: true,
          allDay: true,
          venue: { select: { name: true } },
          unit: { select: { unitNames: nameToday() } },
          course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
        },
      },
    },
    take: ROWS_MAX,
  });
  return rows.map(({ id, state, arrivalNo, session: { venue, unit, course, ...times } }) => ({
    enrolmentId: id,
    state,
    arrivalNo,
    ...times,
    title: course.courseTexts.find(({ locale }) => locale === viewer.locale)?.title ?? course.code,
    place: venue?.name ?? unit.unitNames[0]?.name ?? '',
    mayCancel: times.startsAt > now,
  }));
}
