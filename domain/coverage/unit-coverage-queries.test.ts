import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { endPair, tiePair } from '@/domain/pairs/change-commands';
import { pairUp } from '@/domain/pairs/commands';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createPerson } from '@/test/factories/people';
import { createGroup } from '@/test/factories/units';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listGaps } from './gap-queries';
import { findUnitCoverage } from './unit-coverage-queries';

let union: TestUnion;
let official: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const remedy = async () =>
  (await listGaps(official, union.longHung.id))?.find(({ unitId }) => unitId === union.to1.id)?.remedy;
const couple = async () => ({
  unitId: union.to1.id,
  from: today(),
  instructorId: await makeMember(union.to1),
  learnerId: await makeMember(union.to1, 'Võ Thị Sáu'),
});
const setStatus = (modelId: string, status: string) =>
  db.$executeRaw`UPDATE model_status SET status = ${status}::model_status_name WHERE model_id = ${modelId}::uuid`;

test('gaps stand as one goes through the commune: each sub-association before its own groups', async () => {
  await createGroup(db, union.khuPho6, { name: 'Tổ 2' });
  await createGroup(db, union.khuPho5, { name: 'Tổ 10' });
  const names = (await listGaps(official, union.longHung.id))?.map(({ name }) => name);
  expect(names).toEqual(['Khu phố 5', 'Tổ 1', 'Tổ 10', 'Khu phố 6', 'Tổ 2']);
});

test('what stands already is put to use: a paused or planned family is activated, a pair that is not tied is tied', async () => {
  expect(await remedy()).toEqual({ deed: 'found' });
  const { id: modelId } = await createModel(db, union.to1);
  expect(await remedy()).toEqual({ deed: 'pair-up', modelId });
  for (const status of ['paused', 'planned']) {
    await setStatus(modelId, status);
    expect(await remedy()).toEqual({ deed: 'activate', modelId, version: 1 });
  }
  await setStatus(modelId, 'ended');
  expect(await remedy()).toEqual({ deed: 'found' });
  await setStatus(modelId, 'active');
  const paired = await pairUp(official, await couple());
  if (!paired.ok) throw new Error(paired.problem);
  expect(await remedy()).toEqual({ deed: 'tie', pairId: paired.value.id, version: 1, modelId });
});

test('on what ends today nothing is built: a pair that ends leads to another pair, a family that ends to another family', async () => {
  const { id: modelId } = await createModel(db, union.to1);
  const paired = await pairUp(official, await couple());
  if (!paired.ok) throw new Error(paired.problem);
  const { id: pairId } = paired.value;
  expect(await remedy()).toMatchObject({ deed: 'tie' });
  const ended = await endPair(official, { pairId, version: 1, lastDay: today(), reason: 'no-time' });
  expect(ended.ok).toBe(true);
  expect(await remedy()).toEqual({ deed: 'pair-up', modelId });
  const from = addDays(today(), 1);
  expect(await findUnitCoverage(official, union.to1.id)).toMatchObject({ covered: false, moved: null });
  expect((await changeStatus(official, { modelId, version: 1, status: 'ended', from })).ok).toBe(true);
  expect(await remedy()).toEqual({ deed: 'found' });
  // another that is planned takes the place of one that ends: no third is founded
  const { id: plannedId } = await createModel(db, union.to1, { status: 'planned' });
  expect(await remedy()).toEqual({ deed: 'activate', modelId: plannedId, version: 1 });
});

test('after each record it is said what moved, or what is still missing; nothing to the neighbour', async () => {
  const at = (viewer = official) => findUnitCoverage(viewer, union.to1.id);
  const { id: modelId } = await createModel(db, union.to1);
  const paired = await pairUp(official, await couple());
  if (!paired.ok) throw new Error(paired.problem);
  expect(await at()).toMatchObject({
    covered: false,
    commune: { name: 'Long Hưng', units: 1, covered: 0 },
    gap: { missing: ['tie'], remedy: { deed: 'tie' } },
  });
  const tied = await tiePair(official, { pairId: paired.value.id, version: 1, modelId, from: today() });
  expect(tied.ok).toBe(true);
  expect(await at()).toMatchObject({
    name: 'Tổ 1',
    level: 'group',
    covered: true,
    commune: { name: 'Long Hưng', units: 1, covered: 1 },
    gap: null,
    next: { name: 'Khu phố 6', remedy: { deed: 'found' } },
  });
  const head = await makeViewer('sub_association_head', union.khuPho5);
  expect(await at(head)).toMatchObject({ covered: true });
  expect(await at(await makeViewer('commune_official', union.trangDai))).toBeNull();
});

test('a pair of whom the instructor is no member yet is not explained as one whose instructor left', async () => {
  const [coming, gone] = [await createPerson(db, union.to1), await createMember(db, union.khuPho6, { to: today() })];
  const learner = await createMember(db, union.to1);
  await createPair(db, union.to1, coming, learner);
  await createPair(db, union.khuPho6, gone, learner);
  await createPair(db, union.khuPho5, gone, coming, { to: today() });
  const gaps = await listGaps(official, union.longHung.id);
  const because = ({ id }: { id: string }) => gaps?.find(({ unitId }) => unitId === id)?.because;
  expect(because(union.to1)).toEqual(['instructor_not_joined']);
  expect(because(union.khuPho6)).toEqual(['instructor_left']);
  expect(because(union.khuPho5)).toEqual(['pair_ended']);
});

test('a pair that was taken back before it began explains nothing, nor does one that moved on its first day: it never was there', async () => {
  const [guide, learner] = [await createMember(db, union.to1), await createMember(db, union.to1)];
  const because = async ({ id }: { id: string }) =>
    (await listGaps(official, union.longHung.id))?.find(({ unitId }) => unitId === id)?.because;
  const from = addDays(today(), -5);
  await createPair(db, union.to1, guide, learner, { from, to: from });
  expect(await because(union.to1)).toEqual([]);
  await createPair(db, union.to1, guide, learner, { from, to: today() });
  expect(await because(union.to1)).toEqual(['pair_ended']);
  const moved = await createPair(db, union.khuPho6, await createPerson(db, union.khuPho6), learner, { from });
  expect(await because(union.khuPho6)).toEqual(['instructor_not_joined']);
  await db.$executeRaw`UPDATE pair_host SET valid_to = valid_from WHERE pair_id = ${moved.id}::uuid`;
  expect(await because(union.khuPho6)).toEqual([]);
});
