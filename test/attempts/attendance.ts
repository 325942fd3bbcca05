import { isWithin } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { openPhone, takeRosters } from '@/domain/attendance/phone/device-commands';
import { findRegister } from '@/domain/attendance/register/register-queries';
import { reviewAttendance, settleAttendance } from '@/domain/attendance/register/settle-commands';
import { db } from '@/prisma/client';
import { createPerson } from '@/test/factories/people';
import { deliver, makeEnrolled, makePhone, tap } from '@/test/stages/attendance';
import { decided, makeApproved } from '@/test/stages/trainings';
import { type AttemptStage, type Attempts, done } from '../attempt';

/** A trainer takes attendance of what she teaches: here that is each session where her role reaches, and none elsewhere. */
export function attendanceAttempts({ union, courseId, province }: AttemptStage): Attempts<'attendance'> {
  const people = Promise.all([createPerson(db, union.longHung), createPerson(db, union.longHung)]);
  async function known(viewer: Viewer): Promise<Viewer> {
    const [teacher, other] = await people;
    const teaches = viewer.grants.some(({ role, path }) => role === 'trainer' && isWithin(union.khuPho5.path, path));
    return { ...viewer, personId: (teaches ? teacher : other).id };
  }
  let minutes = 0;
  async function makeSession() {
    const [teacher] = await people;
    const clock = (at: number) =>
      `${String(8 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const times = [clock(minutes), clock(minutes + 2)] as const;
    minutes += 2;
    const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [teacher.id] }, 2, ...times);
    const [enrolmentId = ''] = await makeEnrolled(union.khuPho5, id, 1);
    return { id, enrolmentId };
  }
  const quiet = makeSession();
  const contradicted = kept(async () => {
    const { id, enrolmentId } = await makeSession();
    for (const mark of ['present', 'absent'] as const)
      await deliver(await makePhone(province, id), [tap(id, 1, enrolmentId, mark)]);
    const line = await db.attendance.findUniqueOrThrow({ where: { enrolmentId }, select: { lastArrival: true } });
    return { sessionId: id, enrolmentId, lastArrival: String(line.lastArrival) };
  });
  const closed = kept(async () => {
    const { id, enrolmentId } = await makeSession();
    const phone = await makePhone(province, id);
    await decided(id, 'held');
    await deliver(phone, [tap(id, 1, enrolmentId)]);
    return { sessionId: id, deviceId: phone.deviceId };
  });
  return {
    'attendance.see': async (who) => (await findRegister(await known(who), (await quiet).id)) !== null,
    'attendance.take': async (who) => {
      const viewer = await known(who);
      const phone = await openPhone(viewer, { known: [] });
      if (!phone.ok) return false;
      const { deviceId } = phone.value;
      const rosters = await takeRosters(viewer, { deviceId, sessionIds: [(await quiet).id] });
      return rosters.ok && rosters.value.length === 1;
    },
    'attendance.settle': (who) =>
      contradicted(async (line) => settleAttendance(await known(who), { ...line, mark: 'present' })),
    'attendance.review': (who) =>
      closed(async (bundle) => reviewAttendance(await known(who), { ...bundle, upTo: '1', decision: 'accept' })),
  };
}

/** A record that is tried until somebody may change it; then the next one is made. */
function kept<Made>(make: () => Promise<Made>) {
  let made: Promise<Made> | undefined;
  return async (attempt: (made: Made) => Promise<{ ok: boolean }>): Promise<boolean> => {
    made ??= make();
    const isDone = done(await attempt(await made));
    if (isDone) made = undefined;
    return isDone;
  };
}
