import { describe, expect, test } from 'vitest';
import { normalEmail } from '@/domain/accounts/account';
import { line } from '@/domain/texts/text';
import { nameInput } from './name';

describe('a name', () => {
  test.each([
    ['of nothing but signs that nobody sees', '\u3164\u3164'],
    ...[0x200b, 0x200d, 0xad, 0x2060, 0x115f, 0x1160, 0xffa0, 0x2800, 0x34f, 0xfe0f, 0xe0041].map((code) => [
      `with the invisible sign U+${code.toString(16)}`,
      `Lan${String.fromCodePoint(code)}Anh`,
    ]),
  ])('%s is refused', (_, typed) => {
    expect(nameInput.safeParse(typed).success).toBe(false);
  });

  test.each(['Đỗ Thị Hòa', 'Đỗ Thị Hòa'.normalize('NFD'), 'H’Hen Niê', 'Trần-Lê Mai', 'Thị  Vân'])(
    'is taken: %s',
    (typed) => {
      expect(nameInput.safeParse(typed).success).toBe(true);
    },
  );
});

test('a line that shows nothing counts as left empty', () => {
  for (const typed of ['\u3164\u3164', '\u00ad\u200b', '\u2800'])
    expect(
      line(1, 80)
        .safeParse(typed)
        .error?.issues.map(({ message }) => message),
    ).toContain('required');
  expect(line(1, 80).safeParse('a\u00adb').success).toBe(true);
});

describe('an e-mail address', () => {
  test('with a sign that no address has is none: nothing is left out of it', () => {
    for (const sign of ['\u0000', '\u200b', '\u00ad', '\ufeff', '\n', ' '])
      expect(normalEmail(`lan${sign}anh@vi-du.vn`), JSON.stringify(sign)).toBeUndefined();
    expect(normalEmail(' Lan@Vi-Du.vn ')).toBe('lan@vi-du.vn');
  });

  test('has 254 letters at most', () => {
    const of = (length: number) =>
      `${'a'.repeat(60)}@${'b'.repeat(50)}.${'c'.repeat(50)}.${'d'.repeat(50)}.${'e'.repeat(length - 217)}.vn`;
    expect(of(254)).toHaveLength(254);
    expect(normalEmail(of(254))).toBe(of(254));
    expect(normalEmail(of(255))).toBeUndefined();
  });
});
