import { expect, test } from 'vitest';
import { byPlace } from './gap-order';

test('what a commune lacks is read sub-association by sub-association, each before its groups, in the order of numbers', () => {
  const sub = (name: string) => ({ name, level: 'sub_association', parentName: null }) as const;
  const group = (name: string, parentName: string) => ({ name, level: 'group', parentName }) as const;
  const [five, ten] = ['Chi hội Khu phố 5', 'Chi hội Khu phố 10'];
  const told = [group('Tổ 1', ten), group('Tổ 10', five), sub(ten), group('Tổ 2', five), sub(five)].sort(byPlace);
  expect(told).toEqual([sub(five), group('Tổ 2', five), group('Tổ 10', five), sub(ten), group('Tổ 1', ten)]);
});
