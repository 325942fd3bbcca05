import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashCode, looksLikeRecoveryCode, meantCode, newRecoveryCodes } from './recovery-code';

test('ten codes, each another one, in three groups of letters that nobody mistakes', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
});

test('a code is what was meant: capitals, spaces and letters that look like figures are no mistakes', () => {
  expect(meantCode(' ABCD 10ef-GHJK ')).toBe('abcd10efghjk');
  expect(meantCode('abcd-lOef-ghjk')).toBe('abcd10efghjk');
  expect(looksLikeRecoveryCode('abcd-10ef-ghjk')).toBe(true);
  for (const wrong of ['', '123456', 'abcd-10ef-ghj', 'x'.repeat(1000)])
    expect(looksLikeRecoveryCode(wrong)).toBe(false);
});

test('two accounts with one code keep two hashes, and neither holds the code', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const code = newRecoveryCodes()[0] ?? '';
  const hash = await hashCode(first, code);
  expect(hash).toHaveLength(32);
  expect(await hashCode(first, code.toUpperCase())).toEqual(hash);
  expect(await hashCode(second, code)).not.toEqual(hash);
  expect(Buffer.from(hash).toString('latin1')).not.toContain(meantCode(code));
});
