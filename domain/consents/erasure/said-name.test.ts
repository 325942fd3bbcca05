import { expect, test } from 'vitest';
import { saysName } from './said-name';

const name = 'Nguyễn Thị Hoa';

test.each([
  'Chị Nguyễn Thị Hoa nghỉ.',
  'nguyễn thị hoa',
  'NGUYỄN THỊ HOA MAI NGHỈ',
  'Chi Nguyen Thi Hoa nghi',
  'Nguyễn  Thị\u00a0Hoa'.normalize('NFD'),
  'Nguyễn Thị Hoa. Mai nghỉ.',
  'Nguyễn Thị Hoa, Mai và Lan',
  'Nguyễn Thị Hoa Trần Thị Mai',
  'Nguyễn Thị Hoa VNeID xong',
  'Nguyễn Thị Hoa Mai, Nguyễn Thị Hoa',
  '(Nguyễn-Thị-Hoa)',
])('a name is said by itself: %s', (words) => {
  expect(saysName(words, name)).toBe(true);
});

test.each([
  'Chị Nguyễn Thị Hoa Mai nghỉ.',
  'Nguyen Thi Hoa Mai',
  'Nguyễn Thị Hoan nghỉ',
  'Nguyễn Thị Hòa nghỉ',
  'Nguyễn Thị Hoài',
  'Nguyễn Thị',
  '',
])('a longer name is somebody else’s, and so is another one: %s', (words) => {
  expect(saysName(words, name)).toBe(false);
});

test('the spelling of a tone does not matter, and no name is said nowhere', () => {
  expect(saysName('Bà Lê Thị Hoà', 'Lê Thị Hòa')).toBe(true);
  expect(saysName('Bà Lê Thị Hoà', ' ')).toBe(false);
  expect(saysName('Chị Ka H’Rin, tổ 3', "Ka H'Rin")).toBe(true);
  expect(saysName('Chị Ka Rin, tổ 3', "Ka H'Rin")).toBe(false);
});
