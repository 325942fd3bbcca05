import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune, createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { lockPeriod, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findPublishedCoverage, findPublishedProvinceCoverage } from '../queries';
import { ceaseRecordKeeping, declareRecordKeeping } from './record-keeping-commands';
import { findRecordKeeping } from './record-keeping-queries';

let union: TestUnion;
let province: Viewer;
const FROM: Day = addDays(today(), -30);

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
});

/** A commune that nobody has said anything of, with one sub-association. */
async function silentCommune(name: string): Promise<MadeUnit> {
  const commune = await createCommune(db, union.province, { name });
  await createSubAssociation(db, commune);
  return commune;
}
const stateOn = async (commune: MadeUnit, day: Day) =>
  (await findPublishedCoverage(commune.id, day)).find(({ level }) => level === 'sub_association')?.state;
const problemOf = async (viewer: Viewer, unitId: string, from: Day) => {
  const result = await declareRecordKeeping(viewer, { unitId, from });
  return result.ok ? 'done' : result.problem;
};

describe('a commune that says so', () => {
  test('is heard from that day on and not before, counts in the province, and the trail knows who said it', async () => {
    const commune = await silentCommune('Bàu Cạn');
    const official = await makeViewer('commune_official', commune);
    const before = (await findPublishedProvinceCoverage(today())).sub_association;
    expect(await findRecordKeeping(official, commune.id)).toEqual({ since: null, ceased: null, mayDeclare: true });
    expect(await problemOf(official, commune.id, FROM)).toBe('done');
    expect(await findRecordKeeping(official, commune.id)).toEqual({ since: FROM, ceased: null, mayDeclare: true });
    expect([await stateOn(commune, addDays(FROM, -1)), await stateOn(commune, FROM)]).toEqual(['not_reported', 'zero']);
    const after = (await findPublishedProvinceCoverage(today())).sub_association;
    expect(after.units - before.units).toBe(1);
    expect(after.communesNotReported - before.communesNotReported).toBe(-1);
    expect(after.allUnits).toBe(before.allUnits);
    const entries = await db.auditEntry.findMany({
      where: { subjectId: commune.id, action: 'declareRecordKeeping', verb: 'changed' },
      select: { actorId: true },
    });
    expect(entries).toEqual([{ actorId: official.accountId }]);
  });

  test('says it once: said twice, also at the same moment, it stands as it was first said', async () => {
    const commune = await silentCommune('Bàu Hàm');
    const both = await Promise.all([problemOf(province, commune.id, FROM), problemOf(province, commune.id, FROM)]);
    expect(both.sort()).toEqual(['declared-already', 'done']);
    expect(await problemOf(province, commune.id, addDays(FROM, -5))).toBe('declared-already');
    expect(await db.recordKeeping.count({ where: { unitId: commune.id } })).toBe(1);
  });

  test('that has ceased says it again from then on', async () => {
    const commune = await silentCommune('Cây Gáo');
    const [began, ceased] = [new Date(addDays(FROM, -60)), new Date(FROM)];
    await db.recordKeeping.create({
      data: { unitId: commune.id, validFrom: began, validTo: ceased, endReason: 'nghỉ' },
    });
    expect(await problemOf(province, commune.id, addDays(FROM, -1))).toBe('declared-already');
    expect(await problemOf(province, commune.id, FROM)).toBe('done');
  });
});

