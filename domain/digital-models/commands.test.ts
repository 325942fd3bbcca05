import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { club, founded, makeCriterion } from '@/test/stages/digital-models';
import { lockPeriod, makeCommune, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { recordActivity } from './activities/activity-commands';
import { foundModel } from './commands';
import type { FoundInput } from './digital-model';
import { listPublishedModels } from './published-queries';
import { findModel } from './queries';
import { changeStatus } from './status-commands';

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

describe('founding', () => {
  test('a club founded by the official of Long Hưng stands on the public list of her commune at once, with nobody named', async () => {
    const name = 'CLB Phụ nữ số Khu phố 5';
    const id = await founded(official, { ...club(union.khuPho5.id, name), decision: '12/QĐ-HPN', pilot: true });
    const published = await listPublishedModels(union.longHung.id);
    expect(published).toMatchObject([{ id, name, status: 'active', host: { name: 'Khu phố 5' } }]);
    expect(Object.keys(published[0] ?? {}).sort()).toEqual([
      'host',
      'id',
      'kind',
      'meets',
      'met',
      'name',
      'since',
      'status',
    ]);
    expect(await listPublishedModels(union.trangDai.id)).toEqual([]);
    expect(await findModel(official, id)).toMatchObject({ name, pilot: true, decision: '12/QĐ-HPN', status: 'active' });
  });

  test('the trail holds who founded it, in the same transaction', async () => {
    const id = await founded(official, club(union.khuPho6.id, 'CLB có dấu vết'));
    const trail = await db.auditEntry.findMany({ where: { subjectId: id }, take: 5 });
    expect(trail).toMatchObject([
      { actorId: official.accountId, verb: 'created', action: 'foundModel', unitId: union.khuPho6.id },
    ]);
    const refused = await db.auditEntry.count();
    await foundModel(official, club(union.ongHuong.id, 'CLB ngoài phạm vi'));
    expect(await db.auditEntry.count()).toBe(refused);
  });

  test('at a unit of another commune it is answered as at one that does not exist', async () => {
    expect(await foundModel(official, club(union.ongHuong.id, 'CLB lạ'))).toEqual({ ok: false, problem: 'not-found' });
    expect(await foundModel(official, club(nothing, 'CLB lạ'))).toEqual({ ok: false, problem: 'not-found' });
    expect(await foundModel(head, club(union.khuPho6.id, 'CLB lạ'))).toEqual({ ok: false, problem: 'not-found' });
  });

  test('who only reads founds nothing; the head of a sub-association founds in hers and in its groups', async () => {
    expect(await foundModel(reader, club(union.khuPho5.id, 'CLB đọc'))).toEqual({ ok: false, problem: 'not-allowed' });
    const family = { ...club(union.to1.id, 'Gia đình số Tổ 1'), kind: 'digital_family' as const };
    expect((await foundModel(head, family)).ok).toBe(true);
  });

  test('a club belongs to a sub-association, never to a group or a commune', async () => {
    for (const unit of [union.to1, union.longHung])
      expect(await foundModel(official, club(unit.id, 'CLB sai cấp'))).toMatchObject({ problem: 'host-level' });
  });

  test('the same name does not stand twice at a unit, not with other marks either, not when two found at once', async () => {
    const [a, b] = await Promise.all([
      foundModel(official, club(union.khuPho6.id, 'CLB Hòa Bình')),
      foundModel(official, club(union.khuPho6.id, 'CLB  hoà bình'.replace('  ', ' '))),
    ]);
    expect([a.ok, b.ok].sort()).toEqual([false, true]);
    expect([a, b].find((result) => !result.ok)).toMatchObject({ problem: 'name-taken' });
    expect((await foundModel(official, club(union.khuPho5.id, 'CLB Hòa Bình'))).ok).toBe(true);
    const slugs = await db.digitalModel.findMany({
      where: { searchKey: 'clb hoa binh' },
      select: { slug: true },
      take: 5,
    });
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(['clb-hoa-binh-long-hung', 'clb-hoa-binh-long-hung-2']);
  });

  test('a sub-association is recognised as digital once', async () => {
    const recognition = (name: string) => ({
      ...club(union.khuPho6.id, name),
      kind: 'digital_sub_association' as const,
      status: 'planned' as const,
    });
    expect((await foundModel(official, recognition('Chi hội số Khu phố 6'))).ok).toBe(true);
    expect(await foundModel(official, recognition('Chi hội số thứ hai'))).toMatchObject({ problem: 'kind-stands' });
  });

  test('a recognition at once, or later with criteria lacking, asks for a reason, which is kept and in the trail', async () => {
    for (const label of ['Có 15 hội viên', 'Có nhóm Zalo']) await makeCriterion('digital_sub_association', label);
    const input = { ...club(union.khuPho5.id, 'Chi hội số Khu phố 5'), kind: 'digital_sub_association' as const };
    const lacking = { problem: 'criteria-lacking', detail: { met: '0' } };
    const atOnce = { ...input, status: 'active' as const };
    expect(await foundModel(official, atOnce)).toMatchObject(lacking);
    const founded = await foundModel(official, { ...input, status: 'planned' });
    if (!founded.ok) throw new Error(founded.problem);
    const modelId = founded.value.id;
    const change = { modelId, version: 1, status: 'active' as const, from: today() };
    expect(await changeStatus(official, change)).toMatchObject(lacking);
    expect(await changeStatus(official, { ...change, reason: 'Xã công nhận trước' })).toMatchObject({ ok: true });
    const where = { modelId, status: 'active' } as const;
    expect(await db.modelStatus.findFirst({ where })).toMatchObject({ reason: 'Xã công nhận trước' });
    const entry = { subjectId: modelId, action: 'changeStatus' };
    expect(JSON.stringify(await db.auditEntry.findFirst({ where: entry, select: { change: true } }))).toContain(
      'lacking',
    );
  });

  test('days are told apart: not founded ahead, not launched or active before its founding, not before its unit', async () => {
    const input = club(union.khuPho5.id, 'CLB lệch ngày');
    const earlier = addDays(input.foundedOn, -1);
    const refused = async (change: Partial<FoundInput>) => await foundModel(official, { ...input, ...change });
    expect(await refused({ foundedOn: addDays(today(), 1) })).toMatchObject({ problem: 'founded-in-future' });
    expect(await refused({ launchedOn: earlier })).toMatchObject({ problem: 'launched-before-founded' });
    expect(await refused({ activeFrom: earlier })).toMatchObject({ problem: 'active-before-founded' });
    expect(await refused({ activeFrom: addDays(today(), 400) })).toMatchObject({ problem: 'too-far-ahead' });
    expect(await refused({ foundedOn: '2025-06-30' })).toMatchObject({ problem: 'host-not-open' });
  });

  test('a model that begins its work later is planned until then', async () => {
    const from = addDays(today(), 10);
    const id = await founded(official, { ...club(union.khuPho5.id, 'CLB sắp ra mắt'), launchedOn: from });
    expect(await findModel(official, id)).toMatchObject({ status: 'planned', announced: { status: 'active', from } });
  });

  test('nothing is founded into a closed month, and the first open day is told', async () => {
    const commune = await makeCommune(union.province, 'Tam Hiệp');
    const unit = await createSubAssociation(db, commune, { name: 'Khu phố 1' });
    const province = await makeViewer('province_official', union.province);
    await lockPeriod(commune, '2026-01-01', '2026-02-01');
    const input = { ...club(unit.id, 'CLB tháng đã chốt'), foundedOn: '2026-01-15' as const };
    expect(await foundModel(province, input)).toEqual({
      ok: false,
      problem: 'period-locked',
      detail: { until: '2026-02-01' },
    });
    expect((await foundModel(province, { ...input, foundedOn: '2026-02-01' })).ok).toBe(true);
  });
});

describe('activities', () => {
  test('an activity is recorded with its day and reach, and shown first when it is the newest', async () => {
    const id = await founded(official, club(union.khuPho5.id, 'CLB sinh hoạt'));
    const activity = { modelId: id, onDay: today(), topic: 'Nhận ra cuộc gọi giả danh', peopleReached: 24 };
    expect((await recordActivity(head, activity)).ok).toBe(true);
    await recordActivity(head, { ...activity, onDay: addDays(today(), -3), topic: 'Quét mã QR' });
    const model = await findModel(official, id);
    expect(model?.activityCount).toBe(2);
    expect(model?.activities[0]).toMatchObject({ topic: 'Nhận ra cuộc gọi giả danh', peopleReached: 24 });
    expect(model?.activities[0]?.recordedBy).toBe(head.displayName);
  });

  test('not ahead, not before the founding, not for a model out of reach', async () => {
    const id = await founded(official, club(union.khuPho5.id, 'CLB lệch hoạt động'));
    const activity = { modelId: id, topic: 'Sinh hoạt' };
    const on = async (day: ReturnType<typeof today>, by = official) =>
      await recordActivity(by, { ...activity, onDay: day });
    expect(await on(addDays(today(), 1))).toMatchObject({ problem: 'activity-in-future' });
    expect(await on(addDays(today(), -31))).toMatchObject({ problem: 'activity-before-founding' });
    expect(await on(today(), outsider)).toEqual({ ok: false, problem: 'not-found' });
    expect(await on(today(), reader)).toEqual({ ok: false, problem: 'not-allowed' });
  });
});
