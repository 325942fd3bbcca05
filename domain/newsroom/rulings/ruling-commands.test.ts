import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { stepOfRuling } from './ruling';
import { revokeApprovalRuling, ruleApproval } from './ruling-commands';
import { listRulings } from './ruling-queries';

const reason = 'Văn phòng chỉ có một người.';
const why = 'Đã có người thứ hai.';

let union: TestUnion;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

const stepsAt = async (unitName: string, day = today()) =>
  (await listRulings(province))?.rulings
    .filter((ruling) => ruling.unitName === unitName)
    .map((ruling) => stepOfRuling(ruling, day));

test('a ruling of a day to come begins on that day, and of a day that is past is refused', async () => {
  const { id: unitId, name } = union.longHung;
  const [yesterday, tomorrow] = [addDays(today(), -1), addDays(today(), 1)];
  expect(await ruleApproval(province, { unitId, reason, from: yesterday })).toEqual({
    ok: false,
    problem: 'ruled-in-past',
  });
  expect((await ruleApproval(province, { unitId, reason, from: tomorrow })).ok).toBe(true);
  expect(await stepsAt(name)).toEqual(['to-come']);
  expect(await stepsAt(name, tomorrow)).toEqual(['holds']);
});

test('two rulings for one office in the same moment become one, which is revoked once', async () => {
  const { id: unitId, name } = union.trangDai;
  const results = await Promise.all([1, 2].map(() => ruleApproval(province, { unitId, reason })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results).toContainEqual({ ok: false, problem: 'ruled-already' });
  const rulingId = results.flatMap((result) => (result.ok ? [result.value.id] : []))[0] ?? '';
  const revoked = await Promise.all([1, 2].map(() => revokeApprovalRuling(province, { rulingId, reason: why })));
  expect(revoked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(revoked).toContainEqual({ ok: false, problem: 'revoked-already' });
  expect(await stepsAt(name)).toEqual(['revoked']);
  // and may be ruled anew
  expect((await ruleApproval(province, { unitId, reason })).ok).toBe(true);
  expect(await stepsAt(name)).toEqual(['holds', 'revoked']);
});

test('of a part of a commune the list says which commune it lies in', async () => {
  await ruleApproval(province, { unitId: union.khuPho5.id, reason });
  expect((await listRulings(province))?.rulings[0]).toMatchObject({
    unitName: union.khuPho5.name,
    communeName: union.longHung.name,
    ruledBy: province.displayName,
  });
});
