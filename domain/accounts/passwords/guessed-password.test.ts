import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { passwordInput } from '../password-input';
import { partsOf, whyGuessed } from './guessed-password';
import { readUsed } from './used-passwords';

const isRefused = async (password: string) =>
  !passwordInput.safeParse(password).success || (await whyGuessed(password, [])) === 'too-common';

describe('passwords that are used most', () => {
  test('are more than the three thousand that fulfil our rules, each once and going up', () => {
    const marks = readUsed();
    expect(marks.length).toBeGreaterThan(3_000);
    expect(marks.every((mark, at) => at === 0 || mark > (marks[at - 1] ?? 0))).toBe(true);
  });

  // each ninetieth or so of the three thousand that are used most
  test.each([
    '123qweasdzxc',
    'transformers',
    'nhfycajhvths',
    'geniusgenius',
    'domainlock2004',
    'lovemetender',
    '09092009sophie',
    'loveandpeace',
    '654321654321',
    'ekaterinburg',
    'willian22049',
    'odessaROSTOV',
    'flatronf720b',
    'chesterfield',
    'svetlanochka',
    'secretpassword',
    'marinanastua1313',
    'blondiesrule',
    'angelina2001',
    '8m917a753k98s25',
  ])('are refused, however they are written: %s', async (password) => {
    expect(await isRefused(password)).toBe(true);
    expect(await isRefused(password.toUpperCase())).toBe(true);
    expect(await isRefused(`${password.slice(0, 5)} ${password.slice(5)}`)).toBe(true);
  });

  test('say that many use them', async () => {
    expect(await whyGuessed('1qaz2wsx3edc', [])).toBe('too-common');
  });

  test('and one that nobody uses is as good as ever', async () => {
    for (const own of ['bốn con mèo ngủ trưa', 'nấu chè đậu xanh cho bà', 'mot cau ngan de nho'])
      expect(await whyGuessed(own, []), own).toBeNull();
    const chance = await Promise.all(
      Array.from({ length: 5_000 }, () => whyGuessed(randomBytes(12).toString('base64url'), [])),
    );
    expect(chance.filter((why) => why !== null).length).toBeLessThan(5);
  });
});

describe('what somebody near her would guess', () => {
  const near = ['Nguyễn Thị Diệu Hạnh', 'hanh.dieu@tuoimoi-binhloc.vn', 'Khu phố 5', 'Phường Bình Lộc'];

  test.each([
    'Diệu Hạnh 1984',
    'dieuhanh@binhloc',
    'Binh Loc - Tuoi Moi 2026',
    'hanhdieu0912345678',
    'phu nu binh loc 2026',
  ])('is refused as near: %s', async (password) => {
    expect(await whyGuessed(password, near)).toBe('too-near');
  });

  test('is told of her alone, and a sentence that only names her is none of it', async () => {
    expect(await whyGuessed('Diệu Hạnh 1984', ['Lê Thị Mơ'])).toBeNull();
    expect(await whyGuessed('chị Hạnh nấu chè đậu xanh', near)).toBeNull();
  });

  test('knows names and addresses by their words, without marks, each once and none of one letter', () => {
    expect(partsOf(near)).toEqual('nguyen thi dieu hanh tuoimoi binhloc vn khu pho phuong binh loc'.split(' '));
  });
});
