import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createSubAssociation } from '@/test/factories/units';
import { makeMember, makeUnion, makeViewer, nothing, type TestUnion, type TestUnit } from '@/test/union';
import { shownOf } from './chain';
import { countReach, countReachOfModel, findChain, listInstructors } from './chain-queries';
import { listPairsById } from './queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  province = await makeViewer('province_official', union.province);
});

const women = (unit: TestUnit, count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => makeMember(unit, `Nguyễn Thị Số ${at}`)));
const guide = (unit: TestUnit, from: string | undefined, to: string | undefined, days = {}) =>
  createPair(db, unit, { id: from ?? '' }, { id: to ?? '' }, { from: '2026-01-10', ...days });
const idsOf = async (sql: Promise<{ person_id: string }[]>) => (await sql).map((row) => row.person_id).sort();
const reachOf = (id: string, day: Day | null = null) =>
  idsOf(db.$queryRaw`SELECT person_id FROM app.reach_of(${id}::uuid, ${day}::date)`);
const reachOfAll = (ids: string[]) => idsOf(db.$queryRaw`SELECT person_id FROM app.reach_of_all(${ids}::uuid[])`);
const reachOfUnit = (unit: TestUnit, day: Day | null = null) =>
  idsOf(db.$queryRaw`SELECT person_id FROM app.reach_of_unit(${unit.id}::uuid, ${day}::date)`);

/** Everybody reached from somebody, by hand. */
function plainReach(from: number, edges: readonly (readonly [number, number])[]): Set<number> {
  const met = new Set([from]);
  for (let before = 0; before < met.size; ) {
    before = met.size;
    for (const [instructor, learner] of edges) if (met.has(instructor)) met.add(learner);
  }
  met.delete(from);
  return met;
}

