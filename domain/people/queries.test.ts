import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findMember, listMembers } from './queries';
import { findStandingId } from './record-queries';

let union: TestUnion;
let official: Viewer;
let stranger: string;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  for (const name of ['Trần Thị Ẩn', 'Lê Thị Đan', 'Phạm Thị Ánh', 'Vũ Thị Dung', 'Ngô An'])
    await makeMember(union.khuPho5, name);
  await makeMember(union.to1, 'Đỗ Thị Bình');
  stranger = await makeMember(union.ongHuong, 'Hồ Thị Kỷ');
});
const names = async (viewer: Viewer, unitId: string, more = {}) =>
  (await listMembers(viewer, { unitId, ...more })).members.map(({ name }) => name);

test('members of a unit and below stand by given name in Vietnamese order', async () => {
  const all = ['Ngô An', 'Phạm Thị Ánh', 'Trần Thị Ẩn', 'Đỗ Thị Bình', 'Vũ Thị Dung', 'Lê Thị Đan'];
  expect(await names(official, union.khuPho5.id)).toEqual(all);
  expect(await names(official, union.to1.id)).toEqual(['Đỗ Thị Bình']);
});

test('they are found by name without marks, and each is shown with her unit', async () => {
  expect(await names(official, union.longHung.id, { q: 'do thi' })).toEqual(['Đỗ Thị Bình']);
  const { members } = await listMembers(official, { unitId: union.longHung.id, q: 'binh' });
  expect(members).toMatchObject([{ unitName: 'Tổ 1, Khu phố 5', unitId: union.to1.id }]);
});

test('a page goes on behind the last one, by given name', async () => {
  const { members } = await listMembers(official, { unitId: union.khuPho5.id });
  expect(await names(official, union.khuPho5.id, { after: members[3]?.id })).toEqual(['Vũ Thị Dung', 'Lê Thị Đan']);
});

test('nobody of another commune is listed or found, whatever is asked', async () => {
  expect(await names(official, union.ongHuong.id)).toEqual([]);
  expect(await names(official, union.province.id)).toEqual([]);
  expect(await names(official, union.longHung.id, { q: 'Kỷ' })).toEqual([]);
  expect(await findMember(official, stranger)).toBeNull();
  expect(await findMember(official, 'x')).toBeNull();
  const trainer = await makeViewer('trainer', union.longHung);
  expect(await names(trainer, union.khuPho5.id)).toEqual([]);
});

test('a merged record leads to the one that stands, however often it was merged, and only for who may see that one', async () => {
  const [first, second, standing] = [
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho5),
    await makeMember(union.khuPho5),
  ];
  for (const [id, mergedIntoId] of [
    [first, second],
    [second, standing],
  ] as const)
    await db.person.update({ where: { id }, data: { mergedIntoId }, select: { id: true } });
  expect(await findStandingId(official, first)).toBe(standing);
  expect(await findStandingId(official, second)).toBe(standing);
  expect(await findStandingId(official, standing)).toBeNull();
  expect(await findStandingId(official, nothing)).toBeNull();
  expect(await findStandingId(official, 'x')).toBeNull();
  expect(await findStandingId(await makeViewer('commune_official', union.trangDai), first)).toBeNull();
});
