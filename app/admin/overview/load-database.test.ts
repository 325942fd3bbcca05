import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { makeApproved, makeProposal, makeTrainingStage } from '@/test/stages/trainings';
import { loadOverview } from './load';

const { union, official, elsewhere, trainer, courseId, hall } = await makeTrainingStage();
const wish = { unit: union.khuPho5, courseId };

beforeEach(keepValues);
afterEach(keepNothing);

const tasksOf = async () => (await loadOverview(official, undefined)).tasks;
const comingTo = async (viewer = official) =>
  ((await loadOverview(viewer, undefined)).coming ?? []).map(({ id }) => id);

test('where what was read is kept, her first page tells at once what was done at her place, and nobody of the next commune', async () => {
  const before = await tasksOf();
  expect(await comingTo()).toEqual([]);
  const session = await makeApproved({ ...wish, venueId: hall, trainerIds: [trainer.personId] }, 3);
  expect(await comingTo()).toEqual([session.id]);
  await makeProposal(wish, 4, '15:00', '17:00');
  expect((await tasksOf()).length).toBe(before.length + 1);
  expect(await comingTo(elsewhere)).toEqual([]);
});

test('what she is shown cannot be changed by whoever draws it', async () => {
  const page = await loadOverview(official, undefined);
  expect(() => page.tasks.push(...page.tasks)).toThrow();
  expect((await loadOverview(official, undefined)).tasks).toHaveLength(page.tasks.length);
});
