import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { listWomenNear } from '@/domain/peer-lessons/choice-queries';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { tellApart } from './namesake-queries';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const lan = async (unit: TestUnit, birthYear: number) => {
  const { id } = await createMember(db, unit, { name: 'Đỗ Thị Lan', birthYear });
  return { id, name: 'Đỗ Thị Lan' };
};

test('namesakes are told apart by the year of birth of those within reach, of others by the unit that is said of them', async () => {
  const [one, other] = [await lan(union.khuPho5, 1961), await lan(union.khuPho6, 1972)];
  const both = new Map([
    [one.id, 'Đỗ Thị Lan (1961)'],
    [other.id, 'Đỗ Thị Lan (1972)'],
  ]);
  expect(await tellApart(official, [one, other])).toEqual(both);
  expect(await tellApart(official, [one, { id: other.id, name: 'Đỗ Thị Hoa' }])).toEqual(new Map());
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const said = [
    { ...one, unitName: 'Long Hưng' },
    { ...other, unitName: 'Trảng Dài' },
  ];
  expect([...(await tellApart(neighbour, said)).values()]).toEqual([
    'Đỗ Thị Lan (Long Hưng)',
    'Đỗ Thị Lan (Trảng Dài)',
  ]);
  expect([...(await tellApart(neighbour, [one, other])).values()]).toEqual(['Đỗ Thị Lan', 'Đỗ Thị Lan']);
});

test('of two who bear one name in the choices of a lesson it is said which is which', async () => {
  await Promise.all([lan(union.to1, 1950), lan(union.to1, 1990), createMember(db, union.to1, { name: 'Đỗ Thị Cúc' })]);
  const { women } = await listWomenNear(official, union.to1.id);
  const names = women.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Đỗ Thị Lan (1950)', 'Đỗ Thị Lan (1990)', 'Đỗ Thị Cúc']));
});
