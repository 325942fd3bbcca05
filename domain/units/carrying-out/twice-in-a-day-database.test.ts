import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createGroup } from '@/test/factories/units';
import { carriedOut, membersOf, prepared } from '@/test/stages/units';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { findPublishedSuccessor } from '../queries';
import { confirmPlan } from '../restructuring/plan-commands';
import { undoChange } from './undo-commands';
import { previewUndo } from './undo-queries';

let union: TestUnion;
let official: Viewer;
let province: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});

const partsOf = async (predecessorId: string) =>
  (
    await db.unitLineage.findMany({
      where: { predecessorId, kind: 'split_into' },
      orderBy: { id: 'asc' },
      select: { successorId: true },
      take: 4,
    })
  ).map(({ successorId }) => successorId);
const split = (viewer: Viewer, { id }: TestUnit) =>
  carriedOut(viewer, { kind: 'split', unitId: id, parts: ['Phần một', 'Phần hai'], keep: 'on' });

test('a unit that is split and goes on may be merged into one of its parts the same day, and what comes late goes on there', async () => {
  const group = await createGroup(db, union.khuPho5, { name: 'Tổ 31' });
  await split(official, group);
  const [first = '', second = ''] = await partsOf(group.id);
  await carriedOut(official, { kind: 'merge', unitId: group.id, targetId: second });
  const personId = await makeMember(union.khuPho6);
  const validFrom = toDate(addDays(today(), -40));
  await db.membership.create({ data: { personId, unitId: group.id, validFrom }, select: { id: true } });
  expect([await membersOf(first), await membersOf(second), await membersOf(group.id)]).toEqual([0, 1, 0]);
});

test('the merger alone is taken back then, and the split stands', async () => {
  const group = await createGroup(db, union.khuPho5, { name: 'Tổ 32' });
  await split(official, group);
  const [, second = ''] = await partsOf(group.id);
  await carriedOut(official, { kind: 'merge', unitId: group.id, targetId: second });
  const { changeId } = await db.unitLineage.findFirstOrThrow({
    where: { predecessorId: group.id, kind: 'merged_into' },
    select: { changeId: true },
  });
  const seen = await previewUndo(official, changeId);
  if (!seen.ok) throw new Error(seen.problem);
  expect(await undoChange(official, { changeId, digest: seen.value.digest })).toMatchObject({ ok: true });
  expect(await partsOf(group.id)).toHaveLength(2);
  expect(await db.unitLineage.count({ where: { predecessorId: group.id, kind: 'merged_into' } })).toBe(0);
});

test('a commune that is split and then merged into another one on one day leads its readers there', async () => {
  await split(province, union.longHung);
  await carriedOut(province, { kind: 'merge', unitId: union.longHung.id, targetId: union.trangDai.id });
  expect(await findPublishedSuccessor(union.longHung.slug)).toBe(union.trangDai.slug);
});

test('what was to be merged into a unit that was taken back meanwhile is told that it changed, and nothing is done', async () => {
  const [one, other] = [union.khuPho5, union.khuPho6];
  await split(official, other);
  const [part = ''] = await partsOf(other.id);
  const merger = await prepared(official, { kind: 'merge', unitId: one.id, targetId: part });
  const { changeId } = await db.unitLineage.findFirstOrThrow({
    where: { predecessorId: other.id },
    select: { changeId: true },
  });
  const seen = await previewUndo(official, changeId);
  if (!seen.ok) throw new Error(seen.problem);
  const [undone, merged] = await Promise.all([
    undoChange(official, { changeId, digest: seen.value.digest }),
    confirmPlan(official, { planId: merger.planId, digest: merger.digest }),
  ]);
  expect([undone.ok, merged.ok].filter(Boolean)).toHaveLength(1);
  if (!merged.ok) expect(['changed-meanwhile', 'not-allowed']).toContain(merged.problem);
});
