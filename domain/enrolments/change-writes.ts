import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { isLive } from '@/domain/scales/enrolment-state';
import { holdSessions } from '@/domain/session-writes';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { isOpen } from '@/domain/trainings/session';
import type { Transaction } from '@/prisma/transaction';

const outcomes = { cancel: 'cancelled', accept: 'confirmed', decline: 'declined' } as const;

type Changed = {
  enrolmentId: string;
  /** gives the seat or the place in the line back, takes the seat that is offered, or passes it on */
  what: keyof typeof outcomes;
  /** as the trail names it */
  action: string;
};

/**
 * Changes a place on a list, for commands that have asked whose it is; without a viewer by whoever holds the ticket.
 * 'as-it-was': it had been done before. 'already-begun': also when the session stands no more.
 */
export async function changePlace(
  tx: Transaction,
  viewer: Viewer | null,
  { enrolmentId, what, action }: Changed,
): Promise<Result<{ sessionId: string }, 'as-it-was' | 'already-begun' | 'offer-over' | 'not-on-list'>> {
  const { sessionId } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { sessionId: true },
  });
  const session = (await holdSessions(tx, [sessionId], 'seats')).get(sessionId);
  if (!session) throw new Error(`no session of enrolment ${enrolmentId}`);
  const { unitId, startsAt, now } = session;
  const over = startsAt <= now || !isOpen(session);
  await settleSeats(tx, sessionId);
  const { state } = await tx.enrolment.findUniqueOrThrow({ where: { id: enrolmentId }, select: { state: true } });
  const outcome = outcomes[what];
  if (state === outcome) return problem('as-it-was');
  if (over) return problem('already-begun');
  if (what === 'cancel' && !isLive(state)) return problem('not-on-list');
  if (what !== 'cancel' && state !== 'offered') return problem('offer-over');

  await tx.enrolment.update({
    where: { id: enrolmentId },
    data: { state: outcome, ...(outcome === 'confirmed' ? {} : { seatNo: null }), changedAt: new Date() },
    select: { id: true },
  });
  await settleSeats(tx, sessionId);
  await record(tx, viewer, {
    verb: 'changed',
    action,
    subjectType: 'enrolment',
    subjectId: enrolmentId,
    unitId,
    change: { from: state, to: outcome },
  });
  return ok({ sessionId });
}
