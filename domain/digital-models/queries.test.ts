import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel, type ModelOptions } from '@/test/factories/digital-models';
import { createSubAssociation } from '@/test/factories/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { findModel, listModels, MODELS_PAGE } from './queries';

let union: TestUnion;
let official: Viewer;

async function insert(unit: TestUnit, name: string, { age = 10, ...more }: ModelOptions & { age?: number } = {}) {
  return (await createModel(db, unit, { name, from: addDays(today(), -age), ...more })).id;
}
const names = async (viewer: Viewer, filter = {}) => (await listModels(viewer, filter)).models.map(({ name }) => name);

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

describe('models within reach', () => {
  let foreign: string;
  beforeAll(async () => {
    await insert(union.khuPho5, 'CLB Phụ nữ số Bưởi Đường', { kind: 'digital_womens_club', age: 1 });
    await insert(union.to1, 'Gia đình số Hoà Thuận', { age: 2 });
    await insert(union.khuPho6, 'Gia đình số 100%', { status: 'planned', age: 3 });
    foreign = await insert(union.ongHuong, 'Gia đình số Ông Hường', { age: 1 });
  });

  test('each sees her own place and below, the youngest first', async () => {
    const all = ['CLB Phụ nữ số Bưởi Đường', 'Gia đình số Hoà Thuận', 'Gia đình số 100%'];
    expect(await names(official)).toEqual(all);
    expect(await names(await makeViewer('sub_association_head', union.khuPho5))).toEqual(all.slice(0, 2));
    expect(await names(await makeViewer('viewer', union.province))).toHaveLength(4);
  });

  test('roles that have nothing to do with models see none', async () => {
    for (const role of ['editor', 'trainer', 'system_administrator'] as const)
      expect(await names(await makeViewer(role, union.province))).toEqual([]);
  });

  test('a model of Trảng Dài cannot be found by its id, its name, its commune, its unit or as a page mark', async () => {
    expect(await findModel(official, foreign)).toBeNull();
    expect(await names(official, { q: 'ông hường' })).toEqual([]);
    expect(await names(official, { communeId: union.trangDai.id })).toEqual([]);
    expect(await names(official, { unitId: union.ongHuong.id })).toEqual([]);
    expect(await names(official, { after: foreign })).toEqual(await names(official));
    expect((await listModels(official, { q: 'hường' })).total).toBe(0);
  });

  test('what is no id finds nothing and breaks nothing', async () => {
    expect(await findModel(official, 'khong-phai-ma')).toBeNull();
    expect(await names(official, { after: "' or 1=1", communeId: 'x', unitId: '%' })).toHaveLength(3);
  });

  test('names are found with and without marks, and a percent sign is a percent sign', async () => {
    for (const q of ['buoi duong', 'BƯỞI ĐƯỜNG', 'bưởi  đường'])
      expect(await names(official, { q })).toEqual(['CLB Phụ nữ số Bưởi Đường']);
    expect(await names(official, { q: 'hòa thuận' })).toEqual(['Gia đình số Hoà Thuận']);
    expect(await names(official, { q: '100%' })).toEqual(['Gia đình số 100%']);
    expect(await names(official, { q: '_%' })).toEqual([]);
  });

  test('kind, status and commune narrow the list', async () => {
    expect(await names(official, { kind: 'digital_womens_club' })).toEqual(['CLB Phụ nữ số Bưởi Đường']);
    expect(await names(official, { status: 'planned' })).toEqual(['Gia đình số 100%']);
    const province = await makeViewer('province_official', union.province);
    expect(await names(province, { communeId: union.trangDai.id })).toEqual(['Gia đình số Ông Hường']);
  });

  test('a group is named with its sub-association and commune', async () => {
    const [model] = (await listModels(official, { q: 'hòa thuận' })).models;
    expect(model?.host).toMatchObject({ name: 'Tổ 1', subAssociationName: 'Khu phố 5', communeName: 'Long Hưng' });
  });
});

test('pages follow each other without a gap and without showing anything twice', async () => {
  const commune = await makeCommune(union.province, 'Tân Triều');
  const unit = await createSubAssociation(db, commune, { name: 'Khu phố Tân Triều' });
  const viewer = await makeViewer('commune_official', commune);
  const count = MODELS_PAGE + 20;
  for (let at = 0; at < count; at++) await insert(unit, `Gia đình số ${at}`, { age: at % 3 });
  const first = await listModels(viewer);
  const second = await listModels(viewer, { after: first.next ?? '' });
  expect([first.models.length, second.models.length, second.next, first.total]).toEqual([MODELS_PAGE, 20, null, count]);
  expect(new Set([...first.models, ...second.models].map(({ id }) => id)).size).toBe(count);
});
