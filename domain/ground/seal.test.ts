import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseRing, type SealPlace, seal, unseal } from './seal';

const key = { label: 'a', secret: randomBytes(32) };
const place: SealPlace = { table: 'sensitive_field', column: 'ethnicity', row: 'p-1', keyId: 'k-1' };

describe('a sealed value', () => {
  test('opens with its key in its place, and is another ciphertext each time', () => {
    const [one, other] = [seal('Chơ Ro', place, key), seal('Chơ Ro', place, key)];
    expect(unseal(one, place, key)).toBe('Chơ Ro');
    expect(one.equals(other)).toBe(false);
    expect(one.toString('utf8')).not.toContain('Ro');
  });

  test('does not open in another row, column, table or under another key name', () => {
    const sealed = seal('Hoa', place, key);
    for (const change of [{ row: 'p-2' }, { column: 'religion' }, { table: 'person' }, { keyId: 'k-2' }])
      expect(unseal(sealed, { ...place, ...change }, key)).toBeNull();
    // what stands beside each other does not run together
    expect(unseal(sealed, { ...place, table: 'sensitive_fielde', column: 'thnicity' }, key)).toBeNull();
  });

  test('does not open with another key, nor when any one bit is flipped or the end is cut', () => {
    const sealed = seal('Khmer', place, key);
    expect(unseal(sealed, place, { label: 'a', secret: randomBytes(32) })).toBeNull();
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(unseal(flipped, place, key), `bit ${bit}`).toBeNull();
    }
    expect(unseal(sealed.subarray(0, -1), place, key)).toBeNull();
    expect(unseal(Buffer.alloc(5), place, key)).toBeNull();
  });
});

describe('a ring of keys', () => {
  test('is read in its order, from lines or commas; what is no key of 32 bytes is left out', () => {
    const [one, other] = [randomBytes(32), randomBytes(32)];
    const text = `b:${other.toString('base64')}\na:${one.toString('base64')},short:AAAA\n\n# nothing\n`;
    expect(parseRing(text)).toEqual([
      { label: 'b', secret: other },
      { label: 'a', secret: one },
    ]);
    expect(parseRing('')).toEqual([]);
  });
});
