import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beginAsking } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { listSessions } from '@/domain/trainings/queries';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createModel } from '@/test/factories/digital-models';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { makeApproved, makeProposal, makeTrainingStage } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { askedOf } from '../trainings/asked';
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

test('sessions to be decided on are as many as the list holds that their button leads to', async () => {
  for (const day of [6, 7]) await makeProposal(wish, day, '15:00', '17:00');
  await makeApproved(wish, 8);
  const task = (await tasksOf()).find(({ name }) => name === 'sessionsToDecide');
  const { pathname, searchParams } = new URL(task?.href ?? '', 'https://portal.invalid');
  expect(pathname).toBe('/admin/trainings');
  const { sessions } = await listSessions(official, askedOf(Object.fromEntries(searchParams)));
  expect(sessions.map(({ state }) => state)).toEqual(Array.from({ length: task?.count ?? 0 }, () => 'proposed'));
});

test('planned models of the city are said to be counted in silent places too, where there are any; of a commune nothing is said', async () => {
  // the stage writes past what tells that figures moved
  keepNothing();
  const province = await makeViewer('province_official', union.province);
  const planned = async (viewer: Viewer) =>
    (await loadOverview({ ...viewer }, undefined)).tasks.find(({ name }) => name === 'modelsPlanned');
  await createModel(db, union.khuPho5, { status: 'planned' });
  const before = await planned(province);
  expect([before?.count, before?.silentToo ?? false]).toEqual([1, false]);

  const silent = await createCommune(db, union.province, { name: 'Bàu Cạn' });
  await createModel(db, await createSubAssociation(db, silent, { name: 'Ấp 1' }), { status: 'planned' });
  const after = await planned(province);
  expect([after?.count, after?.silentToo ?? false]).toEqual([2, true]);
  const hers = await planned(await makeViewer('commune_official', silent));
  expect([hers?.count, hers?.silentToo ?? false]).toEqual([1, false]);
});

test('what she is shown cannot be changed by whoever draws it', async () => {
  const page = await loadOverview(official, undefined);
  expect(() => page.tasks.push(...page.tasks)).toThrow();
  expect((await loadOverview(official, undefined)).tasks).toHaveLength(page.tasks.length);
});

test('when a minute begins what has an hour is read anew, and nothing else where nobody wrote', async () => {
  // all of it is one asking: that other tests write to the server moves nothing for her
  const viewer = { ...official };
  beginAsking(viewer);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today()}T10:00:00+07:00`) });
  try {
    const first = await loadOverview(viewer, undefined);
    vi.setSystemTime(new Date(`${today()}T10:01:00+07:00`));
    const next = await loadOverview(viewer, undefined);
    expect(next).not.toBe(first);
    expect(next.coverage.matrix.length).toBeGreaterThan(0);
    expect(next.coverage).toBe(first.coverage);
    expect(next.week).toBe(first.week);
    beginAsking(viewer);
    await makeProposal(wish, 5, '15:00', '17:00');
    expect((await loadOverview(viewer, undefined)).coverage).not.toBe(first.coverage);
  } finally {
    vi.useRealTimers();
  }
});
