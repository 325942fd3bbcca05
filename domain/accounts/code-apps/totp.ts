import { Secret, TOTP } from 'otpauth';

/** How apps of codes work unless told otherwise: six digits, a new code every half minute. */
const TOTP_OF_ALL = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const ISSUER = 'Phụ nữ số Đồng Nai';
const SECRET_BYTES = 20;

/** A new secret of an app, in the letters that can be typed. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The secret in groups of four, to be typed from another screen. */
export const spaced = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** What the QR code says: whose account it is, and the secret. */
export const setUpAddress = (secret: string, label: string): string =>
  new TOTP({ ...TOTP_OF_ALL, issuer: ISSUER, label, secret: Secret.fromBase32(secret) }).toString();

/** The half minute that a code belongs to, the one before and the one after included, for clocks are never right; null for a wrong code. */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const away = TOTP.validate({
    ...TOTP_OF_ALL,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp,
    window: 1,
  });
  return away === null ? null : TOTP.counter({ ...TOTP_OF_ALL, timestamp }) + away;
}
