import { expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { monthStart, today } from '@/domain/days/day';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnit } from '@/test/union';
import { reportTasks } from './report-tasks';

const union = await makeUnion();
const official = await makeViewer('commune_official', union.longHung);

const sign = async (viewer: Viewer, commune: TestUnit, month: string) =>
  expect((await signReport(viewer, await readyToSign(viewer, commune.id, month))).ok).toBe(true);

async function toAccept() {
  const viewer = await makeViewer('province_official', union.province);
  const tasks = await reportTasks({ viewer, scene: 'province', communeId: undefined });
  return tasks.filter(({ name }) => name === 'reportsToAccept');
}

test('the city is told of each month by itself how many reports wait, whose, and the list that holds those and no others', async () => {
  const [older, newer] = [await makePastMonth(2), await makePastMonth(1)];
  for (const month of [older, newer]) await sign(official, union.longHung, month);
  await sign(await makeViewer('commune_official', union.trangDai), union.trangDai, newer);

  const accepted = await toAccept();
  expect(accepted).toMatchObject([
    {
      count: 1,
      href: `/admin/reports/${union.longHung.id}/${older}`,
      which: { of: 'period', from: monthStart(today(), -2), names: ['Long Hưng'] },
    },
    { count: 2, which: { of: 'period', from: monthStart(today(), -1) } },
  ]);
  expect(accepted[1]?.href).toContain(newer);
  expect(accepted[1]?.href).toContain('state=submitted');
});

test('of more months than are read at a glance the earliest are told, and how many reports wait in those behind them', async () => {
  const earlier: string[] = [];
  for (const back of [5, 4, 3]) earlier.push(await makePastMonth(back));
  for (const month of earlier) await sign(official, union.longHung, month);
  // the three of the months before wait too
  expect((await toAccept()).map(({ href, later = 0 }) => [href, later])).toEqual(
    earlier.map((month, at) => [`/admin/reports/${union.longHung.id}/${month}`, at === 2 ? 3 : 0]),
  );
});
