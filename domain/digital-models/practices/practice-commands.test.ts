import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { foundModel } from '../commands';
import { findModel } from '../queries';
import { changeStatus } from '../status-commands';
import { copyPractice, writePractice } from './practice-commands';
import { findLineage, findSharedPractice, listSharedPractices } from './practice-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let trainer: Viewer;
const texts = { charter: 'Họp ngày 5', plan: 'Mỗi tháng một kỹ năng', lessons: ['VNeID', 'Quét mã QR'] };

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  trainer = await makeViewer('trainer', union.trangDai);
});

const club = async (unit: TestUnit, name: string) =>
  (await createModel(db, unit, { kind: 'digital_womens_club', name, from: '2026-01-10' })).id;
const versionOf = async (viewer: Viewer, id: string) => (await findModel(viewer, id))?.version ?? 0;
const write = async (id: string, shared: boolean) =>
  writePractice(official, { modelId: id, version: await versionOf(official, id), ...texts, shared });

test('a practice is read by officials of other communes only while its owner shares it and the club is at work', async () => {
  const id = await club(union.khuPho5, 'CLB Sẻ Chia');
  await write(id, false);
  expect(await findSharedPractice(neighbour, id)).toBeNull();
  await write(id, true);
  expect(await findSharedPractice(neighbour, id)).toMatchObject({
    name: 'CLB Sẻ Chia',
    communeName: 'Long Hưng',
    practice: texts,
  });
  expect((await listSharedPractices(neighbour, { q: 'se chia' })).practices).toMatchObject([{ id, lessonCount: 2 }]);
  expect(await findSharedPractice(trainer, id)).toBeNull();
  expect((await listSharedPractices(trainer)).practices).toEqual([]);
  expect(await findModel(neighbour, id)).toBeNull();
  await changeStatus(official, {
    modelId: id,
    version: await versionOf(official, id),
    status: 'paused',
    from: today(),
  });
  expect(await findSharedPractice(neighbour, id)).toBeNull();
});

test('it is copied to a club of the next commune, and both show where it came from and went to', async () => {
  const [from, to] = [await club(union.khuPho5, 'CLB Gốc'), await club(union.ongHuong, 'CLB Chép')];
  const copy = async (more = {}) =>
    copyPractice(neighbour, { modelId: to, version: await versionOf(neighbour, to), fromId: from, ...more });
  expect(await copy()).toEqual({ ok: false, problem: 'not-found' });
  await write(from, true);
  expect((await copy()).ok).toBe(true);
  expect(await findModel(neighbour, to)).toMatchObject({ practice: texts, sharedPractice: false });
  expect(await findLineage(neighbour, to)).toMatchObject({
    from: { name: 'CLB Gốc', communeName: 'Long Hưng', within: false },
    to: [],
  });
  expect(await findLineage(official, from)).toMatchObject({ from: null, to: [{ name: 'CLB Chép', within: false }] });
  expect(await copy()).toMatchObject({ problem: 'practice-stands' });
  expect((await copy({ replace: 'on' })).ok).toBe(true);
  expect(await copyPractice(official, { modelId: to, version: 1, fromId: from })).toMatchObject({
    problem: 'not-found',
  });
  await changeStatus(official, {
    modelId: from,
    version: await versionOf(official, from),
    status: 'ended',
    from: today(),
  });
  expect((await findLineage(neighbour, to)).from).toMatchObject({ name: null, communeName: null });
});

test('a club can be founded with a shared practice, and with no other', async () => {
  const from = await club(union.khuPho5, 'CLB Mẫu');
  const input = {
    kind: 'digital_womens_club' as const,
    unitId: union.ongHuong.id,
    pilot: false,
    status: 'planned' as const,
    foundedOn: addDays(today(), -3),
    practiceId: from,
  };
  expect(await foundModel(neighbour, { ...input, name: 'CLB Mới' })).toMatchObject({ problem: 'not-found' });
  await write(from, true);
  const founded = await foundModel(neighbour, { ...input, name: 'CLB Mới' });
  if (!founded.ok) throw new Error(founded.problem);
  expect((await findModel(neighbour, founded.value.id))?.practice).toEqual(texts);
  expect((await findLineage(neighbour, founded.value.id)).from?.id).toBe(from);
  const family = { ...input, kind: 'digital_family' as const, name: 'Gia đình số' };
  expect(await foundModel(neighbour, family)).toMatchObject({ problem: 'not-a-club' });
});

test('nothing is shared where nothing is written, only clubs have one, and the second of two is shown the first text', async () => {
  const id = await club(union.khuPho5, 'CLB Trống');
  const empty = { charter: '', plan: '', lessons: [], shared: true };
  expect(await writePractice(official, { modelId: id, version: 1, ...empty })).toMatchObject({
    problem: 'nothing-to-share',
  });
  const family = (await createModel(db, union.khuPho5, { from: '2026-01-10' })).id;
  expect(await writePractice(official, { modelId: family, version: 1, ...texts, shared: false })).toMatchObject({
    problem: 'not-a-club',
  });
  const edit = (charter: string) =>
    writePractice(official, { modelId: id, version: 1, ...texts, charter, shared: false });
  const results = await Promise.all([edit('A'), edit('B')]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-meanwhile', detail: { version: '2' } });
  expect(await writePractice(neighbour, { modelId: id, version: 2, ...texts, shared: false })).toMatchObject({
    problem: 'not-found',
  });
});
