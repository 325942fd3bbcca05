import { createHmac } from 'node:crypto';
import { Secret } from 'otpauth';

/** What an app shows at an instant, worked out by RFC 6238 and by none of the portal's code. */
export function codeOf(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const digest = createHmac('sha1', Buffer.from(Secret.fromBase32(secret).buffer))
    .update(counter)
    .digest();
  const from = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
