import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import type { OpenPhoneInput } from '@/domain/phone/open-input';
import { openPhoneFor } from '@/domain/phone/open-writes';
import type { Phone } from '@/domain/phone/phone';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type RevokeInput, takesAttendance } from '../attendance';
import type { RosterInput } from '../delivery';
import { findRegisterSession } from '../register/register-queries';
import type { Roster } from '../roster/roster';
import { listRosterSessions, listRosters } from '../roster/roster-queries';

/** The phone of this browser for whoever takes attendance. `not-allowed`: she takes none, nothing waits. */
export async function openPhone(viewer: Viewer, input: OpenPhoneInput): Promise<Result<Phone, 'not-allowed'>> {
  const phone = await transaction((tx) => openPhoneFor(tx, viewer, input, takesAttendance(viewer)));
  return phone ? ok(phone) : problem('not-allowed');
}

/**
 * Hands the lists of these sessions to her phone: names, groups and marks. Sessions that are not hers or not open are
 * left out without a word. `not-found`: not her phone, or one out of use.
 */
export async function takeRosters(viewer: Viewer, input: RosterInput): Promise<Result<Roster[], 'not-found'>> {
  const device = await db.device.findFirst({
    where: { id: input.deviceId, accountId: viewer.accountId, kind: 'phone', revokedAt: null },
    select: { id: true },
  });
  if (!device) return problem('not-found');
  const sessions = await listRosterSessions(viewer, input.sessionIds);
  await transaction(async (tx) => {
    const given = await tx.rosterHandout.findMany({
      where: { deviceId: device.id, sessionId: { in: sessions.map(({ id }) => id) } },
      select: { sessionId: true },
      take: sessions.length,
    });
    const fresh = sessions.filter(({ id }) => !given.some(({ sessionId }) => sessionId === id));
    await tx.rosterHandout.createMany({
      data: fresh.map(({ id }) => ({ deviceId: device.id, sessionId: id })),
      skipDuplicates: true,
    });
    for (const { id, unitId } of fresh)
      await record(tx, viewer, {
        verb: 'exported',
        action: 'takeRoster',
        subjectType: 'session',
        subjectId: id,
        unitId,
      });
  });
  return ok(
    await listRosters(
      viewer,
      sessions.map(({ id }) => id),
    ),
  );
}

/**
 * Takes a phone out of use that took attendance of this session (it was lost, or its trainer left): it gets no more
 * lists, and what it still sends is kept for review.
 */
export async function revokePhone(viewer: Viewer, input: RevokeInput): Promise<Result<{ id: string }, 'not-found'>> {
  const session = await findRegisterSession(viewer, input.sessionId, 'attendance.review');
  if (!session) return problem('not-found');
  return transaction(async (tx: Transaction) => {
    const { count } = await tx.device.updateMany({
      where: {
        id: input.deviceId,
        kind: 'phone',
        revokedAt: null,
        rosterHandouts: { some: { sessionId: session.id } },
      },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'revokePhone',
      subjectType: 'device',
      subjectId: input.deviceId,
      unitId: session.unitId,
    });
    return ok({ id: session.id });
  });
}
