import { describe, expect, test } from 'vitest';
import { allBits, bitsOf, placeKeyOf, spacedWords, textQueryOf, wordsOf } from './search-words';

describe('the words of a question', () => {
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

  test('are in a text where words of it begin so, and nowhere within one', () => {
    const text = spacedWords('Sử dụng VNeID (1+1), thanh toán');
    const words = wordsOf('toan vnei neid 1');
    expect(words.map((word) => bitsOf([word], text))).toEqual([1, 1, 0, 1]);
    expect(bitsOf(wordsOf('vneid thanh toan'), text)).toBe(allBits(['a', 'b', 'c']));
    expect(bitsOf(['a'], spacedWords('…'))).toBe(0);
  });
});
