import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { hashPassword, isOutdated, isPassword } from './password';
import { passwordInput } from './password-input';

const wrong = (password: string) => passwordInput.safeParse(password).error?.issues.map(({ message }) => message);

describe('a password that is chosen', () => {
  test('has twelve letters at least and 128 at most; a longer one is refused, not cut', () => {
    const letters = 'chiều nay trời mưa to '.repeat(10);
    expect(wrong(letters.slice(0, 11))).toEqual(['too-short']);
    for (const length of [12, 128]) expect(wrong(letters.slice(0, length))).toBeUndefined();
    for (const length of [129, 201]) expect(wrong(letters.slice(0, length))).toEqual(['password-too-long']);
  });

  test.each([
    'Mật khẩu 2026!',
    'matkhau123456',
    'mat-khau.2026!',
    'phunudongnai2026',
    'Hội LHPN Đồng Nai',
    '123456789012',
    'qwertyuiop123',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'Password@2026',
    'admin-admin-1234',
    'nguyenthivan1980',
    '0912345678 0912',
  ])('is none of those that are tried first: %s', (password) => {
    expect(wrong(password)).toEqual(['too-common']);
  });

  test.each(['mot cau ngan de nho', 'bốn con mèo ngủ trưa', 'k7x2-m9qa-tt4w', 'nấu chè đậu xanh cho bà'])(
    'a sentence or chance is as good as ever: %s',
    (password) => {
      expect(wrong(password)).toBeUndefined();
    },
  );
});

describe('a password that is kept', () => {
  test('is the same, however the keyboard puts its letters together', async () => {
    const kept = await hashPassword('bốn con mèo ngủ trưa'.normalize('NFC'));
    expect(await isPassword('bốn con mèo ngủ trưa'.normalize('NFD'), kept)).toBe(true);
    expect(await isPassword('bon con meo ngu trua', kept)).toBe(false);
  });

  test('is asked in full: nothing after any letter is ignored', async () => {
    const long = 'chiều nay trời mưa to '.repeat(12);
    const kept = await hashPassword(long.slice(0, 128));
    expect(await isPassword(long.slice(0, 128), kept)).toBe(true);
    for (const length of [127, 129, 260]) expect(await isPassword(long.slice(0, length), kept)).toBe(false);
    expect(await isPassword('', null)).toBe(false);
  });

  test('from before is still known, and is to be made anew', async () => {
    const typed = 'mèo ngủ trưa'.normalize('NFD');
    const before = await hash(typed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await isPassword(typed, before)).toBe(true);
    expect([isOutdated(before), isOutdated(await hashPassword(typed))]).toEqual([true, false]);
  });
});
