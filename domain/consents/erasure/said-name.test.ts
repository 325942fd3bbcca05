import { expect, test } from 'vitest';
import { longerNames, saysName } from './said-name';

const name = 'Nguyễn Thị Hoa';
const others = new Set(['nguyễn thị hoa mai', 'nguyen thi hoa mai']);

test.each([
  'Chị Nguyễn Thị Hoa nghỉ.',
  'nguyễn thị hoa',
  'NGUYỄN THỊ HOA MAI NGHỈ',
  'Chi Nguyen Thi Hoa nghi',
  'Nguyễn  Thị\u00a0Hoa'.normalize('NFD'),
  'Nguyễn Thị Hoa. Mai nghỉ.',
  'Nguyễn Thị Hoa, Mai và Lan',
  'Nguyễn Thị Hoa Trần Thị Mai',
  'Nguyễn Thị Hoa Tổ 3 nghỉ',
  'Nguyễn Thị Hoa Chi hội trưởng',
  'Nguyễn Thị Hoa Phường Long Hưng',
  'Nguyễn Thị Hoa Nghỉ',
  'Nguyễn Thị Hoa Lan, hai người',
  'Nguyễn Thị Hoa Mai, Nguyễn Thị Hoa',
  '(Nguyễn-Thị-Hoa)',
])('a name is said by itself, whatever follows it that is nobody’s longer name: %s', (words) => {
  expect(saysName(words, name, others)).toBe(true);
});

test.each([
  'Chị Nguyễn Thị Hoa Mai nghỉ.',
  'Nguyen Thi Hoa Mai',
  'Nguyễn Thị Hoan nghỉ',
  'Nguyễn Thị Hòa nghỉ',
  'Nguyễn Thị Hoài',
  'Nguyễn Thị',
  '',
])('a longer name that somebody bears is hers, and so is another one: %s', (words) => {
  expect(saysName(words, name, others)).toBe(false);
});

test('what may be a longer name is asked about with one word more and with two', () => {
  expect(longerNames('Nguyễn Thị Hoa Mai Lan nghỉ', name)).toEqual(['nguyễn thị hoa mai', 'nguyễn thị hoa mai lan']);
  expect(longerNames('Nguyễn Thị Hoa nghỉ', name)).toEqual([]);
});

test('the spelling of a tone and a sign within a name do not matter, and no name is said nowhere', () => {
  const nobody = new Set<string>();
  expect(saysName('Bà Lê Thị Hoà', 'Lê Thị Hòa', nobody)).toBe(true);
  expect(saysName('Bà Lê Thị Hoà', ' ', nobody)).toBe(false);
  expect(saysName('Chị Ka H’Rin, tổ 3', "Ka H'Rin", nobody)).toBe(true);
  expect(saysName('Chị Ka Rin, tổ 3', "Ka H'Rin", nobody)).toBe(false);
});
