import { isSecret, ticketHash } from '@/domain/ground/ticket-secret';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { changePlace } from '../change-writes';
import type { TicketInput } from '../enrolment';

export type TicketProblem = 'not-found' | 'already-begun' | 'offer-over' | 'not-on-list';

/**
 * Gives back, takes or declines a seat or place, for whoever holds its ticket. Doing the same again changes nothing
 * and succeeds; what is freed is offered to the next at once.
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
