import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { type Delivered, deliveryInput } from '@/domain/attendance/delivery';
import { deliverAttendance } from '@/domain/attendance/delivery-commands';
import type { SaidMark } from '@/domain/attendance/mark';
import { openPhone, takeRosters } from '@/domain/attendance/phone/device-commands';
import { db } from '@/prisma/client';
import { createEnrolment } from '@/test/factories/trainings';
import { makeMember, type TestUnit } from '@/test/union';

/** A phone of a test: what it holds and how it sends. */
export type TestPhone = { viewer: Viewer; deviceId: string };

/** A tap as a phone keeps it. */
export type TestTap = {
  sequence: number;
  sessionId: string;
  enrolmentId: string;
  mark: SaidMark;
  markedAt: number;
  walkIn?: { name: string; phone?: string; unitId?: string };
};

/** A phone that has the list of a session. */
export async function makePhone(viewer: Viewer, ...sessionIds: string[]): Promise<TestPhone> {
  const opened = await openPhone(viewer, { known: [] });
  if (!opened.ok) throw new Error(opened.problem);
  const { deviceId } = opened.value;
  if (sessionIds.length > 0) await takeRosters(viewer, { deviceId, sessionIds });
  return { viewer, deviceId };
}

/** Women with a place in a session, in order; answers with their enrolments. */
export async function makeEnrolled(unit: TestUnit, sessionId: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let no = 1; no <= count; no++) {
    const person = await makeMember(unit, `Nguyễn Thị Số ${no}`);
    ids.push((await createEnrolment(db, { id: sessionId }, { id: person }, no)).id);
  }
  return ids;
}

export const tap = (sessionId: string, sequence: number, enrolmentId: string, mark: SaidMark = 'present'): TestTap => ({
  sequence,
  sessionId,
  enrolmentId,
  mark,
  markedAt: Date.now(),
});

export const walkIn = (sessionId: string, sequence: number, name: string, phone?: string): TestTap => ({
  ...tap(sessionId, sequence, randomUUID()),
  walkIn: { name, ...(phone ? { phone } : {}) },
});

/** Sends as the app does, through the same check of what comes in. `clock`: what the phone takes for now. */
export async function deliver(
  { viewer, deviceId }: TestPhone,
  taps: TestTap[],
  clock = Date.now(),
): Promise<Delivered> {
  const result = await deliverAttendance(viewer, deliveryInput.parse({ deviceId, clock, taps }));
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

/** The register as it stands: for each woman, by her place, her mark, "?" where phones differ, "-" where nobody said. */
export async function registerOf(sessionId: string): Promise<Record<number, string>> {
  const rows = await db.enrolment.findMany({
    where: { sessionId },
    orderBy: { arrivalNo: 'asc' },
    select: { arrivalNo: true, attendance: { select: { mark: true, conflict: true } } },
    take: 200,
  });
  return Object.fromEntries(
    rows.map(({ arrivalNo, attendance }) => [arrivalNo, attendance?.conflict ? '?' : (attendance?.mark ?? '-')]),
  );
}
