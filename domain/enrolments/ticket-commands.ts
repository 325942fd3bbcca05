import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { changePlace } from './change-writes';
import type { TicketInput } from './enrolment';
import { isSecret, ticketHash } from './ticket';

export type TicketProblem = 'not-found' | 'already-begun' | 'offer-over' | 'not-on-list';

/**
 * What whoever holds a ticket does with it: gives the seat or the place in the line back, takes or declines the seat she
 * is offered. Doing the same again changes nothing and succeeds. What is freed is offered to the next at once.
 */
export async function changeByTicket({
  ticket,
  do: what,
}: TicketInput): Promise<Result<{ sessionId: string }, TicketProblem>> {
  if (!isSecret(ticket)) return problem('not-found');
  const hers = await db.enrolment.findUnique({
    where: { ticketHash: ticketHash(ticket) },
    select: { id: true, sessionId: true },
  });
  if (!hers) return problem('not-found');
  const changed = await transaction((tx) =>
    changePlace(tx, null, { enrolmentId: hers.id, what, action: 'changeByTicket' }),
  );
  if (changed.ok) return changed;
  return changed.problem === 'as-it-was' ? ok({ sessionId: hers.sessionId }) : problem(changed.problem);
}
