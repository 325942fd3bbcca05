import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember, createOffice } from '@/test/factories/people';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listCountedPeople, listPeople, type PeopleFilter } from './list-queries';

let union: TestUnion;
let official: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  for (const name of ['Trần Thị Ẩn', 'Lê Thị Đan', 'Phạm Thị Ánh', 'Vũ Thị Dung', 'Ngô An'])
    await makeMember(union.khuPho5, name);
  const { id } = await createMember(db, union.to1, { name: 'Đỗ Thị Bình', phone: '+84912345678', kind: 'core' });
  await createOffice(db, union.to1, { id }, 'group_head', {});
  await createMember(db, union.khuPho6, { name: 'Đã Rời Đi', to: '2026-02-01' });
  await createMember(db, union.ongHuong, { name: 'Hồ Thị Kỷ', phone: '+84912345679' });
});

const names = async (viewer: Viewer, filter: PeopleFilter = {}) => {
  const { people, next } = await listPeople(viewer, filter);
  const { count, ...page } = await listCountedPeople(viewer, filter);
  expect(page).toEqual({ people, next });
  expect(count).toBeGreaterThanOrEqual(people.length);
  return people.map(({ name }) => name);
};

test('members stand by given name in Vietnamese order, for a commune and for the province', async () => {
  const all = ['Ngô An', 'Phạm Thị Ánh', 'Trần Thị Ẩn', 'Đỗ Thị Bình', 'Vũ Thị Dung', 'Lê Thị Đan'];
  expect(await names(official)).toEqual(all);
  expect(await names(province, { unitId: union.longHung.id })).toEqual(all);
  expect(await names(province, { q: 'thi' })).toEqual([...all.slice(1), 'Hồ Thị Kỷ']);
  expect((await listCountedPeople(official, {})).count).toBe(6);
});

test('they are found without marks, in any order of words, and by a whole phone number in any spelling', async () => {
  expect(await names(official, { q: 'BINH do' })).toEqual(['Đỗ Thị Bình']);
  for (const q of ['0912345678', '+84 912.345.678', '0912-345-678'])
    expect(await names(official, { q })).toEqual(['Đỗ Thị Bình']);
  expect(await names(official, { q: '0912 345' })).toEqual([]);
  for (const viewer of [official, province]) {
    expect(await names(viewer, { q: '%' })).toEqual([]);
    expect(await names(viewer, { q: '\u0301' })).toContain('Đỗ Thị Bình');
    // one or two letters begin a word of the name, more are found within one
    expect(await names(viewer, { q: 'bi' })).toEqual(['Đỗ Thị Bình']);
    expect(await names(viewer, { q: 'nh' })).toEqual([]);
    expect(await names(viewer, { q: 'inh' })).toEqual(['Đỗ Thị Bình']);
  }
});

test('each word narrows, the commonest too, and none of them is a pattern, whether one commune is searched or all of them', async () => {
  for (const viewer of [official, province]) {
    for (const q of ['do thi binh', 'thi binh', 'do thi', 'thi do', 'thi thi do']) {
      expect(await names(viewer, { q })).toEqual(['Đỗ Thị Bình']);
    }
    expect(await names(viewer, { q: 'thi an' })).toEqual(['Phạm Thị Ánh', 'Trần Thị Ẩn']);
    expect(await names(viewer, { q: 'thi ngo' })).toEqual([]);
    for (const q of [
      '.',
      'b.',
      '^b',
      '(',
      ')',
      '[b',
      '|b',
      '*',
      '+',
      '?',
      '{1',
      '\\',
      '\\b',
      '_',
      'b_',
      '%b',
      '😀',
      'ⓐ',
      'ก',
      '—',
    ])
      expect(await names(viewer, { q })).toEqual([]);
  }
});

test('they are narrowed by kind, office, and those who left but whose record is kept', async () => {
  expect(await names(official, { kind: 'core' })).toEqual(['Đỗ Thị Bình']);
  expect(await names(official, { title: 'group_head' })).toEqual(['Đỗ Thị Bình']);
  expect(await names(official, { network: 'community_digital_team' })).toEqual([]);
  expect(await names(official, { kind: 'left' })).toEqual(['Đã Rời Đi']);
  expect((await listPeople(official, { title: 'group_head' })).people).toMatchObject([
    {
      phone: '09•• ••• 678',
      kind: 'core',
      unitName: 'Tổ 1, Khu phố 5',
      offices: [{ title: 'group_head', unitName: 'Tổ 1' }],
    },
  ]);
});

test('nobody beyond the reach is listed, counted or found by her phone, and a stranger is no place to go on from', async () => {
  const [stranger] = await db.person.findMany({ where: { fullName: 'Hồ Thị Kỷ' }, select: { id: true }, take: 1 });
  expect(await names(official, { unitId: union.ongHuong.id })).toEqual([]);
  expect(await names(official, { unitId: union.province.id })).toEqual([]);
  expect(await names(official, { q: '0912345679' })).toEqual([]);
  expect((await listCountedPeople(official, { unitId: union.trangDai.id })).count).toBe(0);
  expect(await names(official, { after: stranger?.id })).toEqual(await names(official));
  const { people } = await listPeople(official, {});
  expect(await names(official, { after: people[3]?.id })).toEqual(['Vũ Thị Dung', 'Lê Thị Đan']);
  for (const role of ['trainer', 'editor'] as const)
    expect(await names(await makeViewer(role, union.longHung))).toEqual([]);
});

test('who belongs here and whose record another commune keeps is found like the rest, once', async () => {
  const here = await makeUnion();
  const viewer = await makeViewer('commune_official', here.longHung);
  const personId = await makeMember(here.ongHuong, 'Mai Thị Xa');
  await makeMember(here.khuPho6, 'Mai Thị Gần');
  for (const { id: unitId } of [here.khuPho5, here.khuPho6])
    await db.membership.create({
      data: { personId, unitId, validFrom: new Date('2026-02-01') },
      select: { id: true },
    });
  expect(await names(viewer, { q: 'mai' })).toEqual(['Mai Thị Gần', 'Mai Thị Xa']);
});

test('among all women the same are found as in her commune, whatever is typed', async () => {
  const typed = ['thi', 'do', 'le', 'a', 'an', 'binh', 'dung', 'v', 'ngo', 'b.', 'ⓐ', '^', 'x', 'dan'];
  const asked = typed.flatMap((one) => [one, ...typed.map((other) => `${one} ${other}`)]);
  const found = (viewer: Viewer) => Promise.all(asked.map((q) => names(viewer, { q })));
  const [inAll, inHers, hers] = await Promise.all([found(province), found(official), names(official)]);
  expect(inAll.map((all) => all.filter((name) => hers.includes(name)))).toEqual(inHers);
  expect(inHers.filter((all) => all.length > 0).length).toBeGreaterThan(20);
});
