import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import { countedTransaction } from '@/domain/units/period/period-writes';
import type { Transaction } from '@/prisma/transaction';
import type { ReviewInput, SettleInput } from '../attendance';
import { lockEnrolments, takeDesk } from './lock-writes';
import { findRegisterSession } from './register-queries';

const HELD_MAX = 500;

export type SettleProblem = 'not-found' | 'closed' | 'changed-since-read' | 'no-conflict' | 'period-locked';

/**
 * Says what holds where two phones differ. It is a word of its own, kept beside theirs. `changed-since-read`: another
 * word has come since she looked. `closed`: the session was reported or cancelled, and she is only its trainer.
 */
export async function settleAttendance(
  viewer: Viewer,
  input: SettleInput,
): Promise<Result<{ id: string }, SettleProblem>> {
  const session = await findRegisterSession(viewer, input.sessionId, 'attendance.settle');
  if (!session) return problem('not-found');
  if (!session.rights.settle) return problem('closed');
  return countedTransaction(async (tx): Promise<Result<{ id: string }, SettleProblem>> => {
    const state = (await holdSessions(tx, [session.id], 'marks')).get(session.id)?.state;
    // reported or cancelled since she asked: from then on only whoever reviews says what holds
    if (state !== 'approved' && !session.rights.review) return problem('closed');
    await lockEnrolments(tx, [input.enrolmentId]);
    const line = await tx.attendance.findFirst({
      where: { enrolmentId: input.enrolmentId, sessionId: session.id },
      select: { conflict: true, lastArrival: true },
    });
    if (!line) return problem('not-found');
    if (String(line.lastArrival) !== input.lastArrival) return problem('changed-since-read');
    if (!line.conflict) return problem('no-conflict');
    const { deviceId, next } = await takeDesk(tx, viewer.accountId, 'desk');
    const { enrolmentId, mark } = input;
    await tx.attendanceEvent.create({
      data: {
        deviceId,
        enrolmentId,
        mark,
        sequence: next,
        sessionId: session.id,
        kind: 'settlement',
        markedAt: new Date(),
        markedById: viewer.accountId,
      },
      select: { sequence: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'settleAttendance',
      subjectType: 'enrolment',
      subjectId: enrolmentId,
      unitId: session.unitId,
      change: { to: mark },
    });
    return ok({ id: session.id });
  });
}

export type ReviewProblem = 'not-found' | 'already-decided' | 'period-locked';

/**
 * Decides on what a phone sent when it no longer counted by itself, all that she was shown. Accepted, the marks count
 * from now on like any other; refused, they stay on record and count for nothing.
 */
export async function reviewAttendance(
  viewer: Viewer,
  input: ReviewInput,
): Promise<Result<{ id: string; count: number }, ReviewProblem>> {
  const session = await findRegisterSession(viewer, input.sessionId, 'attendance.review');
  if (!session) return problem('not-found');
  const { deviceId } = input;
  const accepted = input.decision === 'accept';
  return countedTransaction(async (tx): Promise<Result<{ id: string; count: number }, ReviewProblem>> => {
    const waiting = { sessionId: session.id, deviceId, heldForReview: true, review: null };
    const rows = await tx.attendanceEvent.findMany({
      where: { ...waiting, sequence: { lte: BigInt(input.upTo) } },
      orderBy: { sequence: 'asc' },
      select: { sequence: true, enrolmentId: true },
      take: HELD_MAX,
    });
    await lockEnrolments(tx, [...new Set(rows.map(({ enrolmentId }) => enrolmentId))]);
    const { count } = await tx.attendanceReview.createMany({
      data: rows.map(({ sequence }) => ({ deviceId, sequence, accepted, decidedById: viewer.accountId })),
      skipDuplicates: true,
    });
    if (count === 0) return problem('already-decided');
    if (accepted) await admitWalkIns(tx, deviceId, session.id);
    await record(tx, viewer, {
      verb: 'changed',
      action: 'reviewAttendance',
      subjectType: 'session',
      subjectId: session.id,
      unitId: session.unitId,
      change: { accepted, taps: count },
    });
    return ok({ id: session.id, count });
  });
}

/** A woman at the door whose marks are accepted is in the session after all, without a seat. */
async function admitWalkIns(tx: Transaction, deviceId: string, sessionId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE enrolment e SET state = 'waiting', changed_at = now()
    WHERE e.session_id = ${sessionId}::uuid AND e.state = 'cancelled' AND e.origin = 'walk_in' AND e.erased_on IS NULL
      AND EXISTS (SELECT FROM walk_in w WHERE w.enrolment_id = e.id AND w.device_id = ${deviceId}::uuid)
      AND EXISTS (SELECT FROM attendance a WHERE a.enrolment_id = e.id AND a.mark IS NOT NULL)
      AND NOT EXISTS (SELECT FROM enrolment o WHERE o.session_id = e.session_id AND (o.phone_print = e.phone_print OR o.person_id = e.person_id)
        AND o.state IN ('confirmed', 'waiting', 'offered'))`;
}
