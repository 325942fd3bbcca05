import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { club, founded } from '@/test/stages/digital-models';
import { carriedOut } from '@/test/stages/units';
import { lockPeriod, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { recordActivity } from './activities/activity-commands';
import { editModel } from './edit-commands';
import { factInputs } from './facts';
import { findModel } from './queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
});

describe('correcting', () => {
  const asEdit = (modelId: string, version: number, name: string) => ({
    modelId,
    version,
    name,
    foundedOn: addDays(today(), -30),
    pilot: false,
  });

  test('every fact is kept when a model is founded, and when it is corrected, and the trail holds both', async () => {
    const id = await founded(official, { ...club(union.khuPho5.id, 'CLB đủ thông tin'), decision: '12/QĐ-HPN' });
    expect((await findModel(official, id))?.facts).toMatchObject({ name: 'CLB đủ thông tin', decision: '12/QĐ-HPN' });
    const facts = { name: 'CLB sửa thông tin', launchedOn: addDays(today(), -20), decision: '13/QĐ-HPN', pilot: true };
    expect((await editModel(official, { ...asEdit(id, 1, ''), ...facts })).ok).toBe(true);
    expect((await findModel(official, id))?.facts).toMatchObject({ ...facts, pilot: 'on' });
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id, action: 'editModel' }, take: 2 });
    expect(entry?.change).toMatchObject({ before: { decision: '12/QĐ-HPN' }, after: { decision: '13/QĐ-HPN' } });
  });

  test('a fact that is too long or empty is refused before anything is asked', () => {
    expect(factInputs.decision.safeParse('1'.repeat(121)).success).toBe(false);
    expect(factInputs.decision.safeParse('1'.repeat(120)).success).toBe(true);
    expect(factInputs.name.safeParse(' ').success).toBe(false);
  });

  test('of two who change at once the second is shown what stands now', async () => {
    const id = await founded(official, club(union.khuPho5.id, 'CLB hai người sửa'));
    expect((await editModel(official, asEdit(id, 1, 'CLB người thứ nhất'))).ok).toBe(true);
    expect(await editModel(head, asEdit(id, 1, 'CLB người thứ hai'))).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { name: 'CLB người thứ nhất', version: '2' },
    });
    expect(await findModel(official, id)).toMatchObject({ name: 'CLB người thứ nhất', version: 2 });
  });

  test('a corrected founding day moves the first day of host and status; not behind what happened', async () => {
    const id = await founded(official, club(union.khuPho5.id, 'CLB sửa ngày'));
    const day = addDays(today(), -40);
    expect((await editModel(official, { ...asEdit(id, 1, 'CLB sửa ngày'), foundedOn: day })).ok).toBe(true);
    const model = await findModel(official, id);
    expect(model?.foundedOn).toBe(day);
    expect(model?.statuses.map(({ from }) => from)).toEqual([day]);

    await recordActivity(official, { modelId: id, onDay: addDays(today(), -35), topic: 'Cài VNeID cho hội viên' });
    const late = { ...asEdit(id, 2, 'CLB sửa ngày'), foundedOn: addDays(today(), -20) };
    expect(await editModel(official, late)).toMatchObject({ problem: 'founded-too-late' });
  });

  test('of a family at a unit that a split made the founding day is corrected to one of its first unit, in open days alone', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 60' });
    const id = await founded(official, club(unit.id, 'CLB trước khi tách'));
    const from = addDays(today(), -5);
    await carriedOut(official, { kind: 'split', unitId: unit.id, parts: ['Khu phố 60A', 'Khu phố 60B'], from });
    const edit = (foundedOn: Day, version = 1) =>
      editModel(official, { ...asEdit(id, version, 'CLB trước khi tách'), foundedOn });
    expect(await edit('2025-06-30')).toMatchObject({ problem: 'host-not-open' });
    expect(await edit(from)).toMatchObject({ problem: 'founded-too-late', detail: { day: addDays(from, -1) } });
    await lockPeriod(union.longHung, '2025-08-01', '2025-09-01');
    expect(await edit('2025-08-31')).toMatchObject({ problem: 'period-locked', detail: { until: '2025-09-01' } });
    expect(await edit('2025-09-01')).toMatchObject({ ok: true });
    await lockPeriod(union.longHung, '2025-12-01', '2026-01-01');
    expect(await edit('2025-09-20', 2)).toMatchObject({ ok: true });
    const hosts = await db.modelHost.findMany({
      where: { modelId: id },
      select: { unitId: true, validFrom: true },
      take: 5,
    });
    expect(hosts.find(({ unitId }) => unitId === unit.id)?.validFrom).toEqual(new Date('2025-09-20'));
  });

  test('a model keeps clear of a name that another one has there', async () => {
    const id = await founded(official, club(union.khuPho5.id, 'CLB tên riêng'));
    await founded(official, club(union.khuPho5.id, 'CLB tên đã có'));
    expect(await editModel(official, asEdit(id, 1, 'CLB ten da co'))).toMatchObject({ problem: 'name-taken' });
    expect(await findModel(official, id)).toMatchObject({ name: 'CLB tên riêng', version: 1 });
  });

  test('a model of another commune is answered as one that does not exist; a reader may not change hers', async () => {
    const id = await founded(outsider, club(union.ongHuong.id, 'CLB Ông Hường'));
    for (const modelId of [id, nothing])
      expect(await editModel(official, asEdit(modelId, 1, 'CLB chiếm'))).toEqual({ ok: false, problem: 'not-found' });
    const own = await founded(official, club(union.khuPho5.id, 'CLB chỉ đọc'));
    expect(await editModel(reader, asEdit(own, 1, 'CLB đổi'))).toEqual({ ok: false, problem: 'not-allowed' });
  });
});
