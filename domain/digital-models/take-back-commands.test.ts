import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { pairUp } from '@/domain/pairs/commands';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createSubAssociation } from '@/test/factories/units';
import { makeCriterion } from '@/test/stages/digital-models';
import {
  lockPeriod,
  makeCommune,
  makeMember,
  makeUnion,
  makeViewer,
  type TestUnion,
  type TestUnit,
} from '@/test/union';
import type { ModelKind } from './digital-model';
import { findModel } from './queries';
import type { ModelStatus } from './status';
import { stopModel, takeBackStatus } from './status-commands';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  reader = await makeViewer('viewer', union.longHung);
});

const began = addDays(today(), -20);
const end = addDays(today(), -5);

/** A model that was active from the day it was founded and was ended by mistake. */
async function ended(by: Viewer, unit: TestUnit, kind: ModelKind = 'digital_family'): Promise<string> {
  const { id: modelId } = await createModel(db, unit, { kind, from: began });
  await endIt(by, modelId);
  return modelId;
}

const endIt = async (by: Viewer, modelId: string) =>
  expect(await stopModel(by, { modelId, version: 1, status: 'ended', lastDay: addDays(end, -1) })).toMatchObject({
    ok: true,
  });

const takeBack = (by: Viewer, modelId: string, status: ModelStatus) =>
  takeBackStatus(by, { modelId, version: 2, status });

/** How many sub-associations of Long Hưng are covered on a day. */
async function covered(day: Day): Promise<number | undefined> {
  const [row] = await db.$queryRaw<{ covered: number }[]>`
    SELECT covered FROM app.coverage(${day}::date) WHERE commune_id = ${union.longHung.id}::uuid AND level = 'sub_association'`;
  return row?.covered;
}

describe('a model that was ended by mistake', () => {
  test('is active again from the day of its end on, as the form offers first, and counts on every day', async () => {
    const { id: modelId } = await createModel(db, union.khuPho5, { from: began });
    const [instructorId, learnerId] = [await makeMember(union.khuPho5), await makeMember(union.khuPho5, 'Lê Thị Hà')];
    const pair = { unitId: union.khuPho5.id, instructorId, learnerId, from: began, modelId };
    expect(await pairUp(official, pair)).toMatchObject({ ok: true });
    await endIt(official, modelId);
    const days = [addDays(end, -1), end, addDays(end, 1), today()];
    const counts = () => Promise.all(days.map(covered));
    expect(await counts()).toEqual([1, 0, 0, 0]);
    expect((await findModel(official, modelId))?.statusChoices).toMatchObject({ next: [], before: 'active' });

    expect(await takeBack(official, modelId, 'active')).toMatchObject({ ok: true });
    expect(await counts()).toEqual([1, 1, 1, 1]);
    const model = await findModel(official, modelId);
    expect(model).toMatchObject({ status: 'active', since: end });
    expect(model?.statuses.find(({ status }) => status === 'ended')).toMatchObject({ from: end, to: end });
    const where = { subjectId: modelId, action: 'takeBackStatus' };
    expect(await db.auditEntry.findFirst({ where, select: { verb: true, change: true } })).toMatchObject({
      verb: 'changed',
      change: { before: 'ended', status: 'active', never: true },
    });
  });

  test('was paused in truth where that is said, and never planned after it was active', async () => {
    const modelId = await ended(official, union.khuPho6);
    expect(await takeBack(official, modelId, 'planned')).toMatchObject({ problem: 'no-such-step' });
    expect(await takeBack(official, modelId, 'ended')).toMatchObject({ problem: 'same-status' });
    expect(await takeBack(official, modelId, 'paused')).toMatchObject({ ok: true });
    expect(await findModel(official, modelId)).toMatchObject({ status: 'paused', since: end });
  });

  test('is granted nothing anew by that: criteria that lack today are asked of what was not active before', async () => {
    await makeCriterion('digital_sub_association', 'Có 15 hội viên');
    const modelId = await ended(official, union.khuPho5, 'digital_sub_association');
    expect(await takeBack(official, modelId, 'active')).toMatchObject({ ok: true });
    const kind = 'digital_sub_association';
    const { id: plannedId } = await createModel(db, union.khuPho6, { kind, status: 'planned', from: began });
    const change = { modelId: plannedId, version: 1, status: 'active' as const };
    expect(await takeBackStatus(official, change)).toMatchObject({ problem: 'criteria-lacking' });
  });

  test('stays ended where the month of its end is closed, and for whoever only reads or comes from elsewhere', async () => {
    const commune = await makeCommune(union.province, 'Hố Nai');
    const unit = await createSubAssociation(db, commune, { name: 'Khu phố 3' });
    const modelId = await ended(province, unit);
    expect(await takeBack(official, modelId, 'active')).toEqual({ ok: false, problem: 'not-found' });
    await lockPeriod(commune, addDays(end, -1), addDays(end, 2));
    expect(await takeBack(province, modelId, 'active')).toMatchObject({
      problem: 'period-locked',
      detail: { until: addDays(end, 2) },
    });
    expect(await findModel(province, modelId)).toMatchObject({ status: 'ended', version: 2 });
    const own = await ended(official, union.to1);
    expect(await takeBack(reader, own, 'active')).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await findModel(official, own)).toMatchObject({ status: 'ended', version: 2 });
  });
});
