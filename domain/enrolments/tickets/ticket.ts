import { createHash, createHmac, randomBytes } from 'node:crypto';

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

/** An id for a new enrolment (uuid version 7, as all ids), known before its row is written: the ticket is made of it. */
export function newEnrolmentId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  const chance = randomBytes(10);
  chance[0] = ((chance[0] ?? 0) & 0x0f) | 0x70;
  chance[2] = ((chance[2] ?? 0) & 0x3f) | 0x80;
  const hex = time + chance.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
