import { expect, test } from 'vitest';
import { slugOf } from './slug';

test('words become plain letters, digits and dashes, whichever way their marks are spelled', () => {
  expect(slugOf('Chị Vân học AI')).toBe('chi-van-hoc-ai');
  expect(slugOf('Đường về nhà: Tổ 5 – Khu phố Ông Hường')).toBe('duong-ve-nha-to-5-khu-pho-ong-huong');
  expect(slugOf('Sử dụng VNeID'.normalize('NFD'))).toBe('su-dung-vneid');
  expect(slugOf('!?')).toBe('');
});

test('a long one is cut between two words, and never ends with a dash', () => {
  const cut = slugOf(`${'a'.repeat(79)} b`);
  expect(cut).toBe('a'.repeat(79));
  expect(slugOf('Chị '.repeat(100)).length).toBeLessThanOrEqual(80);
  expect(slugOf(`${'a'.repeat(75)} chị em`)).toBe(`${'a'.repeat(75)}-chi`);
  expect(slugOf(`${'a'.repeat(76)} chị em`)).toBe(`${'a'.repeat(76)}-chi`);
  expect(slugOf(`${'a'.repeat(77)} chị em`)).toBe('a'.repeat(77));
  expect(slugOf('a'.repeat(100))).toBe('a'.repeat(80));
});
