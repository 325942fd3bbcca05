import 'server-only';
import { createHash, createHmac } from 'node:crypto';
import { env } from './env';

/** 128 bits in lower-case base32: short enough to be typed off a paper once, too long to be guessed. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;
const SECRET = new RegExp(`^[a-z2-7]{${LENGTH}}$`);

/** Only such a text is looked up at all. */
export const isSecret = (text: string) => SECRET.test(text);

/** The hash that is kept of a secret: SHA-256 of its letters. */
export const ticketHash = (secret: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(secret, 'ascii').digest());

/**
 * The secret of an enrolment's ticket: 128 bits of an HMAC over its id. So that every later message can carry the
 * address again, although nothing but the hash is stored.
 */
export function secretOf(enrolmentId: string, key: string): string {
  const bytes = createHmac('sha256', key).update(`ticket ${enrolmentId}`).digest().subarray(0, 16);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.padEnd(LENGTH * 5, '0').match(/.{5}/g) ?? [];
  return letters.map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

/**
 * The secret in the address of a ticket, /ve/<secret>, made anew each time. A new NEXTAUTH_SECRET makes another one;
 * addresses given out before stay good, as the enrolment keeps their SHA-256 (`ticket_hash`).
 */
export function ticketSecret(enrolmentId: string): string {
  if (!env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is needed for the addresses of tickets');
  return secretOf(enrolmentId, env.NEXTAUTH_SECRET);
}

/** The secret for an address that is told again; null where there is no ticket, or one that was made with another key. */
export function knownTicketSecret({
  id,
  ticketHash: hash,
}: {
  id: string;
  ticketHash: Uint8Array | null;
}): string | null {
  if (!hash) return null;
  const secret = ticketSecret(id);
  return Buffer.from(ticketHash(secret)).equals(Buffer.from(hash)) ? secret : null;
}
