import { describe, expect, test } from 'vitest';
import { askedFor, placeKeyOf, textQueryOf, wordsOf } from './search';

describe('a question to the portal', () => {
  test('marks, capitals and tone placement do not matter', () => {
    expect(wordsOf('ĐỒNG  Nai')).toEqual(['dong', 'nai']);
    expect(wordsOf('Hòa')).toEqual(wordsOf('Hoà'));
    expect(wordsOf('Phước'.normalize('NFD'))).toEqual(['phuoc']);
  });

  test('signs of the search language are words to nobody', () => {
    expect(textQueryOf("vneid') | !x & <-> :*")).toBe('vneid:* & x:*');
    expect(textQueryOf('…')).toBe('');
  });

  test('the kind of a place in front of its name is left out', () => {
    expect(placeKeyOf('Phường Long Hưng')).toBe('long hung');
    expect(placeKeyOf('xã')).toBe('xa');
  });

  test('a question is cut, not refused', () => {
    expect(askedFor('a'.repeat(500))).toHaveLength(80);
    expect(askedFor(undefined)).toBe('');
  });
});
