import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALPHABET, CHANCE_LENGTH, codeOf, inAddress, inGroups, isSound, readCode } from './code';

const places = fc.array(fc.integer({ min: 0, max: ALPHABET.length - 1 }), {
  minLength: CHANCE_LENGTH,
  maxLength: CHANCE_LENGTH,
});
const codes = places.map(codeOf);
const letter = fc.constantFrom(...ALPHABET);

test('a code is sound, has no vowel, and is read back from print and address', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[^AEIOUY1]{13}$/);
      expect(isSound(code)).toBe(true);
      for (const written of [inGroups(code), inAddress(code), ` ${inGroups(code).replaceAll('-', ' ')} `])
        expect(readCode(written)).toBe(code);
      expect(inAddress(code)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(CHANCE_LENGTH), letter, (code, at, wrong) => {
      fc.pre(code[at] !== wrong);
      expect(isSound(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('every swap of two neighbours is noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(CHANCE_LENGTH - 1), (code, at) => {
      const [one = '', other = ''] = [code[at], code[at + 1]];
      fc.pre(one !== other);
      expect(isSound(code.slice(0, at) + other + one + code.slice(at + 2))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('too short, too long and foreign characters are no code; O, I and 1 are read as what they look like', () => {
  const code = codeOf(Array(CHANCE_LENGTH).fill(0));
  for (const wrong of ['', code.slice(1), `${code}0`, 'ĐÂY LÀ TÊN']) expect(isSound(readCode(wrong))).toBe(false);
  expect(readCode('oOiI1')).toBe('00LLL');
});
