import { expect, test } from 'vitest';
import { CALLED_MAX, calledNames, isNamedInFull } from './called-names';
import { placeKeys } from './written-names';

const called = (...texts: string[]) => calledNames(texts).map(({ name }) => name);

test.each([
  ['Nhờ chị Lan mà cả tổ biết dùng.', ['chị Lan']],
  ['Chị Lan kể, chị Lan cười.', ['chị Lan']],
  ['Cô Lan Anh và bà Bảy dạy nhau.', ['cô Lan Anh', 'bà Bảy']],
  ['Lớp học của Chị Hoa', ['chị Hoa']],
  ['Ms. Hoa teaches, and Mrs Lan helps.', ['Ms Hoa', 'Mrs Lan']],
  ['Gặp chị Anh ở chợ', ['chị Anh']],
  ['chị Như Ý', ['chị Như Ý']],
  ['Trong xóm, Bà Bảy kể.', ['bà Bảy']],
  ['Hai chị em Lan và Huệ, cùng anh em Hùng', ['em Lan', 'em Hùng']],
  ['Cả xóm Bà Bảy kể, ngoài chợ Cô Lan bán rau, cả ấp Bà Tám dạy nhau', ['bà Bảy', 'cô Lan', 'bà Tám']],
  ['Hỏi cụ Bảy ở đầu xóm. Mrs. Lan helps.', ['cụ Bảy', 'Mrs Lan']],
])('a given name behind who is addressed is told, once: %s', (text, names) => {
  expect(called(text)).toEqual(names);
});

test.each([
  'chị Nguyễn Thị Lan',
  'Hội Liên hiệp Phụ nữ',
  'Chị em phụ nữ cả xã',
  'Anh Chị Em',
  'Bà Rịa, núi Bà Đen, Bác Hồ, nước Anh Quốc',
  'Mẹ Việt Nam anh hùng',
  'Chú Ý',
  'giúp từng chị em. Ba điều nên nhớ',
  'giúp từng chị em.\nBa điều nên nhớ',
  'tập dùng công cụ AI và công cụ Zalo',
  'ghi chú Hạn nộp',
  'chị em Khu phố 5, anh em Tổ 3, chị em Phường Long Hưng',
  'ở khu phố Ông Hường, về ấp Bà Bảy',
  'a Digital Family in Ông Hường neighbourhood',
  'hỏi cụ AI',
  'chị A. kể',
  'hoa lan nở',
  'CHỊ LAN DẠY CẢ XÓM',
  'Lan kể',
  '',
])('nobody is called by a given name alone in: %s', (text) => {
  expect(called(text)).toEqual([]);
});

test('a commune is no name, and whoever is named in full as well is not told twice', () => {
  expect(calledNames(['với bạn Long Hưng'], placeKeys(['Long Hưng']))).toEqual([]);
  const full = [{ name: 'Nguyễn Thị Lan', key: 'nguyễn thị lan' }];
  expect(isNamedInFull('chị lan', full)).toBe(true);
  expect(isNamedInFull('ms lan', full)).toBe(true);
  expect(isNamedInFull('chị hoa', full)).toBe(false);
  expect(isNamedInFull('chị an', full)).toBe(false);
  expect(isNamedInFull('chị mai lan', [{ name: 'Mai Lan', key: 'mai lan' }])).toBe(true);
});

test('of a text that is nothing else a bound is told, and at once', () => {
  const began = performance.now();
  const names = Array.from({ length: 5_000 }, (_, at) => `chị B${'a'.repeat(at % 15)}${'b'.repeat(at % 4)}, `);
  expect(calledNames([names.join('')])).toHaveLength(CALLED_MAX);
  for (const text of ['chị Lan '.repeat(40_000), 'Chị '.repeat(60_000)])
    expect(calledNames([text]).length).toBeLessThan(2);
  expect(performance.now() - began).toBeLessThan(10_000);
});
