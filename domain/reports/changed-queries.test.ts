import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { pairUp } from '@/domain/pairs/commands';
import { db, transaction } from '@/prisma/client';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listChangedFigures, listRestatements } from './changed-queries';
import { acceptReport, reopenReport, returnReport } from './filing/decide-commands';
import { signReport } from './filing/sign-commands';
import { findReport } from './queries';

const WHY = 'Ghi nhầm ngày của một Gia đình số';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let family: { id: string };
let days: number;
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
  days = 0;
});

const about = async () => {
  const found = await findReport(province, union.longHung.id, before);
  return { unitId: union.longHung.id, periodId: before, version: found?.row.version ?? 0, remark: WHY };
};
const sign = async () => {
  const result = await signReport(official, await readyToSign(official, union.longHung.id, before));
  return result.ok ? result.value.sha256 : result.problem;
};
const put = async (model: { id: string }, status: 'paused' | 'active', from: Day) => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: model.id }, select: { version: true } });
  expect(await changeStatus(official, { modelId: model.id, version, status, from })).toMatchObject({ ok: true });
};
const pause = () => put(family, 'paused', pastMonth(2).from);
/** Deeds on days that come after each other: pausing, going on. */
const putOften = async (model: { id: string }, times: number) => {
  for (let time = 0; time < times; time++)
    await put(model, ++days % 2 ? 'paused' : 'active', addDays(pastMonth(2).from, days));
};
const deed = (action = 'changeStatus') => ({ action, on: today() });
const changed = async (viewer: Viewer = official) =>
  (await listChangedFigures(viewer, union.longHung, before)).map(({ name, code, was, now, deeds }) => [
    name,
    code,
    was,
    now,
    deeds,
  ]);

test('two reports from one state are equal; from another one each difference is listed, with what was done there', async () => {
  const first = await sign();
  expect(await changed()).toEqual([]);
  await returnReport(province, await about());
  expect(await sign()).toBe(first);
  expect(await listRestatements(official, union.longHung, before)).toMatchObject([{ why: WHY, units: 0, figures: [] }]);
  await returnReport(province, await about());
  await pause();
  const told = await changed();
  const once = { first: [deed()], more: 0 };
  expect(told.filter(([, code]) => code === 'coverage_sub_association' || code === 'covered')).toEqual([
    ['Long Hưng', 'coverage_sub_association', 1, 0, once],
    ['Khu phố 5', 'coverage_sub_association', 1, 0, once],
    ['Khu phố 5', 'covered', true, false, once],
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

test('all deeds between two signings that moved a figure’s unit are told, the oldest first, three by name; none before, after, elsewhere or of another kind', async () => {
  const elsewhere = await makeCovered(union.khuPho6);
  await putOften(family, 2);
  await sign();
  await returnReport(province, await about());
  // where no figure moves, and what none of these figures counts
  await putOften(elsewhere, 2);
  const [instructorId, learnerId] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5)];
  const person = { action: 'editPerson', subjectType: 'person', subjectId: learnerId, unitId: union.khuPho5.id };
  await transaction((tx) => record(tx, official, { verb: 'changed', ...person }));
  const pair = { unitId: union.khuPho5.id, instructorId, learnerId, from: today() };
  expect(await pairUp(official, { ...pair, goals: [] })).toMatchObject({ ok: true });
  await putOften(family, 5);
  const share = async () =>
    (await listChangedFigures(official, union.longHung, before)).filter(
      ({ code }) => code === 'coverage_sub_association',
    );
  const between = { first: [deed('pairUp'), deed(), deed()], more: 3 };
  expect((await share()).map(({ name, deeds }) => [name, deeds])).toEqual([
    ['Long Hưng', between],
    ['Khu phố 5', between],
  ]);
  await sign();
  await returnReport(province, await about());
  await putOften(family, 1);
  const [restated] = await listRestatements(official, union.longHung, before);
  expect(restated?.figures.find(({ code }) => code === 'coverage_sub_association')?.deeds).toEqual(between);
  expect((await share()).map(({ name, deeds }) => [name, deeds])).toEqual([
    ['Long Hưng', { first: [deed()], more: 0 }],
    ['Khu phố 5', { first: [deed()], more: 0 }],
  ]);
});
