import 'server-only';
import { secretOf } from '@/domain/enrolments/ticket';
import { env } from '@/server/env';

/**
 * The secret in the address of a ticket, made anew each time it is needed: /ve/<secret>. It holds as long as its SHA-256
 * is the `ticket_hash` of the enrolment; after a new NEXTAUTH_SECRET it is another one, while addresses given out before stay good.
 */
export function ticketSecret(enrolmentId: string): string {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is needed for the addresses of tickets');
  return secretOf(enrolmentId, env.NEXTAUTH_SECRET);
}
