import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, monthStart, toDate, today } from '@/domain/days/day';
import { personsKeptWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import { createHousehold, createMember, createOffice } from '@/test/factories/people';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { carriedOut, membersOf, prepared } from '@/test/stages/units';
import { makeCommune, makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { confirmPlan, placeSingly } from './plan-commands';
import { previewPlan } from './plan-queries';

let union: TestUnion;
let official: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
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
    const lastMonth = () => findPublishedCoverage(union.longHung.id, addDays(monthStart(today()), -1));
    const then = await lastMonth();
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
    expect(await lastMonth()).toEqual(then);
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
  const commune = await makeCommune(union.province, 'Lộc Thành');
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
