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
import { newId } from '@/test/factories/write';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listGaps } from './gap-queries';
import { findUnitCoverage, isGained, isLost } from './unit-coverage-queries';

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
  expect(await findUnitCoverage(official, union.to1.id, { pairId })).toMatchObject({ covered: false, gained: false });
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

test('what counted until yesterday by a record and counts no more is said of that record alone, to nobody beyond her reach', async () => {
  const model = await createModel(db, union.to1, { from: addDays(today(), -20) });
  const from = addDays(today(), -10);
  const make = async () =>
    createPair(db, union.to1, await createMember(db, union.to1), await createMember(db, union.to1), {
      tiedTo: model,
      from,
    });
  const [first, second] = [await make(), await make()];
  const after = async (by: { modelId: string } | { pairId: string }, viewer = official) =>
    findUnitCoverage(viewer, union.to1.id, by);
  const end = (pairId: string) =>
    endPair(official, { pairId, version: 1, lastDay: addDays(today(), -1), reason: 'no-time' });
  expect((await end(first.id)).ok).toBe(true);
  expect(await after({ pairId: first.id })).toMatchObject({ covered: true, gained: false, lost: false });
  expect((await end(second.id)).ok).toBe(true);
  expect(await after({ pairId: second.id })).toMatchObject({ covered: false, lost: true, commune: { covered: 0 } });
  expect(await after({ pairId: newId() })).toMatchObject({ covered: false, lost: false });
  expect(await findUnitCoverage(official, union.to1.id)).toMatchObject({ covered: false, lost: false });
  const neighbour = await makeViewer('commune_official', union.trangDai);
  expect(await isLost(neighbour, union.to1.id, { pairId: second.id })).toBe(false);
});

test('a family that is paused takes with it what its unit counted for', async () => {
  const model = await createModel(db, union.to1, { from: addDays(today(), -20) });
  await createPair(db, union.to1, await createMember(db, union.to1), await createMember(db, union.to1), {
    tiedTo: model,
    from: addDays(today(), -10),
  });
  const { id: modelId } = model;
  expect(await findUnitCoverage(official, union.to1.id, { modelId })).toMatchObject({ covered: true, lost: false });
  const paused = { modelId, version: 1, status: 'paused', from: today() } as const;
  expect((await changeStatus(official, paused)).ok).toBe(true);
  expect(await findUnitCoverage(official, union.to1.id, { modelId })).toMatchObject({ covered: false, lost: true });
});

test('what a record brought is what would not be without it: told of the pair and family that cover a unit, of no second pair', async () => {
  const model = await createModel(db, union.to1);
  const tied = await createPair(db, union.to1, await createMember(db, union.to1), await createMember(db, union.to1), {
    tiedTo: model,
  });
  const gained = async (by: { modelId: string } | { pairId: string }, viewer = official) =>
    (await findUnitCoverage(viewer, union.to1.id, by))?.gained;
  expect(await gained({ pairId: tied.id })).toBe(true);
  expect(await gained({ modelId: model.id })).toBe(true);
  const second = await createPair(db, union.to1, await createMember(db, union.to1), await createMember(db, union.to1), {
    tiedTo: model,
  });
  expect(await gained({ pairId: tied.id })).toBe(false);
  expect(await gained({ pairId: second.id })).toBe(false);
  expect(await gained({ modelId: model.id })).toBe(true);
  expect(await gained({ modelId: 'x' })).toBe(null);
  expect(await findUnitCoverage(official, union.to1.id)).toMatchObject({ covered: true, gained: null });
  // one that ends today covers the unit for the last time, and has brought nothing
  const ending = { pairId: second.id, version: 1, lastDay: today(), reason: 'no-time' } as const;
  expect((await endPair(official, ending)).ok).toBe(true);
  expect(await gained({ pairId: second.id })).toBe(null);
  expect(await gained({ pairId: tied.id })).toBe(false);
  expect(
    await isGained(await makeViewer('commune_official', union.trangDai), union.to1.id, { modelId: model.id }),
  ).toBe(false);
});
