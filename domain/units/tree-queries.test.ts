import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { createHousehold, createOffice } from '@/test/factories/people';
import { createCommune, createGroup, createSubAssociation } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeCommune, makeMember, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { countUnit } from './count-queries';
import { findPublishedSuccessor } from './queries';
import { findUnitRecord, listOfficers } from './record-queries';
import { listTopUnits, listUnitsBelow } from './tree-queries';

let union: TestUnion;
let province: Viewer;
let official: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const found = async (viewer: Viewer, q: string, more = {}) => (await listUnitsBelow(viewer, { q, ...more })).units;

describe('looking for a unit', () => {
  test('names are found without marks, and two that differ in marks alone stay two', async () => {
    await createCommune(db, union.province, { name: 'Lộc Thành' });
    await createCommune(db, union.province, { name: 'Lộc Thạnh' });
    expect((await found(province, 'loc thanh')).map(({ name }) => name).sort()).toEqual(
      ['Lộc Thành', 'Lộc Thạnh'].sort(),
    );
  });

  test('a former name leads to the unit that once bore it, and says until when', async () => {
    const commune = await makeCommune(union.province, 'An Phước');
    const from = addDays(today(), -20);
    await carriedOut(province, { kind: 'rename', unitId: commune.id, name: 'Tam An', from });
    const namesake = await createCommune(db, union.province, { name: 'An Phước', from: addDays(today(), -10) });
    const units = await found(province, 'an phuoc');
    expect(units.map(({ unitId, name, former }) => ({ unitId, name, former }))).toEqual([
      { unitId: namesake.id, name: 'An Phước', former: null },
      { unitId: commune.id, name: 'Tam An', former: { name: 'An Phước', until: addDays(from, -1) } },
    ]);
    expect((await found(province, 'tam an'))[0]).toMatchObject({ former: null });
  });

  test('each finds within her reach only', async () => {
    const names = async (viewer: Viewer) => (await found(viewer, 'khu pho')).map(({ name }) => name);
    expect(await names(official)).toEqual(['Khu phố 5', 'Khu phố 6']);
    expect(await names(head)).toEqual(['Khu phố 5']);
    expect(await found(official, 'trang dai')).toEqual([]);
    expect((await listUnitsBelow({ ...official, grants: [] }, {})).units).toEqual([]);
    expect((await listUnitsBelow(official, { under: union.trangDai.id })).units).toEqual([]);
  });

  test('a long list goes on by key, in the order in which people count', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Ấp Lớn' });
    for (let at = 60; at > 0; at--) await createGroup(db, unit, { name: `Tổ ${at}` });
    const first = await listUnitsBelow(official, { under: unit.id });
    const second = await listUnitsBelow(official, { under: unit.id, after: first.next ?? nothing });
    const names = [...first.units, ...second.units].map(({ name }) => name);
    expect(names).toEqual(Array.from({ length: 60 }, (_, at) => `Tổ ${at + 1}`));
    expect([first.units.length, second.next]).toEqual([50, null]);
    expect(first.units[0]).toMatchObject({ place: 'Ấp Lớn, Long Hưng', subUnits: 0 });
  });

  test('her tree begins with the units of her roles', async () => {
    expect((await listTopUnits(official)).map(({ id }) => id)).toEqual([union.longHung.id]);
    expect((await listTopUnits(province)).map(({ id }) => id)).toEqual([union.province.id]);
  });
});