describe('reach', () => {
  test('is the union of what a plain search finds, for one, for several, and as a chain, over any loops', async () => {
    const edges = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(8)), {
      maxLength: 16,
      selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`,
    });
    await fc.assert(
      fc.asyncProperty(edges, fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]), async (drawn, some) => {
        const real = drawn.filter(([from, to]) => from !== to);
        const here = await createSubAssociation(db, union.longHung);
        const ids = await women(here, 9);
        for (const [from, to] of real) await guide(here, ids[from], ids[to]);
        const named = (set: Iterable<number>) => [...set].map((at) => ids[at] ?? '').sort();
        for (const at of [0, 1, 2]) {
          const plain = named(plainReach(at, real));
          expect(await reachOf(ids[at] ?? '')).toEqual(plain);
          expect((await findChain(official, ids[at] ?? ''))?.reach ?? 0).toBe(plain.length);
        }
        const together = new Set(some.flatMap((at) => [...plainReach(at, real)]));
        expect(await reachOfAll(some.map((at) => ids[at] ?? ''))).toEqual(named(together));
        const all = new Set(real.flatMap(([from]) => [...plainReach(from, real)]));
        expect(await reachOfUnit(here)).toEqual(named(all));
        expect(await countReach(official, here.id)).toEqual({ women: all.size, beyond: 0 });
        expect(await countReach(province, union.province.id)).toMatchObject({
          women: (await reachOfUnit(union.province)).length,
        });
        const { instructors } = await listInstructors(official, { unitId: here.id });
        expect(new Map(instructors.map(({ id, reach }) => [id, reach]))).toEqual(
          new Map(real.map(([from]) => [ids[from], plainReach(from, real).size])),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('A→B→C→A: each reaches two, the three together reach three', async () => {
    const here = await createSubAssociation(db, union.longHung);
    const [a, b, c] = await women(here, 3);
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ])
      await guide(here, from, to);
    expect(await reachOf(a ?? '')).toEqual([b, c].sort());
    expect(await reachOfUnit(here)).toEqual([a, b, c].sort());
  });

  test('holds on its day: pairs begun later do not count yet, ended ones still do, those taken back never', async () => {
    const here = await createSubAssociation(db, union.longHung);
    const [a, b, c, d] = await women(here, 4);
    await guide(here, a, b, { from: '2026-02-01', to: '2026-03-01' });
    await guide(here, b, c, { from: '2026-05-01' });
    await guide(here, a, d, { from: '2026-02-01', to: '2026-02-01' });
    expect(await reachOf(a ?? '', '2026-01-31')).toEqual([]);
    expect(await reachOf(a ?? '', '2026-04-01')).toEqual([b]);
    expect(await reachOf(a ?? '', '2026-05-01')).toEqual([b, c].sort());
    expect(await countReach(official, here.id, '2026-04-01')).toMatchObject({ women: 1 });
    expect(await countReach(official, here.id)).toMatchObject({ women: 2 });
  });

  test('of a model begins with those who guide in its pairs, of a club also with its members', async () => {
    const here = await createSubAssociation(db, union.longHung);
    const [a, b, c, d] = await women(here, 4);
    const family = await createModel(db, here, { kind: 'digital_family' });
    const club = await createModel(db, here, { kind: 'digital_womens_club' });
    await guide(here, a, b, { tiedTo: family });
    await guide(here, b, c);
    await guide(here, c, d);
    await db.modelMember.create({
      data: { modelId: club.id, personId: c ?? '', validFrom: new Date('2026-01-01') },
      select: { id: true },
    });
    const of = (id: string) =>
      idsOf(db.$queryRaw`SELECT person_id FROM app.reach_of_model(${id}::uuid, ${today()}::date)`);
    expect(await of(family.id)).toEqual([b, c, d].sort());
    expect(await of(club.id)).toEqual([d]);
    const counts = (viewer: Viewer) => Promise.all([family, club].map(({ id }) => countReachOfModel(viewer, id)));
    expect((await counts(official)).map((reach) => reach?.women)).toEqual([3, 1]);
    expect(await counts(outsider)).toEqual([null, null]);
  });
});

describe('a chain that leads into another commune', () => {
  test('is shown to the border only and counted whole: of a unit everybody reads one figure, and how much of it she may not see', async () => {
    const [mine, onward] = await women(union.khuPho6, 2);
    const [theirs, last] = await women(union.ongHuong, 2);
    await guide(union.khuPho6, mine, onward);
    await guide(union.ongHuong, onward, theirs);
    await guide(union.ongHuong, theirs, last);
    const reached = async (viewer: Viewer, id = '') => (await findChain(viewer, id))?.reach;
    expect(await reached(official, mine)).toBe(1);
    expect(JSON.stringify(await findChain(official, mine ?? ''))).not.toContain(theirs);
    expect(await reached(province, mine)).toBe(3);
    expect([await countReach(official, union.khuPho6.id), await countReach(province, union.khuPho6.id)]).toEqual([
      { women: 3, beyond: 2 },
      { women: 3, beyond: 0 },
    ]);
    expect(await findChain(outsider, mine ?? '')).toBeNull();
    expect(await reached(outsider, onward)).toBe(2);
    expect(await findChain(official, theirs ?? '')).toBeNull();
    expect(await countReach(official, union.trangDai.id)).toBeNull();
    expect(await countReach(official, nothing)).toBeNull();
    expect((await listInstructors(official, { unitId: union.ongHuong.id })).instructors).toEqual([]);
    const whole = await findChain(province, mine ?? '');
    expect(whole && shownOf(whole)).toMatchObject({ onward: [{ id: onward, onward: [{ id: theirs }] }] });
  });
});

test('instructors of a unit stand by reach, fifty a page, without a gap between pages', async () => {
  const here = await createSubAssociation(db, union.longHung);
  const ids = await women(here, 54);
  for (let at = 0; at < 53; at++) await guide(here, ids[at], ids[at + 1]);
  const first = await listInstructors(official, { unitId: here.id });
  const rest = await listInstructors(official, { unitId: here.id, after: first.next ?? '' });
  const all = [...first.instructors, ...rest.instructors];
  expect(all.map(({ reach }) => reach)).toEqual(Array.from({ length: 53 }, (_, at) => 53 - at));
  expect([first.instructors.length, rest.next]).toEqual([50, null]);
});

test('asked from the units or of the pair itself, a pair belongs to the same place, on any day and also when it moved on its first', async () => {
  const here = await createSubAssociation(db, union.longHung);
  const places = [here, union.khuPho6, union.ongHuong];
  const [first, last]: [Day, Day] = ['2026-03-01', '2026-03-09'];
  for (const steps of [[0], [0, 0], [0, 3], [0, 0, 0], [0, 4, 4]]) {
    const [instructor, learner] = await women(here, 2);
    const { id: pairId } = await guide(here, instructor, learner, { from: first });
    for (const [at, step] of steps.entries()) {
      if (at === 0) continue;
      const from = toDate(addDays(first, step));
      await db.pairHost.updateMany({ where: { pairId, validTo: null }, data: { validTo: from } });
      const host = { pairId, unitId: places[at]?.id ?? '', validFrom: from };
      await db.pairHost.create({ data: host, select: { id: true } });
    }
  }
  const areas = [[here.path], [union.longHung.path], [union.longHung.path, here.path], [union.trangDai.path], []];
  for (const within of areas)
    for (let day = addDays(first, -1); day <= last; day = addDays(day, 1)) {
      const fromUnits = await db.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT pair_id AS id FROM app.pairs_within(${day}::date, ${within}::text[]) ORDER BY 1`;
      const ofEach = await db.$queryRaw<{ id: string }[]>`
        SELECT p.id FROM pair p CROSS JOIN LATERAL app.pair_place(p.id, ${day}::date) x WHERE app.within(x.path, ${within}::text[]) ORDER BY 1`;
      expect(fromUnits, `${within} on ${day}`).toEqual(ofEach);
    }
  const moved = await db.pairHost.groupBy({ by: ['pairId'], where: { unitId: union.ongHuong.id, validTo: null } });
  const seen = await db.$queryRaw<{ id: string }[]>`
    SELECT pair_id AS id FROM app.pairs_within(${last}::date, ARRAY[${union.ongHuong.path}])`;
  const ids = moved.map(({ pairId }) => pairId);
  expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  for (const { host } of await listPairsById(province, ids)) expect(host?.unitId).toBe(union.ongHuong.id);
});
