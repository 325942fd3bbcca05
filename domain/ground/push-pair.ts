/** The pair by which push services know the portal, as browsers spell keys. Whoever follows it did so with the public one. */
export type PushKeys = { public: string; private: string };

const PUBLIC_BYTES = 65;
const PRIVATE_BYTES = 32;

/** A pair as text, "public:private"; null for what is none. */
export function parsePushKeys(text: string): PushKeys | null {
  const [open = '', secret = ''] = text.trim().split(':');
  const isPair =
    Buffer.from(open, 'base64url').length === PUBLIC_BYTES && Buffer.from(secret, 'base64url').length === PRIVATE_BYTES;
  return isPair ? { public: open, private: secret } : null;
}
