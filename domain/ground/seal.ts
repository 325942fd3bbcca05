import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key of the ring: its name, which the database knows, and the 32 bytes, which it never sees. */
export type SealingKey = { label: string; secret: Buffer };

/** The place of a sealed value. It is part of what is sealed: moved to another row or column it does not open. */
export type SealPlace = { table: string; column: string; row: string; keyId: string };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

const bound = ({ table, column, row, keyId }: SealPlace) =>
  Buffer.from(JSON.stringify([table, column, row, keyId]), 'utf8');

/** Seals a value with AES-256-GCM: a random nonce of 12 bytes, the ciphertext, the tag of 16 bytes. */
export function seal(value: string, place: SealPlace, key: SealingKey): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound(place));
  return Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The value that was sealed for this place with this key; null when one bit of it, the place or the key is another. */
export function unseal(sealed: Uint8Array, place: SealPlace, key: SealingKey): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key.secret, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bound(place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

const KEY_BYTES = 32;

/** The keys of a ring as text, "label:base64" each, the first one sealing; what is not a key of 32 bytes is left out. */
export function parseRing(text: string): SealingKey[] {
  return text.split(/[\s,]+/).flatMap((entry) => {
    const [label = '', encoded = ''] = entry.split(':');
    const secret = Buffer.from(encoded, 'base64');
    return /^[a-z0-9-]{1,40}$/i.test(label) && secret.length === KEY_BYTES ? [{ label, secret }] : [];
  });
}
