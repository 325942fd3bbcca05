import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, type Day, monthStart, toDate, today } from '@/domain/days/day';
import { personsKeptWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createHousehold, createMember, createOffice } from '@/test/factories/people';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { carriedOut, membersOf, prepared } from '@/test/stages/units';
import { makeCommune, makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listTieNames } from '../choice/placeable-queries';
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

describe('pairs tied to a Digital Family of the unit', () => {
  /** A unit with two women, a family and a pair that is tied to it; its guide is the second by name. */
  async function tiedUnit(name: string) {
    const unit = await createSubAssociation(db, union.longHung, { name });
    const [an, binh] = [{ id: await makeMember(unit, 'Lê Thị An') }, { id: await makeMember(unit, 'Lê Thị Bình') }];
    const family = await createModel(db, unit);
    const pair = await createPair(db, unit, binh, an, { tiedTo: family });
    const split = { kind: 'split', unitId: unit.id, parts: [`${name}A`, `${name}B`], rule: 'in_order' } as const;
    return { unit, family, pair, split: { ...split, parts: [...split.parts] } };
  }
  const coveredOn = async (day: Day) => {
    const [row] = await findPublishedCoverage(union.longHung.id, day);
    return row?.covered;
  };

  test('go with the family, wherever their guide goes: what was covered is covered by the part that has both', async () => {
    const { split } = await tiedUnit('Khu phố 70');
    const { preview } = await carriedOut(official, split);
    expect(preview.parted).toEqual([]);
    expect(preview.units.map(({ after }) => after?.figures.covered ?? null)).toEqual([null, true, false]);
    expect([await coveredOn(addDays(today(), -1)), await coveredOn(today())]).toEqual([1, 1]);
  });

  test('that are placed elsewhere are told before it is done, with names to those who may see them, and then cover nothing', async () => {
    const { split, pair, family } = await tiedUnit('Khu phố 71');
    const { planId, places } = await prepared(official, split);
    const [a, b] = [
      places[family.id] ?? '',
      Object.values(places).find((unitId) => unitId !== places[family.id]) ?? '',
    ];
    await placeSingly(official, { planId, placements: [`${pair.id} ${b}`] });
    const parted = [{ pairId: pair.id, modelId: family.id, pairUnitId: b, modelUnitId: a }];
    const seen = await previewPlan(official, planId);
    if (!seen.ok) throw new Error(seen.problem);
    expect(seen.value.preview.parted).toEqual(parted);
    expect((await listTieNames(official, parted)).get(pair.id)).toBe('Lê Thị Bình – Lê Thị An');
    expect(await listTieNames(await makeViewer('commune_official', union.trangDai), parted)).toEqual(new Map());

    expect(await confirmPlan(official, { planId, digest: seen.value.digest })).toMatchObject({ ok: true });
    expect([await coveredOn(addDays(today(), -1)), await coveredOn(today())]).toEqual([1, 0]);
    const [facts] = await db.$queryRaw<
      unknown[]
    >`SELECT has_family, has_pair, covered FROM app.coverage_units(app.today()) WHERE unit_id = ${b}::uuid`;
    expect(facts).toEqual({ has_family: false, has_pair: true, covered: false });

    // joined again they count again
    const tomorrow = addDays(today(), 1);
    await carriedOut(official, { kind: 'merge', unitId: b, targetId: a, from: tomorrow });
    expect([await coveredOn(today()), await coveredOn(tomorrow)]).toEqual([0, 1]);
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
