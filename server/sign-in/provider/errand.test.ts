import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Errand, openErrand, sealErrand } from './errand';

const secret = 'a secret of thirty-two letters or more';
const began = Date.parse('2026-11-29T10:00:00Z');
const errand: Errand = { state: 's', nonce: 'n', verifier: 'v', to: '/admin/people?q=a', locale: 'en', at: began };

describe('what a browser keeps while she is at the provider', () => {
  test('is read by the portal, for ten minutes', () => {
    const cookie = sealErrand(errand, secret);
    expect(cookie).toMatch(/^[\w-]+$/);
    expect(openErrand(cookie, secret, began + 599_999)).toEqual(errand);
    expect(openErrand(cookie, secret, began + 600_000)).toBeNull();
    expect(openErrand(cookie, secret, began - 1)).toBeNull();
  });

  test('says nothing to whoever finds it, and is another one each time', () => {
    const [one, two] = [sealErrand(errand, secret), sealErrand(errand, secret)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('admin');
  });

  test('is nobody’s where another secret sealed it, or one bit of it is another', () => {
    const cookie = sealErrand(errand, secret);
    expect(openErrand(cookie, `${secret}.`, began)).toBeNull();
    const bytes = Buffer.from(cookie, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(openErrand(other.toString('base64url'), secret, began)).toBeNull();
    }
  });

  test('whatever else somebody writes into the cookie is no errand, and throws nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 6_000 }), fc.base64String()), (text) => {
        expect(openErrand(text, secret, began)).toBeNull();
      }),
      { numRuns: 10_000 },
    );
    expect(openErrand(undefined, secret)).toBeNull();
  });
});
