import { expect, test } from 'vitest';
import { editionOf } from './figure';

const editions = [
  { edition: 2, from: '2026-06-01', to: null },
  { edition: 1, from: '2025-07-01', to: '2026-06-01' },
] as const;
const on = (day: '2026-05-31' | '2026-06-01' | '2025-06-30', ...filed: (number | null)[]) =>
  editionOf({ day, filings: filed.map((edition) => ({ edition })) }, editions)?.edition;

test('a number is explained by the edition that counted when it was closed first, whatever was decided since', () => {
  expect(on('2026-06-01', 1)).toBe(1);
  expect(on('2026-05-31', 2, 1)).toBe(2);
});

test('one that nothing closed, or that was closed before editions were kept, by the edition of its day', () => {
  expect(on('2026-05-31')).toBe(1);
  expect(on('2026-06-01')).toBe(2);
  expect(on('2026-06-01', null)).toBe(2);
  expect(on('2025-06-30')).toBeUndefined();
});
