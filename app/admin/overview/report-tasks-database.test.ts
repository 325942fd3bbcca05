import { expect, test } from 'vitest';
import { monthStart, today } from '@/domain/days/day';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer } from '@/test/union';
import { reportTasks } from './report-tasks';

test('the city is told of each month by itself how many reports wait, whose, and the list that holds those and no others', async () => {
  const union = await makeUnion();
  const [older, newer] = [await makePastMonth(2), await makePastMonth(1)];
  for (const [commune, months] of [
    [union.longHung, [older, newer]],
    [union.trangDai, [newer]],
  ] as const) {
    const official = await makeViewer('commune_official', commune);
    for (const month of months)
      expect((await signReport(official, await readyToSign(official, commune.id, month))).ok).toBe(true);
  }

  const viewer = await makeViewer('province_official', union.province);
  const tasks = await reportTasks({ viewer, scene: 'province', communeId: undefined });
  const accepted = tasks.filter(({ name }) => name === 'reportsToAccept');
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
