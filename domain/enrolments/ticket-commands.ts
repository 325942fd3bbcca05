import { record } from '@/domain/audit/record';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { isLive, type TicketInput } from './enrolment';
import { settleSeats } from './seats';
import { isSecret, ticketHash } from './ticket';

export type TicketProblem = 'not-found' | 'already-begun' | 'offer-over' | 'not-open';

const outcomes = { cancel: 'cancelled', accept: 'confirmed', decline: 'declined' } as const;

/**
 * What whoever holds a ticket does with it: gives the seat or the place in the line back, takes or declines the seat she
 * is offered. Doing the same again changes nothing and succeeds. What is freed is offered to the next at once.
 */
export async function changeByTicket({
  ticket,
  do: what,
}: TicketInput): Promise<Result<{ sessionId: string }, TicketProblem>> {
  if (!isSecret(ticket)) return problem('not-found');
  return transaction(async (tx) => {
    const hers = await lock(tx, ticket);
    if (!hers) return problem('not-found');
    const { id, sessionId, unitId } = hers;
    await settleSeats(tx, sessionId);
    const { state } = await tx.enrolment.findUniqueOrThrow({ where: { id }, select: { state: true } });
    const outcome = outcomes[what];
    if (state === outcome) return ok({ sessionId });
    if (hers.over) return problem('already-begun');
    if (what === 'cancel' ? !isLive(state) : state !== 'offered')
      return problem(what === 'cancel' ? 'not-open' : 'offer-over');

    const seatNo = outcome === 'confirmed' ? {} : { seatNo: null };
    await tx.enrolment.update({
      where: { id },
      data: { state: outcome, ...seatNo, changedAt: new Date() },
      select: { id: true },
    });
    await settleSeats(tx, sessionId);
    await record(tx, null, {
      verb: 'changed',
      action: 'changeByTicket',
      subjectType: 'enrolment',
      subjectId: id,
      unitId,
      change: { from: state, to: outcome },
    });
    return ok({ sessionId });
  });
}

/** The session first, then the enrolment: always in this order. `over`: it has begun, or stands no more. */
async function lock(tx: Transaction, secret: string) {
  const [row] = await tx.$queryRaw<{ id: string; sessionId: string; unitId: string; over: boolean }[]>`
    SELECT e.id::text, s.id::text AS "sessionId", s.unit_id::text AS "unitId",
      s.starts_at <= clock_timestamp() OR s.state NOT IN ('approved', 'proposed') AS over
    FROM enrolment e JOIN session s ON s.id = e.session_id WHERE e.ticket_hash = ${ticketHash(secret)} FOR NO KEY UPDATE OF s`;
  return row;
}