describe('the record of a unit', () => {
  test('a closed group tells what it went into, and its successor where that came from', async () => {
    const [one, other] = [
      await createGroup(db, union.khuPho6, { name: 'Tổ 1' }),
      await createGroup(db, union.khuPho6, { name: 'Tổ 2' }),
    ];
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, decision: '12/QĐ-HPN' });
    expect(await findUnitRecord(official, one.id)).toMatchObject({
      name: 'Tổ 1',
      closed: today(),
      into: [{ kind: 'merged_into', unit: { unitId: other.id, name: 'Tổ 2' }, onDay: today() }],
      may: { change: false, found: false },
    });
    expect(await findUnitRecord(official, other.id)).toMatchObject({
      closed: null,
      outOf: [{ unit: { unitId: one.id } }],
      changes: [{ kind: 'merge', decision: '12/QĐ-HPN' }],
      above: [{ name: 'Long Hưng' }, { name: 'Khu phố 6' }],
      may: { change: true },
    });
    expect((await found(official, 'to 1', { under: union.khuPho6.id })).length).toBe(0);
    expect((await found(official, 'to 1', { closed: true })).some(({ unitId }) => unitId === one.id)).toBe(true);
  });

  test('is not there for the neighbour, nor for an id that nothing has', async () => {
    const outsider = await makeViewer('commune_official', union.trangDai);
    expect(await findUnitRecord(outsider, union.khuPho5.id)).toBeNull();
    expect(await findUnitRecord(official, nothing)).toBeNull();
    expect(await findUnitRecord(official, 'khong-phai-id')).toBeNull();
  });

  test('women are counted once below it; officers are told to who may see people', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 40' });
    const group = await createGroup(db, unit);
    const member = await makeMember(unit);
    await db.membership.create({
      data: { personId: member, unitId: group.id, validFrom: new Date('2026-01-01') },
      select: { id: true },
    });
    await createOffice(db, unit, { id: member }, 'sub_association_head');
    const record = await findUnitRecord(official, unit.id);
    if (!record) return expect.unreachable();
    expect(await countUnit(official, record)).toMatchObject({ members: 1, groups: 1, subAssociations: 0 });
    expect(await listOfficers(official, unit.id)).toMatchObject([{ title: 'sub_association_head', personId: member }]);
    expect(await listOfficers(await makeViewer('trainer', union.longHung), unit.id)).toEqual([]);
  });
});

test('the whole union counts what its communes count, and a woman of two of them in each', async () => {
  const one = await makeUnion();
  const viewer = await makeViewer('province_official', one.province);
  const women = [await makeMember(one.to1), await makeMember(one.khuPho6), await makeMember(one.ongHuong)];
  const [twice = '', second = '', third = ''] = women;
  const membership = { personId: twice, unitId: one.ongHuong.id, validFrom: new Date('2026-01-01') };
  await db.membership.create({ data: membership, select: { id: true } });
  for (const [unit, id] of [
    [one.to1, twice],
    [one.khuPho6, second],
    [one.ongHuong, third],
  ] as const)
    await createHousehold(db, unit, { id });
  await createPair(db, one.khuPho6, { id: second }, { id: third });
  const counted = async (unitId: string) => {
    const record = await findUnitRecord(viewer, unitId);
    return record && countUnit(viewer, record);
  };
  expect(await counted(one.longHung.id)).toMatchObject({ members: 2, households: 2, pairs: 1 });
  expect(await counted(one.trangDai.id)).toMatchObject({ members: 2, households: 1, pairs: 0 });
  expect(await counted(one.province.id)).toMatchObject({ households: 3, pairs: 1, subAssociations: 3, groups: 1 });
});

test('the old address of a commune leads to what took its place, through all that has happened since', async () => {
  const [one, two, three] = [
    await makeCommune(union.province, 'Bàu Hàm'),
    await makeCommune(union.province, 'Sông Thao'),
    await makeCommune(union.province, 'Trảng Bom'),
  ];
  await carriedOut(province, { kind: 'merge', unitId: one.id, targetId: two.id, from: addDays(today(), -9) });
  expect(await findPublishedSuccessor(one.slug)).toBe(two.slug);
  await carriedOut(province, { kind: 'merge', unitId: two.id, targetId: three.id });
  expect(await findPublishedSuccessor(one.slug)).toBe(three.slug);
  expect(await findPublishedSuccessor(three.slug)).toBeNull();
  expect(await findPublishedSuccessor('khong-co')).toBeNull();
});
