import 'server-only';
import { ticketHash as hashOf, secretOf } from '@/domain/enrolments/tickets/ticket';
import { env } from '@/server/env';

/**
 * The secret in the address of a ticket, /ve/<secret>, made anew each time. A new NEXTAUTH_SECRET makes another one;
 * addresses given out before stay good, as the enrolment keeps their SHA-256 (`ticket_hash`).
 */
export function ticketSecret(enrolmentId: string): string {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is needed for the addresses of tickets');
  return secretOf(enrolmentId, env.NEXTAUTH_SECRET);
}

/** The secret for an address that is told again; null where there is no ticket, or one that was made with another key. */
export function knownTicketSecret({ id, ticketHash }: { id: string; ticketHash: Uint8Array | null }): string | null {
  if (!ticketHash) return null;
  const secret = ticketSecret(id);
  return Buffer.from(hashOf(secret)).equals(Buffer.from(ticketHash)) ? secret : null;
}