describe('a commune that keeps its records here no more', () => {
  const cease = (viewer: Viewer, unitId: string, lastDay: Day) =>
    ceaseRecordKeeping(viewer, { unitId, lastDay, reason: 'Chị phụ trách nghỉ' });

  test('is silent after its last day, for the reason that is kept; until then all stands, and it may come back', async () => {
    const commune = await silentCommune('Phú Lý');
    const official = await makeViewer('commune_official', commune);
    expect(await problemOf(official, commune.id, FROM)).toBe('done');
    const before = (await findPublishedProvinceCoverage(today())).sub_association;
    const lastDay = addDays(today(), -3);
    expect(await cease(official, commune.id, lastDay)).toMatchObject({ ok: true });
    expect([await stateOn(commune, lastDay), await stateOn(commune, addDays(lastDay, 1))]).toEqual([
      'zero',
      'not_reported',
    ]);
    expect((await findPublishedProvinceCoverage(today())).sub_association.units).toBe(before.units - 1);
    expect(await findRecordKeeping(official, commune.id)).toEqual({
      since: null,
      ceased: { lastDay, reason: 'Chị phụ trách nghỉ' },
      mayDeclare: true,
    });
    expect(await db.auditEntry.count({ where: { subjectId: commune.id, action: 'ceaseRecordKeeping' } })).toBe(1);
    expect(await problemOf(official, commune.id, today())).toBe('done');
    expect(await findRecordKeeping(official, commune.id)).toMatchObject({ since: today(), ceased: null });
  });

  test('not for days to come, of before, or of a closed month; once; and by who answers for it alone', async () => {
    const commune = await silentCommune('Tà Lài');
    const both = async () =>
      Promise.all([cease(province, commune.id, today()), cease(province, commune.id, today())]).then((all) =>
        all.map((one) => (one.ok ? 'done' : one.problem)).sort(),
      );
    expect(await both()).toEqual(['silent-already', 'silent-already']);
    await declareRecordKeeping(province, { unitId: commune.id, from: '2025-11-20' });
    expect(await cease(province, commune.id, addDays(today(), 1))).toMatchObject({ problem: 'day-ahead' });
    expect(await cease(province, commune.id, '2025-11-19')).toMatchObject({
      problem: 'cease-too-early',
      detail: { day: '2025-11-20' },
    });
    await lockPeriod(commune, '2025-12-01', '2026-01-01');
    expect(await cease(province, commune.id, '2025-12-30')).toMatchObject({
      problem: 'period-locked',
      detail: { until: '2026-01-01' },
    });
    const beside = await makeViewer('commune_official', union.trangDai);
    expect(await cease(beside, commune.id, today())).toMatchObject({ problem: 'not-found' });
    expect(await cease(await makeViewer('viewer', union.province), commune.id, today())).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await stateOn(commune, '2025-12-31')).toBe('zero');
    expect(await cease(province, commune.id, '2025-12-31')).toMatchObject({ ok: true });
  });
});

describe('what is refused', () => {
  test('days to come, before the campaign, before the commune, and of a closed month', async () => {
    const commune = await silentCommune('Đồi 61');
    expect(await problemOf(province, commune.id, addDays(today(), 1))).toBe('day-ahead');
    expect(await problemOf(province, commune.id, '2025-07-31')).toBe('before-record');
    await lockPeriod(commune, '2025-09-01', '2025-10-01');
    expect(await declareRecordKeeping(province, { unitId: commune.id, from: '2025-09-30' })).toEqual({
      ok: false,
      problem: 'period-locked',
      detail: { until: '2025-10-01' },
    });
    const young = await createCommune(db, union.province, { name: 'Mới Lập', from: addDays(today(), -3) });
    expect(await problemOf(province, young.id, addDays(today(), -4))).toBe('before-opened');
    expect(await problemOf(province, commune.id, '2025-10-01')).toBe('done');
  });

  test('other units than communes; and whoever is not its official learns no more than of nothing', async () => {
    const commune = await silentCommune('Gia Canh');
    const beside = await makeViewer('commune_official', union.trangDai);
    expect(await problemOf(province, union.khuPho5.id, FROM)).toBe('level-differs');
    expect(await problemOf(beside, commune.id, FROM)).toBe(await problemOf(beside, nothing, FROM));
    expect(await findRecordKeeping(beside, commune.id)).toBeNull();
    expect(await problemOf(await makeViewer('viewer', union.province), commune.id, FROM)).toBe('not-allowed');
    expect(await stateOn(commune, today())).toBe('not_reported');
  });
});
