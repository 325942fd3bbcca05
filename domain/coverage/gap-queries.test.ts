import { expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { makeViewer } from '@/test/union';
import { listGaps, listLacking } from './gap-queries';

test('what is only read lacks what the matrix lacks, in its order and on each day, within the same reach', async () => {
  const { province, an, binh, cam, tied } = await makeIndicatorStage();
  const official = await makeViewer('commune_official', an);
  const head = await makeViewer('sub_association_head', tied);
  const both = async (viewer: Viewer, communeId: string, day: Day) => {
    const gaps = (await listGaps(viewer, communeId, day)) ?? [];
    const read = gaps.map(({ unitId, name, parentName, missing }) => ({ unitId, name, parentName, missing }));
    expect(await listLacking(viewer, communeId, day)).toEqual(read);
    return read.length;
  };
  const whole = await makeViewer('province_official', province);
  const days: Day[] = ['2026-01-09', '2026-03-31', '2026-04-15', '2026-09-30'];
  for (const day of days) {
    let lacking = 0;
    for (const { id } of [an, binh, cam]) lacking += await both(whole, id, day);
    expect(lacking, day).toBeGreaterThan(2);
  }
  const hers = await both(official, an.id, '2026-01-09');
  expect(await both(head, an.id, '2026-01-09')).toBeLessThan(hers);
  expect(await listLacking(official, binh.id, '2026-01-09')).toEqual([]);
});
