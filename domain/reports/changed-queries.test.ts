import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db } from '@/prisma/client';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listChangedFigures, listRestatements } from './changed-queries';
import { acceptReport, reopenReport, returnReport } from './filing/decide-commands';
import { signReport } from './filing/sign-commands';
import { findReport } from './queries';

const WHY = 'Ghi nhầm ngày của một Gia đình số';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let family: { id: string };
let before: string;
let last: string;

beforeAll(async () => {
  [before, last] = [await makePastMonth(2), await makePastMonth(1)];
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  family = await makeCovered(union.khuPho5);
});

const about = async () => {
  const found = await findReport(province, union.longHung.id, before);
  return { unitId: union.longHung.id, periodId: before, version: found?.row.version ?? 0, remark: WHY };
};
const sign = async () => {
  const result = await signReport(official, await readyToSign(official, union.longHung.id, before));
  return result.ok ? result.value.sha256 : result.problem;
};
const pause = async () => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: family.id }, select: { version: true } });
  return changeStatus(official, { modelId: family.id, version, status: 'paused', from: pastMonth(2).from });
};
const changed = async (viewer: Viewer = official) =>
  (await listChangedFigures(viewer, union.longHung, before)).map(({ name, code, was, now, last: deed }) =>
    [name, code, was, now, deed?.action, deed?.on].filter((told) => told !== undefined),
  );

test('two reports from one state are equal; from another one each difference is listed, with what was done there last', async () => {
  const first = await sign();
  expect(await changed()).toEqual([]);
  await returnReport(province, await about());
  expect(await sign()).toBe(first);
  expect(await listRestatements(official, union.longHung, before)).toMatchObject([{ why: WHY, units: 0, figures: [] }]);
  await returnReport(province, await about());
  expect(await pause()).toMatchObject({ ok: true });
  const told = await changed();
  expect(told.filter(([, code]) => code === 'coverage_sub_association' || code === 'covered')).toEqual([
    ['Long Hưng', 'coverage_sub_association', 1, 0],
    ['Khu phố 5', 'coverage_sub_association', 1, 0, 'changeStatus', today()],
    ['Khu phố 5', 'covered', true, false, 'changeStatus', today()],
  ]);
  expect(await changed(await makeViewer('commune_official', union.trangDai))).toEqual([]);
});

test('what was signed anew says old and new, who and why: on its page, in the next report, and in the city’s by the name of the commune', async () => {
  await sign();
  await acceptReport(province, await about());
  await reopenReport(province, await about());
  await pause();
  await sign();
  const [restated, ...more] = await listRestatements(province, union.longHung, before);
  expect(more).toEqual([]);
  expect(restated).toMatchObject({ by: official.displayName, why: WHY, units: 1 });
  expect(restated?.figures.find(({ code }) => code === 'coverage_sub_association')).toMatchObject({
    was: { done: 1, whole: 2, percent: 50 },
    now: { done: 0, whole: 2, percent: 0 },
  });
  const filed = { by: official.displayName, on: today(), why: WHY };
  const share = { code: 'coverage_sub_association', was: { done: 1 }, now: { done: 0 }, filed };
  const next = await findReport(official, union.longHung.id, last);
  expect(next?.content.restated.find(({ code }) => code === share.code)).toMatchObject(share);
  const city = await findReport(province, union.province.id, last);
  const hers = city?.content.restated.filter(
    ({ place, code, filed: by }) => place === 'Long Hưng' && code === share.code && by?.by === official.displayName,
  );
  expect(hers).toMatchObject([share]);
  expect(await listRestatements(await makeViewer('commune_official', union.trangDai), union.longHung, before)).toEqual(
    [],
  );
});
