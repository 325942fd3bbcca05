import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** She has ten minutes to sign in at the provider. */
export const ERRAND_SECONDS = 600;

const errand = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** where she wanted to go: a path of the portal */
  to: z.string(),
  locale: z.enum(['vi', 'en']),
  /** when it began, in milliseconds since 1970 */
  at: z.number(),
});

/** What a browser keeps while she is away at the provider: what its answer has to repeat, and where she wanted to go. */
export type Errand = z.output<typeof errand>;

const ALGORITHM = 'aes-256-gcm';
const IV = 12;
const TAG = 16;
/** No address that a browser is sent back with is longer. */
const SEALED_MAX = 4_000;

/** A key for this alone. */
const keyOf = (secret: string) => createHmac('sha256', secret).update('errand at a provider').digest();

/** An errand as a cookie: only the portal reads it, and nobody else writes one. */
export function sealErrand(what: Errand, secret: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(ALGORITHM, keyOf(secret), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(what), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The errand of a cookie; null for what is none, was sealed with another secret, or began more than ten minutes ago. */
export function openErrand(cookie: string | undefined, secret: string, now = Date.now()): Errand | null {
  if (!cookie || cookie.length > SEALED_MAX) return null;
  const bytes = Buffer.from(cookie, 'base64url');
  if (bytes.length <= IV + TAG) return null;
  const decipher = createDecipheriv(ALGORITHM, keyOf(secret), bytes.subarray(0, IV), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]).toString('utf8');
    const what = errand.parse(JSON.parse(text));
    return now >= what.at && now - what.at < ERRAND_SECONDS * 1_000 ? what : null;
  } catch {
    return null;
  }
}
