import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createHousehold, createMember, createOffice } from '@/test/factories/people';
import { createGroup } from '@/test/factories/units';
import { carriedOut, membersOf } from '@/test/stages/units';
import { lockPeriod, makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { undoChange } from './undo-commands';
import { previewUndo } from './undo-queries';

let union: TestUnion;
let official: Viewer;
let one: TestUnit;
let other: TestUnit;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  one = await createGroup(db, union.khuPho5, { name: 'Tổ 31' });
  other = await createGroup(db, union.khuPho5, { name: 'Tổ 32' });
});

const lastChange = async () =>
  (await db.unitChange.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })).id;
async function undone(changeId: string, viewer = official) {
  const seen = await previewUndo(viewer, changeId);
  if (!seen.ok) throw new Error(seen.problem);
  const done = await undoChange(viewer, { changeId, digest: seen.value.digest });
  if (!done.ok) throw new Error(done.problem);
  return { ...seen.value, state: done.value.state };
}
const merge = async (more: { from?: Day } = {}) => {
  await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, ...more });
  return lastChange();
};
/** Everything of two groups that counts on a day: who is there, what they keep, and whether they are covered. */
const standing = (day: Day) => db.$queryRaw`
  SELECT u.id, u.closed_on::text, c.covered,
    (SELECT array_agg(m.person_id ORDER BY m.person_id) FROM membership m WHERE m.unit_id = u.id AND app.active_on(m.valid_from, m.valid_to, ${day}::date)) AS members,
    (SELECT array_agg(h.model_id) FROM model_host h WHERE h.unit_id = u.id AND app.active_on(h.valid_from, h.valid_to, ${day}::date)) AS models,
    (SELECT array_agg(h.pair_id) FROM pair_host h WHERE h.unit_id = u.id AND app.active_on(h.valid_from, h.valid_to, ${day}::date)) AS pairs,
    (SELECT array_agg(p.id ORDER BY p.id) FROM person p WHERE p.keeper_unit_id = u.id) AS kept,
    (SELECT count(*)::int FROM household h WHERE h.unit_id = u.id) AS households,
    (SELECT count(*)::int FROM office o WHERE o.unit_id = u.id AND app.active_on(o.valid_from, o.valid_to, ${day}::date)) AS offices
  FROM unit u LEFT JOIN app.coverage_units(${day}::date) c ON c.unit_id = u.id
  WHERE u.id IN (${one.id}::uuid, ${other.id}::uuid) ORDER BY u.id`;

async function cover() {
  const [instructor, learner] = [await createMember(db, one, {}), { id: await makeMember(one, 'Võ Thị Sáu') }];
  const family = await createModel(db, one);
  await createPair(db, one, instructor, learner, { tiedTo: family });
  await createHousehold(db, one, learner);
  await createOffice(db, one, instructor, 'group_head');
  return instructor.id;
}

describe('a merger that was carried out', () => {
  test('is undone as previewed: everybody and everything is where it was, and past days are as before', async () => {
    await cover();
    const days = [today(), addDays(today(), -40)];
    const before = await Promise.all(days.map(standing));
    const id = await merge();
    expect(await standing(today())).not.toEqual(before[0]);
    const preview = await undone(id);
    expect(preview).toMatchObject({ state: 'undone', ahead: false, kind: 'merge' });
    expect(preview.units.find(({ unitId }) => unitId === one.id)).toMatchObject({
      before: null,
      after: { figures: { members: 2, covered: true } },
    });
    expect(await Promise.all(days.map(standing))).toEqual(before);
    expect(await db.unitLineage.count({ where: { predecessorId: one.id } })).toBe(0);
    const change = await db.unitChange.findUnique({ where: { id }, select: { undoneAt: true, undoneById: true } });
    expect(change).toMatchObject({ undoneAt: expect.any(Date), undoneById: official.accountId });
    expect(await db.auditEntry.count({ where: { subjectId: one.id, action: 'undoChange' } })).toBe(1);
    expect(await undoChange(official, { changeId: id, digest: preview.digest })).toMatchObject({
      problem: 'already-undone',
    });
    await merge();
    expect(await membersOf(other.id)).toBe(2);
  });

  test('stands when something it moved was changed since, or its units were restructured again', async () => {
    const her = await cover();
    const first = await merge();
    await db.membership.updateMany({
      where: { personId: her, unitId: other.id, validTo: null },
      data: { validTo: toDate(addDays(today(), 1)) },
    });
    expect(await previewUndo(official, first)).toEqual({ ok: false, problem: 'newer-rows' });
    await carriedOut(official, { kind: 'rename', unitId: other.id, name: 'Tổ 32 mới' });
    expect(await previewUndo(official, first)).toEqual({ ok: false, problem: 'newer-change' });
  });

  test('is no matter of the neighbour, nor of who only reads, and a locked month keeps it', async () => {
    const id = await merge({ from: addDays(today(), -1) });
    const neighbour = await makeViewer('commune_official', union.trangDai);
    const reader = await makeViewer('viewer', union.longHung);
    expect(await previewUndo(neighbour, id)).toEqual({ ok: false, problem: 'not-found' });
    expect(await previewUndo(reader, id)).toEqual({ ok: false, problem: 'not-allowed' });
    const digest = '0'.repeat(64);
    expect(await undoChange(neighbour, { changeId: id, digest })).toEqual({ ok: false, problem: 'not-found' });
    expect(await undoChange(official, { changeId: id, digest })).toMatchObject({ ok: true, value: { state: 'stale' } });
    await lockPeriod(union.longHung, addDays(today(), -1), today());
    expect(await previewUndo(official, id)).toMatchObject({ problem: 'period-locked' });
  });
});

