import { afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createModel } from '@/test/factories/digital-models';
import { makeUnion, type TestUnion } from '@/test/union';
import { findPublishedPlace } from './commune-queries';

let union: TestUnion;
beforeAll(async () => {
  union = await makeUnion();
});
afterEach(keepNothing);

const modelsOf = async ({ id }: { id: string }) => (await findPublishedPlace(id)).models;
const found = () => createModel(db, union.khuPho5, { from: '2026-01-01' });

test('what is told of a commune beside a piece is read anew once a figure of it changed, and of no other commune', async () => {
  keepValues();
  const [before, beside] = [await modelsOf(union.longHung), await modelsOf(union.trangDai)];
  await found();
  dropValues([`figures:${union.trangDai.id}`, 'figures:province', 'article:1']);
  expect([await modelsOf(union.longHung), await modelsOf(union.trangDai)]).toEqual([before, beside]);
  dropValues([`figures:${union.longHung.id}`]);
  expect([await modelsOf(union.longHung), await modelsOf(union.trangDai)]).toEqual([before + 1, beside]);
});

test('whoever cannot say what of it changed has all of it read anew, and where nothing is kept it is read each time', async () => {
  keepValues();
  const before = await modelsOf(union.longHung);
  for (const [at, tags] of (['figures', 'units', 'today'] as const).entries()) {
    await found();
    dropValues([tags]);
    expect(await modelsOf(union.longHung)).toBe(before + at + 1);
  }
  keepNothing();
  await found();
  expect(await modelsOf(union.longHung)).toBe(before + 4);
});
