import { beforeAll, expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeCityOfficial, makeCovered, makePastMonth, pastMonth, readyToSign, signCity } from '@/test/stages/reports';
import { makeUnion, makeViewer, nothing } from '@/test/union';
import { movedMost } from './summary';
import { findSummary } from './summary-queries';

let periodId: string;
beforeAll(async () => {
  periodId = await makePastMonth();
});

const commune = (id: string, was: number | null, now: number | null) => ({
  id,
  name: id,
  kind: 'commune' as const,
  report: null,
  percents: { sub_association: now, group: null },
  ...(was !== null && { before: { sub_association: was, group: null } }),
});

test('the three that moved most each way are told, the furthest first; what is not known or did not move is not', () => {
  const all = [
    commune('a', 10, 12),
    commune('b', 10, 40.5),
    commune('c', 50, 20),
    commune('d', 0, 5),
    commune('e', 1, 2),
    commune('f', null, 90),
    commune('g', 30, 30),
    commune('h', 30, null),
    commune('i', 9, 8),
  ];
  const { up, down } = movedMost({ communes: all });
  expect(up.map(({ id, change }) => [id, change])).toEqual([
    ['b', 30.5],
    ['d', 5],
    ['a', 2],
  ]);
  expect(down.map(({ id }) => id)).toEqual(['c', 'i']);
});

test('without a period it is of the last month that is over; beside it stand the months before and after, none that has not begun', async () => {
  const union = await makeUnion();
  const city = await makeViewer('province_official', union.province);
  const [earlier, running] = [await makePastMonth(2), await makePastMonth(0)];
  const last = await findSummary(city);
  expect(last?.period.id).toBe(periodId);
  expect([last?.before?.id, last?.after?.id]).toEqual([earlier, running]);
  const open = await findSummary(city, running);
  expect([open?.before?.id, open?.after]).toEqual([periodId, null]);
  for (const named of ['', 'x', nothing]) expect(await findSummary(city, named)).toBeNull();
  expect(await findSummary(await makeViewer('commune_official', union.longHung))).toBeNull();
});

test('the half page is of the records until the city signs, then of what was signed; who has not signed is of today; the city alone', async () => {
  const union = await makeUnion();
  const city = await makeCityOfficial(union.province);
  await makeCovered(union.khuPho5, addDays(pastMonth().to, -3));
  const live = await findSummary(city, periodId);
  expect(live).toMatchObject({ isFiled: false });
  expect(live?.waiting.filter(({ waits }) => waits === 'missing').map(({ id }) => id)).toContain(union.longHung.id);
  const here = (found: typeof live) => found?.content?.communes.find(({ id }) => id === union.longHung.id);
  expect(here(live)).toMatchObject({ percents: { sub_association: 50 }, before: { sub_association: 0 } });

  expect(await signCity(city, await readyToSign(city, union.province.id, periodId))).toBe('signed');
  await makeCovered(union.khuPho6, addDays(pastMonth().to, -3));
  const filed = await findSummary(city, periodId);
  expect(filed?.isFiled).toBe(true);
  expect(here(filed)).toMatchObject({ percents: { sub_association: 50 }, before: { sub_association: 0 } });
  expect(filed?.next?.due && filed.next.due >= today()).not.toBe(false);

  for (const viewer of [
    await makeViewer('commune_official', union.longHung),
    await makeViewer('editor', union.province),
  ])
    expect(await findSummary(viewer, periodId)).toBeNull();
  expect(await db.report.count({ where: { unitId: union.longHung.id, periodId } })).toBe(0);
});
