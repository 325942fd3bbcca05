import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { pairUp } from '@/domain/pairs/commands';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import {
  lockPeriod,
  makeCommune,
  makeMember,
  makeUnion,
  makeViewer,
  nothing,
  type TestUnion,
  type TestUnit,
} from '@/test/union';
import { foundModel } from './commands';
import type { FoundInput } from './digital-model';
import { countPublishedModels } from './published-queries';
import { findModel } from './queries';
import type { ModelStatus } from './status';
import { changeStatus, stopModel, takeBackStatus } from './status-commands';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
});

async function found(by: Viewer, unit: TestUnit, name: string, more: Partial<FoundInput> = {}): Promise<string> {
  const result = await foundModel(by, {
    kind: 'digital_family',
    unitId: unit.id,
    name,
    foundedOn: addDays(today(), -30),
    pilot: false,
    status: 'planned',
    ...more,
  });
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

async function change(by: Viewer, modelId: string, status: ModelStatus, from: Day, reason?: string) {
  const version =
    (await db.digitalModel.findUnique({ where: { id: modelId }, select: { version: true } }))?.version ?? 1;
  return changeStatus(by, { modelId, version, status, from, ...(reason ? { reason } : {}) });
}

/** The one function behind every screen, export and report. */
async function covered(commune: TestUnit, level: 'sub_association' | 'group', day: Day = today()): Promise<number> {
  const [row] = await db.$queryRaw<{ covered: number }[]>`
    SELECT covered FROM app.coverage(${day}::date) WHERE commune_id = ${commune.id}::uuid AND level = ${level}::unit_level`;
  return row?.covered ?? -1;
}

describe('a planned Digital Family that has a 1+1 pair', () => {
  test('becomes active, and the coverage of its commune moves by exactly one, today and not in the past', async () => {
    const family = await found(official, union.khuPho5, 'Gia đình số Khu phố 5');
    const [instructorId, learnerId] = [
      await makeMember(union.khuPho5),
      await makeMember(union.khuPho5, 'Trần Thị Mai'),
    ];
    const from = addDays(today(), -10);
    const pair = await pairUp(official, { unitId: union.khuPho5.id, instructorId, learnerId, from, modelId: family });
    expect(pair.ok).toBe(true);
    const before = await covered(union.longHung, 'sub_association');
    const groups = await covered(union.longHung, 'group');

    expect((await change(official, family, 'active', today())).ok).toBe(true);
    expect(await covered(union.longHung, 'sub_association')).toBe(before + 1);
    expect(await covered(union.longHung, 'sub_association', addDays(today(), -1))).toBe(before);
    expect(await covered(union.longHung, 'group')).toBe(groups);
    expect(await covered(union.trangDai, 'sub_association')).toBe(0);
    const source = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM app.coverage_units_from_source(${today()}::date) WHERE covered`;
    expect(source).toEqual([{ n: before + 1 }]);
  });

  test('paused it counts no more from that day, and again when it goes on', async () => {
    const family = await found(official, union.khuPho6, 'Gia đình số Khu phố 6', {
      status: 'active',
      activeFrom: addDays(today(), -20),
    });
    const [instructorId, learnerId] = [await makeMember(union.khuPho6), await makeMember(union.khuPho6, 'Lê Thị Hồng')];
    const from = addDays(today(), -20);
    await pairUp(official, { unitId: union.khuPho6.id, instructorId, learnerId, from, modelId: family });
    const before = await covered(union.longHung, 'sub_association', addDays(today(), -6));

    await change(official, family, 'paused', addDays(today(), -5), 'Mùa thu hoạch');
    expect(await covered(union.longHung, 'sub_association', addDays(today(), -5))).toBe(before - 1);
    expect(await covered(union.longHung, 'sub_association', addDays(today(), -6))).toBe(before);
    await change(official, family, 'active', addDays(today(), -2));
    expect(await covered(union.longHung, 'sub_association', addDays(today(), -2))).toBe(before);
    const model = await findModel(official, family);
    expect(model?.statuses.map(({ status, reason }) => [status, reason])).toEqual([
      ['active', null],
      ['paused', 'Mùa thu hoạch'],
      ['active', null],
      ['planned', null],
    ]);
  });
});

describe('changing the status', () => {
  test('before the running status nothing is written that could not lead to it, and nothing before the founding', async () => {
    const id = await found(official, union.khuPho5, 'Gia đình số ngày trước');
    await change(official, id, 'active', addDays(today(), -3));
    expect(await change(official, id, 'ended', addDays(today(), -4))).toEqual({
      ok: false,
      problem: 'no-such-step',
      detail: { status: 'ended', to: 'active', day: addDays(today(), -3) },
    });
    expect(await change(official, id, 'active', addDays(today(), -31))).toMatchObject({
      problem: 'before-current-status',
      detail: { status: 'planned', day: addDays(today(), -30) },
    });
    expect(await findModel(official, id)).toMatchObject({ status: 'active', version: 2 });
  });

  test('what was entered today is corrected today, and the correction leaves its trace', async () => {
    const id = await found(official, union.khuPho5, 'Gia đình số nhầm');
    await change(official, id, 'ended', today(), 'Nhầm');
    expect((await change(official, id, 'active', today())).ok).toBe(true);
    const model = await findModel(official, id);
    expect(model).toMatchObject({ status: 'active', since: today() });
    expect(model?.statuses.find(({ status }) => status === 'ended')).toMatchObject({ from: today(), to: today() });
  });

  test('it counts on its last day and not on the next; the trail keeps the day that was said', async () => {
    const modelId = await found(official, union.khuPho5, 'Gia đình số ngày cuối');
    await change(official, modelId, 'active', addDays(today(), -9));
    const stop = { modelId, version: 2, status: 'paused' as const };
    expect(await stopModel(official, { ...stop, lastDay: addDays(today(), -10) })).toMatchObject({
      problem: 'end-too-early',
      detail: { day: addDays(today(), -9) },
    });
    expect((await stopModel(official, { ...stop, lastDay: addDays(today(), -5) })).ok).toBe(true);
    expect(await findModel(official, modelId)).toMatchObject({ status: 'paused', since: addDays(today(), -4) });
    const where = { subjectId: modelId, action: 'stopModel' };
    expect(await db.auditEntry.findFirst({ where, select: { change: true } })).toMatchObject({
      change: { before: 'active', status: 'paused', lastDay: addDays(today(), -5) },
    });
  });

  test('of two who change it at once one is told that it changed meanwhile', async () => {
    const modelId = await found(official, union.khuPho5, 'Gia đình số cùng lúc');
    const next = { modelId, version: 1, from: today() };
    const results = await Promise.all([
      changeStatus(official, { ...next, status: 'active' }),
      changeStatus(official, { ...next, status: 'ended' }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: 'changed-meanwhile' });
    const model = await findModel(official, modelId);
    expect(model?.statuses).toHaveLength(2);
  });

  test('a model of Trảng Dài and one that does not exist get the same answer; a reader may not', async () => {
    const foreign = await found(outsider, union.ongHuong, 'Gia đình số Ông Hường');
    for (const id of [foreign, nothing])
      expect(await change(official, id, 'active', today())).toEqual({ ok: false, problem: 'not-found' });
    expect(await findModel(outsider, foreign)).toMatchObject({ status: 'planned', version: 1 });
    const own = await found(official, union.khuPho5, 'Gia đình số chỉ xem');
    expect(await change(reader, own, 'active', today())).toEqual({ ok: false, problem: 'not-allowed' });
  });

  test('a closed month keeps its figures: only days after it are taken', async () => {
    const commune = await makeCommune(union.province, 'Hố Nai');
    const unit = await createSubAssociation(db, commune, { name: 'Khu phố 3' });
    const province = await makeViewer('province_official', union.province);
    const id = await found(province, unit, 'Gia đình số Khu phố 3', { foundedOn: '2026-01-10' });
    await lockPeriod(commune, '2026-02-01', '2026-03-01');
    // a day of an open month before it would reach into the closed one
    for (const day of ['2026-01-20', '2026-02-28'] as const)
      expect(await change(province, id, 'active', day)).toMatchObject({
        problem: 'period-locked',
        detail: { until: '2026-03-01' },
      });
    expect((await change(province, id, 'active', '2026-03-01')).ok).toBe(true);
  });

  test('what was not recorded in its time is recorded later, where the days that it changes are open', async () => {
    const commune = await makeCommune(union.province, 'Xuân Đường');
    const unit = await createSubAssociation(db, commune, { name: 'Khu phố 4' });
    const province = await makeViewer('province_official', union.province);
    const id = await found(province, unit, 'Gia đình số Khu phố 4', { foundedOn: '2026-01-10' });
    await change(province, id, 'active', '2026-05-20');
    await lockPeriod(commune, '2026-07-01', '2026-08-01');
    await lockPeriod(commune, '2026-02-01', '2026-03-01');
    expect(await change(province, id, 'active', '2026-02-20')).toMatchObject({ problem: 'period-locked' });
    expect(await change(province, id, 'active', '2026-03-01')).toMatchObject({ ok: true });
    const line = await db.modelStatus.findMany({
      where: { modelId: id },
      orderBy: { validFrom: 'asc' },
      select: { status: true, validFrom: true, validTo: true },
      take: 5,
    });
    expect(
      line.map(({ status, validFrom, validTo }) => [
        status,
        validFrom.toISOString().slice(0, 10),
        validTo?.toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ['planned', '2026-01-10', '2026-03-01'],
      ['active', '2026-03-01', undefined],
    ]);
  });

  test('no model is active before the day on which it was founded: by no day, and in the place of no status', async () => {
    const id = await found(official, union.khuPho5, 'Gia đình số thành lập sau');
    const foundedOn = addDays(today(), -10);
    // planned before it was founded, as a sheet may tell it
    await db.digitalModel.update({ where: { id }, data: { foundedOn: toDate(foundedOn) }, select: { id: true } });
    const refused = { ok: false, problem: 'active-before-founded', detail: { day: foundedOn } };
    expect(await change(official, id, 'active', addDays(foundedOn, -1))).toEqual(refused);
    const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id }, select: { version: true } });
    expect(await takeBackStatus(official, { modelId: id, version, status: 'active' })).toEqual(refused);
    expect(await change(official, id, 'active', foundedOn)).toMatchObject({ ok: true });
    expect(await change(official, id, 'active', addDays(foundedOn, -1))).toEqual(refused);
  });

  test('active and planned models are counted by kind, of the province and of a commune', async () => {
    const before = await countPublishedModels(union.trangDai.id);
    const id = await found(outsider, union.ongHuong, 'Gia đình số đếm');
    const family = async () =>
      (await countPublishedModels(union.trangDai.id)).find(({ kind }) => kind === 'digital_family');
    const was = before.find(({ kind }) => kind === 'digital_family');
    expect(await family()).toMatchObject({ active: was?.active, planned: (was?.planned ?? 0) + 1 });
    await change(outsider, id, 'active', today());
    expect(await family()).toMatchObject({ active: (was?.active ?? 0) + 1, communes: 1 });
    expect(before).toHaveLength(4);
  });
});
