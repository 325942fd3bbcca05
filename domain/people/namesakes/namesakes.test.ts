import { expect, test } from 'vitest';
import { namesApart, namesakesIn } from './namesakes';

const woman = (id: string, name: string | null, birthYear: number | null = null, unitName: string | null = null) => ({
  id,
  name,
  birthYear,
  unitName,
});
const apart = (...women: ReturnType<typeof woman>[]) => Object.fromEntries(namesApart(women));

test('whoever bears her name alone is not marked, nor one woman who stands there twice, nor those who are erased', () => {
  const lan = woman('a', 'Lê Thị Lan', 1960, 'Tổ 1');
  expect(namesakesIn([lan, lan, woman('b', 'Lê Thị Lân'), woman('c', null), woman('d', null)])).toEqual([]);
  expect(apart(lan, lan, woman('b', 'Lê Thị Lân', 1960, 'Tổ 1'))).toEqual({});
});

test('namesakes are told apart by year, where years do not by unit, where neither does alone by both', () => {
  expect(apart(woman('a', 'Lan', 1960, 'Tổ 1'), woman('b', 'LAN', 1970, 'Tổ 1'), woman('c', 'Hoa', 1980))).toEqual({
    a: 'Lan (1960)',
    b: 'LAN (1970)',
  });
  expect(apart(woman('a', 'Lan', 1960, 'Tổ 1'), woman('b', 'Lan', 1960, 'Tổ 2'))).toEqual({
    a: 'Lan (Tổ 1)',
    b: 'Lan (Tổ 2)',
  });
  expect(
    apart(woman('a', 'Lan', 1960, 'Tổ 1'), woman('b', 'Lan', 1960, 'Tổ 2'), woman('c', 'Lan', 1970, 'Tổ 2')),
  ).toEqual({ a: 'Lan (1960, Tổ 1)', b: 'Lan (1960, Tổ 2)', c: 'Lan (1970, Tổ 2)' });
  expect(apart(woman('a', 'Lan', 1960, 'Tổ 1'), woman('b', 'Lan'))).toEqual({ a: 'Lan (1960, Tổ 1)', b: 'Lan' });
});
