import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { pairUp } from '@/domain/pairs/commands';
import { startMembership } from '@/domain/people/memberships/membership-commands';
import { recordPerson } from '@/domain/people/record-commands';
import { db, transaction } from '@/prisma/client';
import { createGroup } from '@/test/factories/units';
import { asked, carriedOut, membersOf, prepared } from '@/test/stages/units';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { confirmPlan, planChange } from '../restructuring/plan-commands';
import { findPlan } from '../restructuring/plan-queries';
import { refusalOfUnitDay } from '../unit-day';
import { writeLineage } from './apply-writes';
import { carryOut } from './carry-out-writes';

let union: TestUnion;
let official: Viewer;
let one: TestUnit;
let other: TestUnit;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  one = await createGroup(db, union.khuPho5, { name: 'Tổ 21' });
  other = await createGroup(db, union.khuPho5, { name: 'Tổ 22' });
});

/** Starts a deed once the merger holds its units, and lets the merger end only when the deed waits for it. */
async function duringMerger<Answer>(deed: () => Promise<Answer>): Promise<Answer> {
  const planned = await planChange(official, asked({ kind: 'merge', unitId: one.id, targetId: other.id }));
  const plan = planned.ok ? await findPlan(official, planned.value.id) : null;
  if (!plan) throw new Error('no plan');
  let answer: Promise<Answer> | undefined;
  await transaction(async (tx) => {
    const done = await carryOut(tx, plan);
    if (!done.ok) throw new Error(done.problem);
    const change = {
      kind: 'merge',
      effectiveOn: toDate(today()),
      preview: {},
      appliedById: official.accountId,
    } as const;
    const { id } = await tx.unitChange.create({ data: change, select: { id: true } });
    await writeLineage(tx, plan, id);
    answer = deed();
    await untilSomebodyWaitsFor(await processOf(tx));
  });
  if (!answer) throw new Error('nothing was done');
  return answer;
}

const openAt = async (unitId: string) =>
  (await db.membership.count({ where: { unitId, validTo: null } })) +
  (await db.pairHost.count({ where: { unitId, validTo: null } }));

describe('a merger is under way', () => {
  test('who pairs two women at the group waits, and is told that it is closed', async () => {
    const [instructorId, learnerId] = [await makeMember(one), await makeMember(one, 'Võ Thị Sáu')];
    const input = { unitId: one.id, instructorId, learnerId, from: today() };
    expect(await duringMerger(() => pairUp(official, input))).toEqual({
      ok: false,
      problem: 'unit-closed',
      detail: { day: today() },
    });
    expect([await openAt(one.id), await db.pair.count({ where: { instructorId } })]).toEqual([0, 0]);
  });

  test('who lets a woman join waits, and is told that it is closed', async () => {
    const personId = await makeMember(union.khuPho5);
    const input = { personId, unitId: one.id, kind: 'member', from: today() } as const;
    expect(await duringMerger(() => startMembership(official, input))).toMatchObject({ problem: 'unit-closed' });
    expect(await openAt(one.id)).toBe(0);
  });

  test('who writes a woman down waits, and is told that it is closed', async () => {
    const woman = { name: 'Trần Thị Mới', unitId: one.id, kind: 'member' as const, from: today(), languages: [] };
    expect(await duringMerger(() => recordPerson(official, woman))).toMatchObject({ problem: 'unit-closed' });
    expect(await db.person.count({ where: { keeperUnitId: one.id } })).toBe(0);
  });

  test('what a sheet brings in meanwhile goes on at the successor', async () => {
    const personId = await makeMember(union.khuPho5);
    const data = { personId, unitId: one.id, kind: 'member', validFrom: toDate(addDays(today(), -40)) } as const;
    await duringMerger(async () => db.membership.create({ data, select: { id: true } }));
    expect([await openAt(one.id), await membersOf(other.id)]).toEqual([0, 1]);
    expect(await membersOf(one.id, addDays(today(), -1))).toBe(1);
  });
});

describe('somebody joins first', () => {
  /** Holds what she does open until the confirmation of the merger waits for it. */
  async function beforeMerger(deed: Parameters<typeof transaction>[0]) {
    const merger = await prepared(official, { kind: 'merge', unitId: one.id, targetId: other.id });
    let confirmed: ReturnType<typeof confirmPlan> | undefined;
    await transaction(async (tx) => {
      await refusalOfUnitDay(tx, one.id, today());
      await deed(tx);
      confirmed = confirmPlan(official, { planId: merger.planId, digest: merger.digest });
      await untilSomebodyWaitsFor(await processOf(tx));
    });
    return confirmed;
  }

  test('the merger waits, and shows the new figures instead of leaving her behind', async () => {
    const personId = await makeMember(union.khuPho5);
    const answer = await beforeMerger((tx) =>
      tx.membership.create({ data: { personId, unitId: one.id, validFrom: toDate(today()) }, select: { id: true } }),
    );
    expect(answer).toMatchObject({ ok: true, value: { state: 'stale' } });
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id });
    expect([await openAt(one.id), await membersOf(other.id)]).toEqual([0, 1]);
  });

  test('the pair goes over with the group', async () => {
    const [instructorId, learnerId] = [await makeMember(one), await makeMember(one, 'Võ Thị Sáu')];
    const hosts = { create: { unitId: one.id, validFrom: toDate(today()) } };
    const data = { instructorId, learnerId, validFrom: toDate(today()), pairHosts: hosts };
    const answer = await beforeMerger((tx) => tx.pair.create({ data, select: { id: true } }));
    expect(answer).toMatchObject({ ok: true, value: { state: 'stale' } });
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id });
    expect(await db.pairHost.count({ where: { unitId: other.id, validTo: null } })).toBe(1);
  });
});

test('at a unit that closed without a successor nothing begins, and what is written late ends with it', async () => {
  const empty = await createGroup(db, union.khuPho5, { name: 'Tổ 23' });
  await carriedOut(official, { kind: 'close', unitId: empty.id });
  const personId = await makeMember(union.khuPho5);
  const join = (days: number) =>
    db.membership.create({
      data: { personId, unitId: empty.id, validFrom: toDate(addDays(today(), days)) },
      select: { validTo: true },
    });
  await expect(join(0)).rejects.toThrow(/closed on/);
  expect(await join(-5)).toEqual({ validTo: toDate(today()) });
});
