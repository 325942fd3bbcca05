import 'server-only';
import { ticketHash as hashOf, secretOf } from '@/domain/enrolments/ticket';
import { env } from '@/server/env';

/**
 * The secret in the address of a ticket, made anew each time it is needed: /ve/<secret>. It holds as long as its SHA-256
 * is the `ticket_hash` of the enrolment; after a new NEXTAUTH_SECRET it is another one, while addresses given out before stay good.
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
