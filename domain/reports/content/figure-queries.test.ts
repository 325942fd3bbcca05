import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { readFiguresOfCommune } from './figure-queries';
import { countedTag, type Placed } from './placed';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let place: Placed;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  place = { id: union.longHung.id, path: union.longHung.path };
});
afterEach(keepNothing);

const on: Day = today();
const stretches = {
  now: { from: on, to: on },
  before: { from: addDays(on, -2), to: addDays(on, -1) },
  yearBefore: null,
};
const members = async (viewer = official) => {
  const { now, before } = await readFiguresOfCommune(viewer, place, 'month', stretches);
  return [now, before].map((figures) => figures?.members?.done);
};
const join = () => createMember(db, union.khuPho5, { from: addDays(on, -30) });

test('a draft tells at once what its own month says, and within a minute what an earlier one says now', async () => {
  keepValues();
  const [now = 0, before = 0] = await members();
  await join();
  expect(await members()).toEqual([now + 1, before]);
  dropValues([countedTag(union.longHung.id)]);
  expect(await members()).toEqual([now + 1, before + 1]);
});

test('what is kept is told to nobody who may not see reports there', async () => {
  keepValues();
  expect((await members())[1]).toEqual(expect.any(Number));
  expect(await members(neighbour)).toEqual([undefined, undefined]);
});
