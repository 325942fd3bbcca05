import { createHash, randomBytes } from 'node:crypto';

/** Only the hash of a secret token is kept: who reads the table can neither become anyone nor take up an invitation. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest());

/** A new secret token: 32 random bytes, for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');
