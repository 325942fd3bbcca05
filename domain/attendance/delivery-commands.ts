import { isWithin, pathOf, spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { Delivered, Delivery, Tap } from './delivery';
import { markOf } from './mark';
import { type Reception, receptionsOf } from './reception-queries';
import { lockEnrolments } from './register/lock-writes';
import { enrolWalkIn } from './roster/walk-in-writes';

/**
 * Takes in the taps of a phone in any order, however often and late they come: one that is there already changes
 * nothing. `safe` names what the phone may forget. `not-found`: not her phone.
 */
export async function deliverAttendance(viewer: Viewer, input: Delivery): Promise<Result<Delivered, 'not-found'>> {
  const device = await db.device.findFirst({
    where: { id: input.deviceId, accountId: viewer.accountId, kind: 'phone' },
    select: { id: true, revokedAt: true },
  });
  if (!device) return problem('not-found');
  const now = Date.now();
  const sessionIds = [...new Set(input.taps.map(({ sessionId }) => sessionId))];
  const received = await receptionsOf(viewer, device, sessionIds);
  const heard = input.taps.filter(({ sessionId }) => received.has(sessionId));

  return transaction(async (tx) => {
    const receptions = await stillReceived(tx, received, heard);
    const cameAs = await enrolWalkIns(tx, device.id, heard, receptions);
    const standsAs = await enrolmentsOf(tx, heard, cameAs);
    const known = heard.filter((tap) => standsAs.has(tap.enrolmentId));
    const enrolmentIds = [...new Set(standsAs.values())];
    await lockEnrolments(tx, enrolmentIds);
    const { count } = await tx.attendanceEvent.createMany({
      data: known.map((tap) => ({
        deviceId: device.id,
        sequence: BigInt(tap.sequence),
        sessionId: tap.sessionId,
        enrolmentId: standsAs.get(tap.enrolmentId) ?? '',
        mark: tap.mark,
        markedAt: new Date(tap.markedAt),
        clockOffsetMs: BigInt(now - input.clock),
        markedById: viewer.accountId,
        // the right has ended, the session is closed or the phone is out of use
        heldForReview: receptions.get(tap.sessionId)?.counts === false,
      })),
      skipDuplicates: true,
    });
    if (count > 0) await recordDelivery(tx, viewer, known, receptions);
    const sequences = known.map(({ sequence }) => sequence);
    return ok({
      now,
      safe: sequences,
      held: await heldOf(tx, device.id, sequences),
      unknown: input.taps.map(({ sequence }) => sequence).filter((sequence) => !sequences.includes(sequence)),
      lines: await linesOf(tx, standsAs),
    });
  });
}

/** The receptions as the sessions stand now: one that was reported or cancelled meanwhile keeps its marks for review. */
async function stillReceived(tx: Transaction, received: Map<string, Reception>, taps: Tap[]) {
  const seated = taps.some(({ walkIn }) => walkIn);
  const held = await holdSessions(tx, [...received.keys()], seated ? 'seats' : 'marks');
  return new Map(
    [...received].map(([id, reception]) => [
      id,
      { ...reception, counts: reception.counts && held.get(id)?.state === 'approved' },
    ]),
  );
}

/** One after the other by session, as everybody who takes seats does; answers with what the phone's ids turned out to be. */
async function enrolWalkIns(tx: Transaction, deviceId: string, taps: Tap[], receptions: Map<string, Reception>) {
  const cameAs = new Map<string, string>();
  const walkIns = taps.filter(({ walkIn }) => walkIn).sort((one, other) => (one.sessionId < other.sessionId ? -1 : 1));
  const unitIds = walkIns.flatMap(({ walkIn }) => walkIn?.unitId ?? []);
  const units = await tx.unit.findMany({
    where: { id: { in: unitIds } },
    select: { id: true, unitSpans: spanToday() },
    take: unitIds.length,
  });
  for (const { sessionId, enrolmentId, walkIn } of walkIns) {
    const reception = receptions.get(sessionId);
    if (!walkIn || !reception || cameAs.has(enrolmentId)) continue;
    const unit = units.find(({ id }) => id === walkIn.unitId);
    const unitId = unit && isWithin(pathOf(unit), reception.unitPath) ? unit.id : null;
    const arrival = { id: enrolmentId, sessionId, deviceId, walkIn, unitId, counts: reception.counts };
    cameAs.set(enrolmentId, await enrolWalkIn(tx, arrival));
  }
  return cameAs;
}

/** The enrolment that each id of the phone stands for in that session, also after it was merged into another. */
async function enrolmentsOf(tx: Transaction, taps: Tap[], cameAs: Map<string, string>): Promise<Map<string, string>> {
  const spoken = [...new Set(taps.map(({ enrolmentId }) => enrolmentId))];
  const earlier = await tx.walkIn.findMany({
    where: { id: { in: spoken } },
    select: { id: true, enrolmentId: true },
    take: spoken.length,
  });
  const came = new Map([...earlier.map(({ id, enrolmentId }) => [id, enrolmentId] as const), ...cameAs]);
  const ids = spoken.map((id) => came.get(id) ?? id);
  const rows = await tx.enrolment.findMany({
    where: { id: { in: ids } },
    select: { id: true, sessionId: true, mergedIntoId: true },
    take: ids.length,
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  const standsAs = new Map<string, string>();
  for (const { enrolmentId, sessionId } of taps) {
    const row = found.get(came.get(enrolmentId) ?? enrolmentId);
    if (row?.sessionId === sessionId) standsAs.set(enrolmentId, row.mergedIntoId ?? row.id);
  }
  return standsAs;
}

async function recordDelivery(tx: Transaction, viewer: Viewer, known: Tap[], receptions: Map<string, Reception>) {
  for (const [sessionId, { unitId, counts }] of receptions) {
    const taps = known.filter((tap) => tap.sessionId === sessionId);
    if (taps.length === 0) continue;
    const change = { taps: taps.length, walkIns: taps.filter(({ walkIn }) => walkIn).length, held: !counts };
    const action = 'deliverAttendance';
    await record(tx, viewer, { verb: 'changed', action, subjectType: 'session', subjectId: sessionId, unitId, change });
  }
}

/** The taps kept for review, as it was decided when they first came. */
async function heldOf(tx: Transaction, deviceId: string, sequences: number[]): Promise<number[]> {
  const rows = await tx.attendanceEvent.findMany({
    where: { deviceId, sequence: { in: sequences.map(BigInt) }, heldForReview: true },
    select: { sequence: true },
    take: sequences.length,
  });
  return rows.map(({ sequence }) => Number(sequence));
}

async function linesOf(tx: Transaction, standsAs: Map<string, string>) {
  const ids = [...standsAs.values()];
  const rows = await tx.attendance.findMany({
    where: { enrolmentId: { in: ids } },
    select: { enrolmentId: true, mark: true, conflict: true },
    take: ids.length,
  });
  return [...standsAs].map(([id, enrolmentId]) => {
    const line = rows.find((row) => row.enrolmentId === enrolmentId);
    return { id, mark: markOf(line?.mark), conflict: line?.conflict ?? false };
  });
}
