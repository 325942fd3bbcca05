import 'server-only';
import { createHmac } from 'node:crypto';
import { env } from './env';

/** What a link in a letter opens. */
type Opened = 'invitation' | 'password reset' | 'member card';

/**
 * The token of a link: 32 bytes of an HMAC over its row. So the outbox holds none, each try to send a mail carries the same
 * one, and whoever reads the tables opens nothing.
 */
export function linkToken(opened: Opened, id: string, round = 1): string {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is needed for the links of letters');
  return createHmac('sha256', env.NEXTAUTH_SECRET).update(`${opened} ${id} ${round}`).digest('hex');
}
