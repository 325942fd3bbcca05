import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, dayOf, startOf, today } from '@/domain/days/day';
import { acceptReport, reopenReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { makePeriods } from '@/domain/reports/periods/period-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { createCommune } from '@/test/factories/units';
import { makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { lastingOf } from './deadline';
import { listDeadlines } from './deadline-queries';

let union: TestUnion;
let periodId: string;
let official: Viewer;
let city: Viewer;
const SPAN = { from: addDays(today(), -60), to: addDays(today(), 120) };

beforeAll(async () => {
  periodId = await makePastMonth();
  await makePeriods();
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  city = await makeViewer('province_official', union.province);
});

const ofPast = async (viewer: Viewer) =>
  (await listDeadlines(viewer, SPAN)).filter((each) => each.periodId === periodId);
const about = async () => {
  const found = await findReport(official, union.longHung.id, periodId);
  return { unitId: union.longHung.id, periodId, version: found?.row.version ?? 0 };
};

test('the due days of her own reports stand in order, also those of months to come, all day in Viet Nam', async () => {
  const deadlines = await listDeadlines(official, SPAN);
  expect(new Set(deadlines.map(({ unitId }) => unitId))).toEqual(new Set([union.longHung.id]));
  expect(deadlines.length).toBeGreaterThanOrEqual(4);
  const dueDay = { month: '05', quarter: '10', half_year: '15', year: '15' };
  for (const { due, periodKind } of deadlines) expect(due.slice(-2), periodKind).toBe(dueDay[periodKind]);
  expect(deadlines.map(({ due }) => due)).toEqual(deadlines.map(({ due }) => due).sort());
  const [first] = deadlines;
  const { startsAt, endsAt, allDay } = lastingOf(first ?? expect.unreachable());
  expect([dayOf(startsAt), endsAt.getTime() - startsAt.getTime(), allDay]).toEqual([first?.due, 86_400_000, true]);
  expect(startsAt).toEqual(startOf(first?.due ?? today()));
});

test('one that is signed waits, goes when the report is closed, and comes back newer when it is opened again', async () => {
  expect(await ofPast(official)).toMatchObject([{ state: 'draft', sequence: 0 }]);
  expect((await signReport(official, await readyToSign(official, union.longHung.id, periodId))).ok).toBe(true);
  const [signed] = await ofPast(official);
  expect(signed).toMatchObject({ state: 'submitted', sequence: 1 });
  expect((await acceptReport(city, await about())).ok).toBe(true);
  expect(await ofPast(official)).toEqual([]);
  expect((await reopenReport(city, { ...(await about()), remark: 'sửa một ngày' })).ok).toBe(true);
  const [back] = await ofPast(official);
  expect(back?.state).toBe('returned');
  expect(back?.sequence).toBeGreaterThan(signed?.sequence ?? 9);
  expect(back?.changedAt.getTime()).toBeGreaterThan(signed?.changedAt.getTime() ?? Number.POSITIVE_INFINITY);
});

test('they are of who signs: the city has its own alone, a reader, a head and a silent commune have none', async () => {
  const ofCity = await listDeadlines(city, SPAN);
  expect(ofCity.some(({ unitId }) => unitId === union.province.id)).toBe(true);
  expect(ofCity.filter(({ level }) => level !== 'province')).toEqual([]);
  const silent = await createCommune(db, union.province);
  for (const viewer of [
    await makeViewer('viewer', union.longHung),
    await makeViewer('sub_association_head', union.khuPho5),
    await makeViewer('trainer', union.longHung),
    await makeViewer('commune_official', silent),
  ])
    expect(await listDeadlines(viewer, SPAN)).toEqual([]);
  expect(await listDeadlines(official, SPAN, union.trangDai.id)).toEqual([]);
});
