import { expect, test } from 'vitest';
import { possibleNames } from './named-people';

const marked = (...texts: string[]) => possibleNames(texts).marked;

test('three to six words with capitals, one after the other, may be a name, also within more of them and at the end of a sentence', () => {
  expect(marked('chị Nguyễn Thị Lan, hội viên')).toEqual(['nguyễn thị lan']);
  expect(marked('Chị Nguyễn Thị Lan.')).toEqual(['chị nguyễn thị', 'chị nguyễn thị lan', 'nguyễn thị lan']);
  expect(marked('LÊ THỊ HOÀ')).toEqual(['lê thị hòa']);
  expect(marked('Hồ Thị\u00a0 Kim Ngân').sort()).toEqual(['hồ thị kim', 'hồ thị kim ngân', 'thị kim ngân']);
});

test('two words, words of different sentences or paragraphs, and words without capitals are none', () => {
  for (const text of [
    'Chị Lan dạy chị Hoa',
    'Bà Lê. Thị Hoa',
    'Bà Lê\nThị Hoa',
    'nguyễn thị lan',
    'Bà Lê, Thị Hoa',
    '',
  ])
    expect(marked(text)).toEqual([]);
});

test('a name without marks is sought without them as well, and one with marks is not', () => {
  const { unmarked } = possibleNames(['taught by Nguyen Thi Lan', 'do Nguyễn Thị Hoa dạy']);
  expect(unmarked).toEqual(['nguyen thi lan']);
});

test('of names without marks those that stand by themselves are sought before words out of a long title', () => {
  const { unmarked } = possibleNames(['A New Class For All Women Of Our Ward', 'taught by Doan Thi Hue Tam']);
  expect(unmarked).toHaveLength(8);
  expect(unmarked[0]).toBe('doan thi hue tam');
});

test('a text that is all capitals is read to a bound, and at once', () => {
  const began = performance.now();
  const { marked: names, unmarked } = possibleNames([`${'A'.repeat(100_000)} `.repeat(3), 'Ab Cd '.repeat(50_000)]);
  expect(names.length).toBeLessThanOrEqual(600);
  expect(unmarked.length).toBeLessThanOrEqual(8);
  expect(performance.now() - began).toBeLessThan(1_000);
});
