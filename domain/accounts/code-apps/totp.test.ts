import { Secret } from 'otpauth';
import { expect, test } from 'vitest';
import { newSecret, setUpAddress, spaced, stepOfCode } from './totp';

/** The secret and codes of RFC 6238, appendix B, by their last six digits. */
const RFC = Secret.fromUTF8('12345678901234567890').base32;
const CODES: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
];

test('codes are those of the standard, each of its half minute', () => {
  for (const [seconds, code] of CODES)
    expect(stepOfCode(RFC, code, new Date(seconds * 1000)), code).toBe(Math.floor(seconds / 30));
});

test('what is no code of that time is none', () => {
  for (const wrong of ['287083', '', '28708', '2870820', 'abcdef'])
    expect(stepOfCode(RFC, wrong, new Date(59_000)), wrong).toBeNull();
  expect(stepOfCode(RFC, '287082', new Date(59_000 + 90_000))).toBeNull();
});

test('a secret has 160 bits, is another each time, and stands whole in the address of the QR code', () => {
  const secret = newSecret();
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
  expect(newSecret()).not.toBe(secret);
  const address = new URL(setUpAddress(secret, 'chi.lan@demo.invalid'));
  expect(address.protocol).toBe('otpauth:');
  expect(address.searchParams.get('secret')).toBe(secret);
  expect(spaced(secret).replaceAll(' ', '')).toBe(secret);
});
