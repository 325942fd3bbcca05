import { expect, test } from 'vitest';
import { communes } from '@/prisma/seed/units/communes';
import { neighboursOf } from './neighbour';

const codeOf = (name: string) => communes.find((commune) => commune.name === name)?.code ?? '';
const namesOf = (name: string) =>
  neighboursOf(codeOf(name)).map((code) => communes.find((commune) => commune.code === code)?.name);

test('a border has two sides: whoever is named by a commune names it too, and nobody borders herself', () => {
  for (const { code } of communes) {
    expect(neighboursOf(code).length, code).toBeGreaterThan(0);
    expect(neighboursOf(code)).not.toContain(code);
    for (const other of neighboursOf(code)) expect(neighboursOf(other), `${code} and ${other}`).toContain(code);
  }
});

test('the longest border comes first, and a place that is only near is not named', () => {
  expect(namesOf('Bình Phước')[0]).toBe('Đồng Xoài');
  expect(namesOf('Bù Gia Mập')).toContain('Đăk Ơ');
  expect(namesOf('Bù Gia Mập')).not.toContain('Đồng Xoài');
});

test('a commune of a later day borders nobody that is known', () => {
  expect(neighboursOf('99999')).toEqual([]);
});
