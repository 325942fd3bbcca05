import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, monthStart, toDate, today } from '@/domain/day';
import { personsKeptWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import { createModel } from '@/prisma/factories/digital-models';
import { createPair } from '@/prisma/factories/pairs';
import { createHousehold, createMember, createOffice } from '@/prisma/factories/people';
import { createCommune, createGroup, createSubAssociation, keepRecords } from '@/prisma/factories/units';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/prisma/test-union';
import { carriedOut, filedFigures, fileFigures, membersOf, prepared } from '@/prisma/test-units';
import { confirmPlan, placeSingly } from './plan-commands';
import { previewPlan } from './plan-queries';

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
    await makeViewer('sub_association_head', one);
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

describe('splitting a sub-association', () => {
  test('its groups, people and what is theirs are placed by the rule, single ones otherwise, nobody is dropped', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 30' });
    const group = await createGroup(db, unit, { name: 'Tổ 1' });
    const [an, binh, chi] = [
      await makeMember(unit, 'Lê Thị An'),
      await makeMember(unit, 'Lê Thị Bình'),
      await makeMember(unit, 'Lê Thị Chi'),
    ];
    const home = await createHousehold(db, unit, { id: chi });
    const then = await coverage(lastMonth);
    const input = { kind: 'split', unitId: unit.id, parts: ['Khu phố 30A', 'Khu phố 30B'], rule: 'in_order' } as const;
    const first = await prepared(official, { ...input, parts: [...input.parts] });
    const [a = '', b = ''] = first.preview.units.filter(({ before }) => !before).map(({ unitId }) => unitId);
    await placeSingly(official, { planId: first.planId, placements: [`${an} ${b}`, `${group.id} ${b}`] });
    expect(await confirmPlan(official, { planId: first.planId, digest: first.digest })).toMatchObject({
      value: { state: 'stale' },
    });
    const seen = await previewPlan(official, first.planId);
    if (!seen.ok) throw new Error(seen.problem);
    expect(await confirmPlan(official, { planId: first.planId, digest: seen.value.digest })).toMatchObject({
      ok: true,
    });

    const at = async (unitId: string) =>
      (await db.membership.findMany({ where: { unitId, validTo: null }, select: { personId: true }, take: 9 }))
        .map(({ personId }) => personId)
        .sort();
    expect([await at(a), await at(b)]).toEqual([[binh], [an, chi].sort()]);
    expect(await db.household.findUnique({ where: { id: home.id }, select: { unitId: true } })).toEqual({ unitId: b });
    expect(await db.unitParent.count({ where: { unitId: group.id, parentId: b, validTo: null } })).toBe(1);
    expect(await coverage(lastMonth)).toEqual(then);
    expect(await db.unitLineage.count({ where: { predecessorId: unit.id, kind: 'split_into' } })).toBe(2);
  });

  test('a part splits off and the rest goes on under its own name, with its offices', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 31' });
    const person = await createMember(db, unit, {});
    await createOffice(db, unit, person, 'sub_association_head');
    const { preview } = await carriedOut(official, {
      kind: 'split',
      unitId: unit.id,
      parts: ['Khu phố 31A'],
      keep: 'on',
    });
    expect(preview.offices).toEqual([]);
    expect(await membersOf(unit.id)).toBe(1);
    expect(await db.unit.findUnique({ where: { id: unit.id }, select: { closedOn: true } })).toEqual({
      closedOn: null,
    });
  });

  test('from a coming day: until then all stays, from then on nobody is left without a unit', async () => {
    const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố 32' });
    const kept = await makeMember(unit);
    const from = addDays(today(), 20);
    await carriedOut(official, { kind: 'split', unitId: unit.id, parts: ['Khu phố 32A', 'Khu phố 32B'], from });
    expect([await membersOf(unit.id), await membersOf(unit.id, from)]).toEqual([1, 0]);
    const found = { AND: [{ id: kept }, personsKeptWithin(official, 'people.see')] };
    expect(await db.person.count({ where: found })).toBe(1);
  });
});

test('communes: what kept its records goes on keeping them in its parts, and past figures keep the old commune', async () => {
  const commune = await createCommune(db, union.province, { name: 'Lộc Thành' });
  await keepRecords(db, commune);
  for (const name of ['Ấp 1', 'Ấp 2', 'Ấp 3']) await createSubAssociation(db, commune, { name });
  const province = await makeViewer('province_official', union.province);
  await carriedOut(province, {
    kind: 'split',
    unitId: commune.id,
    parts: ['Lộc Thành Đông', 'Lộc Thành Tây'],
    rule: 'alternate',
  });
  const rows = await db.$queryRaw<{ units: number; state: string }[]>`
    SELECT c.units, c.state FROM app.coverage(app.today()) c JOIN unit_lineage l ON l.successor_id = c.commune_id
    WHERE l.predecessor_id = ${commune.id}::uuid AND c.level = 'sub_association' ORDER BY c.units`;
  expect(rows).toEqual([
    { units: 1, state: 'zero' },
    { units: 2, state: 'zero' },
  ]);
  expect((await findPublishedCoverage(commune.id, addDays(today(), -1)))[0]).toMatchObject({ name: 'Lộc Thành' });
});

test('whatever hangs on units that merge or split, on whatever day, as many women belong to the union as before', async () => {
  const count = () => db.membership.groupBy({ by: ['personId'], where: { validTo: null } }).then((rows) => rows.length);
  const someDay = fc.integer({ min: -200, max: 200 }).map((days) => addDays(today(), days));
  const members = fc.array(fc.tuple(someDay, fc.boolean()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(someDay, members, fc.constantFrom('merge', 'split'), async (from, people, kind) => {
      const unit = await createSubAssociation(db, union.longHung, { name: 'Khu phố X' });
      const target = await createSubAssociation(db, union.longHung, { name: 'Khu phố Y' });
      for (const [since, twice] of people) {
        const { id } = await createMember(db, unit, { from: since });
        if (twice)
          await db.membership.create({
            data: { personId: id, unitId: target.id, validFrom: toDate(since) },
            select: { id: true },
          });
      }
      const before = await count();
      const into =
        kind === 'merge'
          ? { targetId: target.id }
          : { parts: ['X1', 'X2'].map((name) => `Khu ${name}`), rule: 'alternate' as const };
      await carriedOut(official, { kind, unitId: unit.id, from, ...into } as never);
      expect(await count()).toBe(before);
    }),
    { numRuns: 8 },
  );
});
