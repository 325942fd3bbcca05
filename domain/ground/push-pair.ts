import { createECDH } from 'node:crypto';

/** The pair by which push services know the portal, as browsers spell keys. Whoever follows it did so with the public one. */
export type PushKeys = { public: string; private: string };

const PUBLIC_BYTES = 65;
const PRIVATE_BYTES = 32;

/** Whether a text is a pair whose public key follows from its private one: a letter that was mistyped makes it none. */
export function isPushPair(text: string): boolean {
  const keys = parsePushKeys(text);
  if (!keys) return false;
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(Buffer.from(keys.private, 'base64url'));
    return pair.getPublicKey().equals(Buffer.from(keys.public, 'base64url'));
  } catch {
    return false;
  }
}

/** A pair as text, "public:private"; null for what is none. */
export function parsePushKeys(text: string): PushKeys | null {
  const [open = '', secret = ''] = text.trim().split(':');
  const isPair =
    Buffer.from(open, 'base64url').length === PUBLIC_BYTES && Buffer.from(secret, 'base64url').length === PRIVATE_BYTES;
  return isPair ? { public: open, private: secret } : null;
}
