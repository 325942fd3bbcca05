import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { dropValues, keepValues } from '@/prisma/kept/kept-values';
import { createModel } from '@/test/factories/digital-models';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { findQuestionedUnits, listHints, listQuestionedUnits } from './hint-queries';
import { findWaitingHints } from './waiting-hint-queries';

let union: TestUnion;
let province: Viewer;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  keepValues();
});

const ago = (days: number): Day => addDays(today(), -days);
const family = async (unit: TestUnit, days = 5) => (await createModel(db, unit, { from: ago(days) })).id;
const listed = async (viewer: Viewer, filter = {}) =>
  (await listHints(viewer, filter)).hints.map(({ modelId }) => modelId);

test('questions of the city are kept commune by commune until something of one changes; the commune itself reads them as they are', async () => {
  const [here, there] = [await family(union.khuPho5), await family(union.trangDai)];
  expect((await listed(province)).sort()).toEqual([here, there].sort());
  const [more, other] = [await family(union.khuPho5), await family(union.trangDai)];
  expect(await listed(official)).toContain(more);
  expect(await listed(province)).toHaveLength(2);
  dropValues([`hints:${union.longHung.id}`]);
  expect((await listed(province)).sort()).toEqual([here, more, there].sort());
  dropValues([`figures:${union.trangDai.id}`]);
  expect(await listed(province, { communeId: union.trangDai.id })).toEqual([there, other].sort());
});

test('the list, the number on the first page and what a draw is told of come from one reading, filters and pages too', async () => {
  dropValues('all');
  const hints = await listHints(province);
  const waiting = await findWaitingHints(province, 3);
  const quiet = await family(union.khuPho6, 100);
  expect(await findWaitingHints(province, 3)).toEqual(waiting);
  expect(waiting?.count).toBe(hints.hints.length);
  expect(waiting?.communes.map(({ id }) => id).sort()).toEqual([union.longHung.id, union.trangDai.id].sort());
  expect(await listed(province, { hint: 'quiet' })).toEqual([]);
  expect((await findQuestionedUnits(province, today())).has(union.khuPho6.id)).toBe(false);
  // a draw reads what is true
  expect((await listQuestionedUnits(province, today())).has(union.khuPho6.id)).toBe(true);
  dropValues('all');
  expect(await listed(province, { hint: 'quiet' })).toEqual([quiet]);
  const last = hints.hints.at(-2) ?? expect.unreachable();
  const after = `${last.strength}:${last.modelId}:${last.hint}`;
  expect(await listed(province, { after })).toEqual(hints.hints.slice(-1).map(({ modelId }) => modelId));
});

test('what is hosted by the province itself is read each time, and of a past day nothing is kept', async () => {
  await listHints(province);
  const whole = await family(union.province);
  expect(await listed(province)).toContain(whole);
  const before = (await listHints(province, {}, ago(1))).hints.length;
  await family(union.khuPho5, 9);
  expect((await listHints(province, {}, ago(1))).hints.length).toBe(before + 1);
});
