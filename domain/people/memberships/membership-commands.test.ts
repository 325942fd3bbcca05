import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, addDays, type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createPair } from '@/test/factories/pairs';
import { createOffice } from '@/test/factories/people';
import { lockPeriod, makeMember, makeUnion, makeViewer, nothing, type TestUnion, type TestUnit } from '@/test/union';
import { findPerson } from '../record-queries';
import { endMembership, moveMembership, startMembership } from './membership-commands';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let head: Viewer;
let otherHead: Viewer;
let reader: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  otherHead = await makeViewer('sub_association_head', union.khuPho6);
  reader = await makeViewer('viewer', union.longHung);
  province = await makeViewer('province_official', union.province);
});

const reason = 'Chuyển nơi ở';
async function belonging(unit: TestUnit = union.to1) {
  const personId = await makeMember(unit, 'Nguyễn Thị Mai');
  const { memberships } = (await findPerson(province, personId)) ?? expect.unreachable();
  return { personId, membershipId: memberships[0]?.id ?? '', version: 1, lastDay: addDays(today(), -1), reason };
}
const moveOf = (
  { lastDay: _, ...ending }: Awaited<ReturnType<typeof belonging>>,
  unit: TestUnit,
  kind: 'member' | 'core' = 'member',
) => ({
  ...ending,
  day: today(),
  unitId: unit.id,
  kind,
});

