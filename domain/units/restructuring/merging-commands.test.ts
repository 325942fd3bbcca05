import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, monthStart, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createOffice } from '@/test/factories/people';
import { createGroup } from '@/test/factories/units';
import { carriedOut, filedFigures, fileFigures, membersOf, prepared } from '@/test/stages/units';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { confirmPlan } from './plan-commands';

let union: TestUnion;
let official: Viewer;
let one: TestUnit;
let other: TestUnit;

const lastMonth = addDays(monthStart(today()), -1);

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  one = await createGroup(db, union.khuPho5, { name: 'Tổ 11' });
  other = await createGroup(db, union.khuPho5, { name: 'Tổ 12' });
});

/** A family with a pair tied to it: the unit is covered. */
async function cover(unit: TestUnit) {
  const [instructor, learner] = [await makeMember(unit, 'Phạm Thị Thảo'), await makeMember(unit, 'Võ Thị Sáu')];
  const family = await createModel(db, unit);
  const pair = await createPair(db, unit, { id: instructor }, { id: learner }, { tiedTo: family });
  return { instructor, learner, family: family.id, pair: pair.id };
}
const hosts = async (modelId: string) =>
  (
    await db.modelHost.findMany({
      where: { modelId },
      orderBy: { validFrom: 'asc' },
      select: { unitId: true },
      take: 9,
    })
  ).map(({ unitId }) => unitId);
const coverage = (day = today()) => findPublishedCoverage(union.longHung.id, day);

describe('merging two groups', () => {
  test('people, models and pairs go over on the day; filed figures and those of last month stay', async () => {
    const covered = await cover(one);
    const report = await fileFigures(union.longHung, [one, other], lastMonth);
    expect(report).toHaveLength(2);
    const [then, now] = [await coverage(lastMonth), await coverage()];
    const from = addDays(today(), -3) >= monthStart(today()) ? addDays(today(), -3) : today();
    const { preview } = await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, from });

    expect(await hosts(covered.family)).toEqual([one.id, other.id]);
    expect([await membersOf(one.id), await membersOf(other.id)]).toEqual([0, 2]);
    expect([await membersOf(one.id, addDays(from, -1)), await membersOf(other.id, addDays(from, -1))]).toEqual([2, 0]);
    expect(preview.moved).toMatchObject({ people: 2, models: 1, pairs: 1, records: 2 });
    expect(await filedFigures(union.longHung)).toEqual(report);
    expect(await coverage(lastMonth)).toEqual(then);
    const groups = (rows: typeof now) => rows.find(({ level }) => level === 'group');
    expect([groups(now), groups(await coverage())]).toMatchObject([
      { units: 3, covered: 1 },
      { units: 2, covered: 1 },
    ]);
    expect(preview.communes.find(({ level, day }) => level === 'group' && day === today())).toMatchObject({
      before: { units: 3, covered: 1 },
      after: { units: 2, covered: 1 },
    });
    const lineage = { predecessorId: one.id, successorId: other.id, onDay: toDate(from), kind: 'merged_into' } as const;
    expect(await db.unitLineage.count({ where: lineage })).toBe(1);
    const change = await db.unitChange.findFirstOrThrow({
      where: { unitLineages: { some: lineage } },
      select: { preview: true },
    });
    expect(change.preview).toMatchObject({ preview: { moved: { people: 2 } } });
    expect(JSON.stringify(change.preview)).not.toContain('Thảo');
  });

  test('offices and roles at the closed group end that day, and the preview says so', async () => {
    const person = await createMember(db, one, {});
    await createOffice(db, one, person, 'group_head');
    const account = await db.account.create({
      data: { email: `to11-${Math.random()}@vi-du.invalid`, displayName: 'Tổ 11' },
      select: { id: true },
    });
    await db.roleGrant.create({
      data: { accountId: account.id, role: 'sub_association_head', unitId: one.id, validFrom: toDate('2026-01-01') },
      select: { id: true },
    });
    const { preview } = await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id });
    expect(preview.offices).toEqual([{ title: 'group_head', personId: person.id, unitId: one.id }]);
    expect(preview.grants).toEqual([{ role: 'sub_association_head', unitId: one.id, count: 1 }]);
    const ended = { unitId: one.id, validTo: toDate(today()) };
    expect([await db.office.count({ where: ended }), await db.roleGrant.count({ where: ended })]).toEqual([1, 1]);
  });

  test('who belongs to both is counted once, and stays in the union', async () => {
    const both = await makeMember(one);
    await db.membership.create({
      data: { personId: both, unitId: other.id, validFrom: toDate('2026-01-01') },
      select: { id: true },
    });
    const { preview } = await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id });
    expect(preview.countedOnce).toBe(1);
    expect(await db.membership.count({ where: { personId: both, validTo: null } })).toBe(1);
  });

  test('who joins between the decision and its day goes on at the successor, with what is founded meanwhile', async () => {
    const from = addDays(today(), 20);
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, from });
    const covered = await cover(one);
    expect([await membersOf(one.id), await membersOf(one.id, from), await membersOf(other.id, from)]).toEqual([
      2, 0, 2,
    ]);
    expect(await hosts(covered.family)).toEqual([one.id, other.id]);
  });

  test('two merge the same group at once: one does, the other is told that it changed meanwhile', async () => {
    const third = await createGroup(db, union.khuPho5, { name: 'Tổ 13' });
    const province = await makeViewer('province_official', union.province);
    for (let at = 0; at < 4; at++) await makeMember(one);
    const plans = [
      { viewer: official, ...(await prepared(official, { kind: 'merge', unitId: one.id, targetId: other.id })) },
      { viewer: province, ...(await prepared(province, { kind: 'merge', unitId: one.id, targetId: third.id })) },
    ];
    const answers = await Promise.all(
      plans.map(({ viewer, planId, digest }) => confirmPlan(viewer, { planId, digest })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'changed-meanwhile' });
    expect((await membersOf(other.id)) + (await membersOf(third.id))).toBe(4);
    expect(await membersOf(one.id)).toBe(0);
  });
});
