import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune } from '@/test/factories/units';
import { makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findMonthReports, listCityReports } from './city-queries';
import { signReport } from './filing/sign-commands';
import { shownState } from './report';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
/** The last month that is over, and the one before it. */
let [last, older] = ['', ''];

beforeAll(async () => {
  [last, older] = [await makePastMonth(1), await makePastMonth(2)];
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});

test('the reports of the last month that is over say of every commune how far it has come, silent ones among them', async () => {
  await signReport(official, await readyToSign(official, union.longHung.id, last));
  const silent = await createCommune(db, union.province, { name: 'Im Lặng' });
  const found = await findMonthReports(province, today());
  expect(found?.period.id).toBe(last);
  const stateOf = (id: string) => {
    const row = found?.of.get(id);
    return row && shownState(row, addDays(row.period.due, 1));
  };
  expect([union.longHung, union.trangDai, silent].map(({ id }) => stateOf(id))).toEqual([
    'submitted',
    'late',
    'not-owed',
  ]);
  const { communes = [] } = (await listCityReports(province, Number(pastMonth().from.slice(0, 4)))) ?? {};
  const listed = communes.find(({ id }) => id === union.longHung.id)?.reports;
  expect(listed?.find(({ period }) => period.id === last)).toEqual(found?.of.get(union.longHung.id));
});

test('a past day has the report of its own month, a day to come that of the last one over, a day before the first none', async () => {
  const ofDay = async (day: Day) => (await findMonthReports(province, day))?.period.id;
  expect(await ofDay(pastMonth(2).from)).toBe(older);
  expect(await ofDay(pastMonth(2).to)).toBe(older);
  expect(await ofDay(pastMonth(1).from)).toBe(last);
  expect(await ofDay(addDays(today(), 60))).toBe(last);
  expect(await ofDay('2019-01-01')).toBeUndefined();
});

test('who does not see the whole city is told nothing of the month of others', async () => {
  for (const viewer of [official, await makeViewer('trainer', union.longHung)])
    expect(await findMonthReports(viewer, today())).toBeNull();
});
