import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { makeCovered, makePastMonth } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findReportSoon } from './soon-queries';

let union: TestUnion;
let province: Viewer;
let periodId: string;
beforeAll(async () => {
  periodId = await makePastMonth();
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  await makeCovered(union.khuPho5);
});

const soon = (patience?: number) => findReportSoon(province, union.province.id, periodId, patience);
const coveredIn = (found: Awaited<ReturnType<typeof soon>>) =>
  found?.content?.communes.find(({ id }) => id === union.longHung.id)?.percents.sub_association;

test('a draft of the city that takes longer than a page may wait is not waited for, and is handed out once it is counted though something moved', async () => {
  const first = await soon(0);
  expect(first).toMatchObject({ content: null, row: { state: 'draft' }, mayFile: true });
  await expect.poll(async () => coveredIn(await soon(0)), { timeout: 30_000 }).toBe(50);
  await makeCovered(union.khuPho6);
  expect(coveredIn(await soon(0))).toBe(50);
});

test('of a commune the draft is kept while nothing is written, and tells her at once what she has just mended', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  const figures = async () => (await findReportSoon(official, union.longHung.id, periodId))?.content?.digest;
  keepValues();
  try {
    const before = await figures();
    await makeCovered(union.khuPho5);
    expect(await figures()).not.toBe(before);
    expect(await figures()).toEqual(expect.any(String));
  } finally {
    keepNothing();
  }
});

test('a commune is always read at once, and beyond her reach there is none', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  expect((await findReportSoon(official, union.longHung.id, periodId, 0))?.content).not.toBeNull();
  expect(await findReportSoon(official, union.province.id, periodId)).toBeNull();
  expect(await findReportSoon(official, union.trangDai.id, periodId)).toBeNull();
});