describe('ending', () => {
  test('a membership ends on a day with its reason; twice it does not, nor before it began', async () => {
    const ending = await belonging();
    expect(await endMembership(head, { ...ending, lastDay: '2000-01-01' })).toMatchObject({ problem: 'end-too-early' });
    expect(await endMembership(head, { ...ending, lastDay: addDays(today(), 1) })).toMatchObject({
      problem: 'day-in-future',
    });
    expect(await endMembership(head, { ...ending, version: 9 })).toMatchObject({ problem: 'changed-meanwhile' });
    const both = await Promise.all([endMembership(head, ending), endMembership(official, ending)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await findPerson(head, ending.personId)).toMatchObject({
      memberships: [{ to: today(), endReason: reason }],
    });
  });

  test('counts on its last day and not on the next; one written down by mistake never was', async () => {
    const ending = await belonging();
    expect((await endMembership(head, { ...ending, lastDay: today() })).ok).toBe(true);
    expect(await findPerson(head, ending.personId)).toMatchObject({ memberships: [{ to: addDays(today(), 1) }] });
    const among = (day: Day) => db.membership.count({ where: { id: ending.membershipId, ...activeOn(day) } });
    expect(await Promise.all([among(today()), among(addDays(today(), 1))])).toEqual([1, 0]);

    const { lastDay: _, ...mistaken } = await belonging();
    expect((await endMembership(head, { ...mistaken, never: 'on' })).ok).toBe(true);
    const row = await db.membership.findUniqueOrThrow({ where: { id: mistaken.membershipId } });
    expect(row.validTo).toEqual(row.validFrom);
    expect(await endMembership(official, { ...mistaken, version: 2, never: 'on' })).toMatchObject({
      problem: 'already-ended',
      detail: { never: 'yes' },
    });
  });

  test('nobody else ends it: a neighbour and another head find none, a reader may not', async () => {
    const ending = await belonging();
    for (const viewer of [neighbour, otherHead])
      expect(await endMembership(viewer, ending)).toEqual({ ok: false, problem: 'not-found' });
    expect(await endMembership(reader, ending)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await endMembership(official, { ...ending, membershipId: nothing })).toMatchObject({ problem: 'not-found' });
  });

  test('where she is also a member the unit ends its own membership and no other', async () => {
    const kept = await belonging(union.ongHuong);
    await startMembership(province, {
      personId: kept.personId,
      unitId: union.to1.id,
      kind: 'member',
      from: '2026-02-01',
    });
    const { memberships } = (await findPerson(official, kept.personId)) ?? expect.unreachable();
    const own = memberships.find(({ unitId }) => unitId === union.to1.id) ?? expect.unreachable();
    expect(own.may).toEqual({ end: true, move: false });
    expect(await endMembership(official, kept)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await endMembership(official, { ...kept, membershipId: own.id })).toMatchObject({
      ok: true,
      value: { kept: false },
    });
    expect(await findPerson(official, kept.personId)).toBeNull();
  });

  test('an office or a pair she still carries is named and handed over first', async () => {
    const leader = await belonging(union.khuPho5);
    await createOffice(db, union.khuPho5, { id: leader.personId }, 'sub_association_deputy', {});
    expect(await endMembership(official, leader)).toMatchObject({
      problem: 'holds-office',
      detail: { title: 'sub_association_deputy' },
    });
    const guide = await belonging();
    const learner = await makeMember(union.to1);
    await createPair(db, union.to1, { id: guide.personId }, { id: learner }, { from: '2026-01-10' });
    expect(await endMembership(official, guide)).toEqual({ ok: false, problem: 'in-pair', detail: { count: '1' } });
    // who leaves the union does not go on reading its records by her account
    const signing = await belonging(union.khuPho6);
    const account = await createAccountWithRole(db, 'sub_association_head', [union.khuPho6], {
      person: { id: signing.personId },
    });
    expect(await endMembership(official, signing)).toEqual({
      ok: false,
      problem: 'holds-role',
      detail: { count: '1' },
    });
    await db.roleGrant.updateMany({ where: { accountId: account.id }, data: { validTo: toDate(signing.lastDay) } });
    expect(await endMembership(official, signing)).toMatchObject({ ok: true });
  });

  test('days of a guide that were counted in a closed month stay', async () => {
    const ending = await belonging(union.khuPho6);
    const learner = await makeMember(union.khuPho6);
    await createPair(
      db,
      union.khuPho6,
      { id: ending.personId },
      { id: learner },
      { from: '2025-08-01', to: '2025-08-20' },
    );
    await lockPeriod(union.longHung, '2025-08-01', '2025-09-01');
    expect(await endMembership(official, { ...ending, lastDay: '2025-08-09' })).toMatchObject({
      problem: 'period-locked',
    });
    expect((await endMembership(official, ending)).ok).toBe(true);
  });
});

describe('moving and starting', () => {
  test('she moves to another group of the commune in one step, and her record with her', async () => {
    const ending = await belonging();
    expect((await moveMembership(official, moveOf(ending, union.khuPho6))).ok).toBe(true);
    const { memberships, keeper } = (await findPerson(official, ending.personId)) ?? expect.unreachable();
    expect(memberships).toMatchObject([
      { unitId: union.khuPho6.id, from: today(), to: null },
      { unitId: union.to1.id, to: today() },
    ]);
    expect(keeper.id).toBe(union.khuPho6.id);
    expect(await moveMembership(official, moveOf(ending, union.khuPho5))).toMatchObject({ problem: 'already-ended' });
  });

  test('to another kind of membership too; not to another commune, not to where she is, not by a neighbour', async () => {
    const ending = await belonging();
    expect(await moveMembership(official, moveOf(ending, union.to1))).toMatchObject({ problem: 'nothing-moves' });
    expect(await moveMembership(province, moveOf(ending, union.ongHuong))).toMatchObject({ problem: 'other-commune' });
    expect(await moveMembership(official, moveOf(ending, union.ongHuong))).toMatchObject({ problem: 'not-found' });
    expect(await moveMembership(neighbour, moveOf(ending, union.ongHuong))).toMatchObject({ problem: 'not-found' });
    expect(await moveMembership(head, moveOf(ending, union.khuPho6))).toMatchObject({ problem: 'not-found' });
    expect(await moveMembership(reader, moveOf(ending, union.khuPho6))).toMatchObject({ problem: 'not-allowed' });
    expect((await moveMembership(head, moveOf(ending, union.to1, 'core'))).ok).toBe(true);
  });

  test('one woman belongs to a unit once at a time, also when two offices start it at once', async () => {
    const { personId } = await belonging();
    const input = { personId, unitId: union.khuPho6.id, kind: 'member' as const, from: '2026-03-01' as const };
    const results = await Promise.all([startMembership(official, input), startMembership(province, input)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'member-already' });
    expect(await startMembership(head, input)).toMatchObject({ problem: 'not-found' });
    expect(await startMembership(neighbour, { ...input, unitId: union.ongHuong.id })).toMatchObject({
      problem: 'not-found',
    });
    expect(
      await startMembership(official, { ...input, unitId: union.khuPho5.id, from: addDays(today(), 1) }),
    ).toMatchObject({
      problem: 'from-in-future',
    });
  });
});
