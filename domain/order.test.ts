import { expect, test } from 'vitest';
import { byGivenName, byVietnameseName, givenName } from './order';

const sorted = (names: string[], by: typeof byGivenName) =>
  names
    .map((name) => ({ name }))
    .sort(by)
    .map(({ name }) => name);

test('women go by given name in Vietnamese order, then by surname', () => {
  const names = [
    'Lê Thị Sương',
    'Đỗ Thị Đan',
    'Võ Thị Bình',
    'Trần Thị Ẩn',
    'Nguyễn Thị Ánh',
    'Bùi An',
    'Ẩn',
    'Ngô Thị Dung',
    'Âu Bình',
  ];
  expect(sorted(names, byGivenName)).toEqual([
    'Bùi An',
    'Nguyễn Thị Ánh',
    'Ẩn',
    'Trần Thị Ẩn',
    'Âu Bình',
    'Võ Thị Bình',
    'Ngô Thị Dung',
    'Đỗ Thị Đan',
    'Lê Thị Sương',
  ]);
});

test('a woman is called by the last word of her name, whatever blanks are in it', () => {
  expect(['Dương Thị Ngọc Sương', 'Sương', ' Võ  Út '].map(givenName)).toEqual(['Sương', 'Sương', 'Út']);
});

test('numbers in names go by what they are', () => {
  expect(sorted(['Tổ 10', 'Tổ 2'], byVietnameseName)).toEqual(['Tổ 2', 'Tổ 10']);
});