test('another change of the same day takes along nothing that was written late for a merger', async () => {
  const group = await createGroup(db, union.khuPho6, { name: 'Tổ 61' });
  await carriedOut(official, { kind: 'merge', unitId: union.khuPho6.id, targetId: union.khuPho5.id });
  const personId = await makeMember(one);
  const validFrom = toDate(addDays(today(), -9));
  await db.membership.create({ data: { personId, unitId: union.khuPho6.id, validFrom }, select: { id: true } });
  await carriedOut(official, { kind: 'rename', unitId: group.id, name: 'Tổ 61 mới' });
  await undone(await lastChange());
  expect([await membersOf(union.khuPho6.id), await membersOf(union.khuPho5.id)]).toEqual([0, 1]);
});

describe('a merger whose day is to come', () => {
  test('is withdrawn, also for those who joined since', async () => {
    await cover();
    const from = addDays(today(), 20);
    const id = await merge({ from });
    const late = await makeMember(one, 'Trần Thị Mới');
    expect([await membersOf(one.id, from), await membersOf(other.id, from)]).toEqual([0, 3]);
    expect(await undone(id)).toMatchObject({ ahead: true });
    expect([await membersOf(one.id, from), await membersOf(other.id, from)]).toEqual([3, 0]);
    expect(await db.membership.count({ where: { personId: late, unitId: one.id, validTo: null } })).toBe(1);
    expect(await db.unitMove.count({ where: { OR: [{ fromUnitId: one.id }, { toUnitId: one.id }] } })).toBe(0);
    expect(await standing(from)).toContainEqual(
      expect.objectContaining({ id: one.id, closed_on: null, covered: true, offices: 1 }),
    );
  });
});

describe('a split', () => {
  test('is undone while nothing newer is at its parts; then the parts never were', async () => {
    await cover();
    const before = await standing(today());
    await carriedOut(official, { kind: 'split', unitId: one.id, parts: ['Tổ 31A', 'Tổ 31B'], rule: 'alternate' });
    const id = await lastChange();
    const [part] = await db.unitLineage.findMany({
      where: { predecessorId: one.id },
      select: { successorId: true },
      take: 1,
    });
    await undone(id);
    expect(await standing(today())).toEqual(before);
    const never = await db.unit.findUniqueOrThrow({ where: { id: part?.successorId ?? '' } });
    expect(never.closedOn).toEqual(never.openedOn);

    await carriedOut(official, { kind: 'split', unitId: one.id, parts: ['Tổ 31C', 'Tổ 31D'] });
    const again = await lastChange();
    const [newer] = await db.unitLineage.findMany({
      where: { predecessorId: one.id },
      select: { successorId: true },
      take: 1,
    });
    await makeMember({ id: newer?.successorId ?? '', path: '' });
    expect(await previewUndo(official, again)).toEqual({ ok: false, problem: 'newer-rows' });
  });
});

test('names, kinds, moves and foundations are taken back too', async () => {
  const [unit, parent] = [one.id, union.khuPho6.id];
  const asked = [
    { kind: 'rename', unitId: unit, name: 'Tổ mới' },
    { kind: 'move', unitId: unit, targetId: parent },
    { kind: 'found', unitId: parent, name: 'Tổ lập thêm', unitKind: 'group' },
    { kind: 'close', unitId: unit },
  ] as const;
  const facts = () => db.$queryRaw`
    SELECT s.path, n.name, u.closed_on::text FROM unit u JOIN unit_span s ON s.unit_id = u.id AND s.is_last
      JOIN unit_name n ON n.unit_id = u.id AND n.valid_to IS NULL WHERE u.id = ${unit}::uuid`;
  const below = () => db.unitParent.count({ where: { parentId: parent, validTo: null } });
  const before = [await facts(), await below()];
  for (const input of asked) {
    await carriedOut(official, input);
    expect([await facts(), await below()]).not.toEqual(before);
    await undone(await lastChange());
    expect([await facts(), await below()]).toEqual(before);
  }
});
