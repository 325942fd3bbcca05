import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { nameBag, nameKey } from '../name';
import { printOf } from '../phones/print-writes';
import { findLikelySame } from './duplicate-queries';

let union: TestUnion;
let official: Viewer;

const PHONE = '+84912345678';
const woman = async (unit: TestUnit, name: string, birthYear?: number, phone?: string) =>
  (await createMember(db, unit, { name, ...(birthYear ? { birthYear } : {}), ...(phone ? { phone } : {}) })).id;
const likely = async (viewer: Viewer, name: string, birthYear?: number, phone?: string) => {
  const draft = { key: 'x', name, birthYear, print: phone && (await printOf(db, phone)) };
  return (await findLikelySame(viewer, [draft])).get('x') ?? [];
};

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

test('names are folded here and in the database alike', async () => {
  const names = [
    'Đỗ Thị Hòa',
    'ÐỖ  THỊ HOÀ',
    'Đỗ Thị Hòa'.normalize('NFD'),
    'Nguyễn Thị Thuý',
    'H’Hen Niê',
    'Hoàng Quý',
    'Khoẻ Oà',
  ];
  for (const name of names) {
    const [row] = await db.$queryRaw<{ key: string; bag: string }[]>`
      SELECT app.name_key(${name}) AS key, app.name_bag(${name}) AS bag`;
    expect(row, name).toEqual({ key: nameKey(name), bag: nameBag(name) });
  }
});

test('a turned name, another spelling and the phone find the woman on record, with the reasons and her unit', async () => {
  const id = await woman(union.to1, 'Đỗ Thị Hòa', 1984, PHONE);
  const person = { id, name: 'Đỗ Thị Hòa', birthYear: 1984, unitName: 'Tổ 1, Khu phố 5' };
  const found = { person, strength: 'likely' };
  expect(await likely(official, 'Hòa Đỗ Thị', 1984)).toEqual([{ ...found, reasons: ['turned-name', 'same-year'] }]);
  expect(await likely(official, 'ĐỖ THỊ HOÀ')).toEqual([{ ...found, reasons: ['same-name', 'no-year'] }]);
  expect(await likely(official, 'Đỗ Thị Hòa'.normalize('NFD'), 1985, PHONE)).toMatchObject([
    { reasons: ['same-phone', 'same-name', 'year-differs'] },
  ]);
  expect(await likely(official, 'Do Thi Hoa', 1984, PHONE)).toMatchObject([{ strength: 'likely' }]);
  expect(await likely(official, 'Đỗ Thị Hoa', 1984)).toEqual([]);
  expect(await likely(official, 'Trần Thị Sen', 1984, PHONE)).toMatchObject([{ strength: 'shares-phone' }]);
});

test('many drafts are answered at once, each under its own key, likely ones before those who share a phone', async () => {
  const phone = '+84908000111';
  const mother = await woman(union.khuPho6, 'Lê Thị Năm', 1950, phone);
  const same = await woman(union.khuPho6, 'Lê Thị Sương', 1979, phone);
  const answer = await findLikelySame(official, [
    { key: '7', name: 'Lê Thị Sương', birthYear: 1979, print: await printOf(db, phone) },
    { key: '8', name: 'Không Ai Giống', birthYear: 1979 },
    { key: '9', name: 'Lê Thị Năm', birthYear: 1950 },
  ]);
  expect([...answer.keys()]).toEqual(['7', '9']);
  expect(answer.get('7')?.map(({ person, strength }) => [person.id, strength])).toEqual([
    [same, 'likely'],
    [mother, 'shares-phone'],
  ]);
  expect(await findLikelySame(official, [])).toEqual(new Map());
});

test('nobody beyond the reach is offered, nor an erased or merged record', async () => {
  await woman(union.ongHuong, 'Vũ Thị Xa', 1970, '+84908000222');
  expect(await likely(official, 'Vũ Thị Xa', 1970, '+84908000222')).toEqual([]);
  const trainer = await makeViewer('trainer', union.trangDai);
  expect(await likely(trainer, 'Vũ Thị Xa', 1970)).toEqual([]);
  const other = await makeViewer('sub_association_head', union.khuPho6);
  const merged = await woman(union.khuPho5, 'Vũ Thị Gần', 1970);
  expect(await likely(other, 'Vũ Thị Gần', 1970)).toEqual([]);
  expect(await likely(official, 'Vũ Thị Gần', 1970)).toHaveLength(1);
  const into = await woman(union.khuPho5, 'Vũ Thị Gần Hơn', 1971);
  await db.person.update({ where: { id: merged }, data: { mergedIntoId: into }, select: { id: true } });
  expect(await likely(official, 'Vũ Thị Gần', 1970)).toEqual([]);
});

test('who is kept elsewhere and belongs here today is offered here', async () => {
  const id = await woman(union.ongHuong, 'Hồ Thị Hai Nơi', 1975);
  const data = { personId: id, unitId: union.khuPho5.id, validFrom: new Date('2026-01-01') };
  await db.membership.create({ data, select: { id: true } });
  expect(await likely(official, 'Hồ Thị Hai Nơi', 1975)).toMatchObject([{ person: { unitName: 'Khu phố 5' } }]);
});
