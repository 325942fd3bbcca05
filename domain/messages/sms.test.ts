import { describe, expect, test } from 'vitest';
import { smsOf, withoutMarks } from './sms';

describe('how many SMS a text becomes', () => {
  test.each([
    ['a', 160, 'small', 1],
    ['a', 161, 'small', 2],
    ['a', 306, 'small', 2],
    ['a', 307, 'small', 3],
    ['ệ', 70, 'large', 1],
    ['ệ', 71, 'large', 2],
    ['ệ', 134, 'large', 2],
    ['ệ', 135, 'large', 3],
    ['€', 80, 'small', 1],
    ['€', 81, 'small', 2],
    // 76 to a part of 153 places: the last place stays empty rather than half a letter
    ['€', 152, 'small', 2],
    ['€', 153, 'small', 3],
    ['😀', 35, 'large', 1],
    // 33 to a part of 67
    ['😀', 66, 'large', 2],
    ['😀', 67, 'large', 3],
  ] as const)('%s, %i times: %s alphabet, %i', (letter, times, alphabet, parts) => {
    expect(smsOf(letter.repeat(times))).toEqual({ alphabet, parts });
  });

  test('one Vietnamese letter among many others makes all of it large; à, é and ù alone do not', () => {
    expect(smsOf(`${'a'.repeat(99)}ạ`)).toEqual({ alphabet: 'large', parts: 2 });
    expect(smsOf('Là bà Hòa'.replace('ò', 'o'))).toEqual({ alphabet: 'small', parts: 1 });
    expect(smsOf('Hòa'.normalize('NFD'))).toEqual(smsOf('Hòa'));
  });
});

test('without marks every sign of ours fits the small alphabet and still reads', () => {
  const text = 'Đổi giờ: “VNeID” 14:00 – 16:00, Thứ Ba, 24/11/2026… chị đừng lo nhé — Hội';
  expect(withoutMarks(text)).toBe('Doi gio: "VNeID" 14:00 - 16:00, Thu Ba, 24/11/2026... chi dung lo nhe - Hoi');
  expect(smsOf(withoutMarks(text)).alphabet).toBe('small');
});
