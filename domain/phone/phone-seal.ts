/**
 * Data on a phone, sealed (AES-GCM, a nonce each) with a key that the portal hands to the signed-in account. Scripts
 * cannot read that key out of the browser, which forgets it at sign-out.
 */
export type Sealed = { nonce: Uint8Array<ArrayBuffer>; text: ArrayBuffer };

const NONCE_BYTES = 12;

/** The key as it came from the portal, base64, as one that only seals and opens. */
export function keyOf(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) };
}

/** The sealed value; rejects under another key. */
export async function unseal<Value>(key: CryptoKey, { nonce, text }: Sealed): Promise<Value> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, text);
  return JSON.parse(new TextDecoder().decode(plain)) as Value;
}
