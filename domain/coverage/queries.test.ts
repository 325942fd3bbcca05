import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel, createStatus } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import {
  createCommune,
  createProvince,
  createSubAssociation,
  keepRecords,
  type MadeUnit,
} from '@/test/factories/units';
import { makeViewer } from '@/test/union';
import { findPublishedFigures } from './commune-queries';
import { percentOf, totalOf } from './coverage';
import { listGaps } from './gap-queries';
import { listActiveModels } from './model-queries';
import {
  findPublishedCoverage,
  findPublishedDay,
  findPublishedProvinceCoverage,
  listCoverage,
  listPublishedTrend,
} from './queries';

let province: MadeUnit;
let covered: MadeUnit;
let silent: MadeUnit;
let empty: MadeUnit;
let open: MadeUnit;
let full: MadeUnit;

beforeAll(async () => {
  province = await createProvince(db);
  covered = await createCommune(db, province, { name: 'Long Hưng' });
  silent = await createCommune(db, province, { name: 'Im Lặng' });
  empty = await createCommune(db, province, { name: 'Chưa Có' });
  await keepRecords(db, covered);
  await keepRecords(db, empty);
  full = await createSubAssociation(db, covered, { name: 'Chi hội Khu phố 1' });
  open = await createSubAssociation(db, covered, { name: 'Chi hội Khu phố 10' });
  await createSubAssociation(db, covered, { name: 'Chi hội Khu phố 2' });
  await createSubAssociation(db, silent);
  const [instructor, learner] = [await createMember(db, full), await createMember(db, full)];
  const family = await createModel(db, full, { kind: 'digital_family', from: '2026-01-10' });
  await createPair(db, full, instructor, learner, { from: '2026-01-10', tiedTo: family });
  await createModel(db, open, { kind: 'digital_family', status: 'planned' });
});

describe('coverage of a commune', () => {
  test('counts what is active and tied on the day, and not the day before', async () => {
    const [row] = (await findPublishedCoverage(covered.id, today())).filter(({ level }) => level === 'sub_association');
    expect(row).toMatchObject({ units: 3, covered: 1, percent: 33.3, state: 'some' });
    const [before] = (await findPublishedCoverage(covered.id, '2026-01-09')).filter(
      ({ level }) => level === 'sub_association',
    );
    expect(before).toMatchObject({ covered: 0, state: 'zero', percent: 0 });
  });

  test('not reported and without units have no percentage, which is not zero', async () => {
    const [quiet] = (await findPublishedCoverage(silent.id, today())).filter(
      ({ level }) => level === 'sub_association',
    );
    expect(quiet).toMatchObject({ state: 'not_reported', percent: null, units: 1 });
    const [none] = (await findPublishedCoverage(empty.id, today())).filter(({ level }) => level === 'sub_association');
    expect(none).toMatchObject({ state: 'no_units', percent: null });
  });

  test('the city divides the sums of those that report; a silent commune counts beside it, and with nothing covered', async () => {
    const { sub_association: all } = await findPublishedProvinceCoverage(today());
    expect(all).toMatchObject({ units: 3, covered: 1, percent: 33.3, allUnits: 4, percentOfAll: 25 });
    expect(all).toMatchObject({ communesNotReported: 1, communesWithoutUnits: 1, communes: 2 });
    const rows = (await findPublishedDay(today())).communes.filter(({ level }) => level === 'sub_association');
    expect(totalOf(rows)).toMatchObject({ units: all.units, covered: all.covered, percent: all.percent });
  });

  test('a share is 100 only where nothing is missing and 0 only where nothing is done, in SQL as in the program', async () => {
    const pairs = [0, 1, 6, 11, 12_074, 12_076, 12_077].map((done) => [done, 12_077] as const);
    const few = Array.from({ length: 9 }, (_, whole) =>
      Array.from({ length: whole + 1 }, (_, done) => [done, whole] as const),
    );
    const asked = [...pairs, ...few.flat()];
    const rows = await db.$queryRaw<{ percent: number | null }[]>`
      SELECT app.percent(done, whole)::float8 AS percent
      FROM unnest(${asked.map(([done]) => done)}::bigint[], ${asked.map(([, whole]) => whole)}::bigint[]) WITH ORDINALITY AS x (done, whole, at) ORDER BY at`;
    const percents = rows.map(({ percent }) => percent);
    expect(percents.slice(0, 7)).toEqual([0, 0.1, 0.1, 0.1, 99.9, 99.9, 100]);
    expect(percents).toEqual(asked.map(([done, whole]) => percentOf(done, whole)));
  });

  test('a trend is the same figures day by day', async () => {
    const points = await listPublishedTrend(['2026-01-09', '2026-01-10', today()], covered.id);
    expect(points.filter(({ level }) => level === 'sub_association').map(({ day, percent }) => [day, percent])).toEqual(
      [
        ['2026-01-09', 0],
        ['2026-01-10', 33.3],
        [today(), 33.3],
      ],
    );
    const unheard = await listPublishedTrend([today()], silent.id);
    expect(unheard.map(({ units, percent }) => [units, percent])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  test('its sub-associations stand in the order people count: 1, 2, 10', async () => {
    const { subAssociations } = await findPublishedFigures(covered.id, today());
    expect(subAssociations.map(({ name, covered }) => [name, covered])).toEqual([
      ['Chi hội Khu phố 1', true],
      ['Chi hội Khu phố 2', false],
      ['Chi hội Khu phố 10', false],
    ]);
  });
});

describe('what officials see of it', () => {
  test('a commune official sees her commune and none beside it, the province all', async () => {
    const official = await makeViewer('commune_official', covered);
    expect(new Set((await listCoverage(official, today())).map(({ communeId }) => communeId))).toEqual(
      new Set([covered.id]),
    );
    const all = await listCoverage(await makeViewer('province_official', province), today());
    expect(new Set(all.map(({ communeId }) => communeId)).size).toBe(3);
  });

  test('the gaps of a neighbour are not found, her own say what is missing and why', async () => {
    const official = await makeViewer('commune_official', covered);
    expect(await listGaps(official, silent.id)).toBeNull();
    const gaps = await listGaps(official, covered.id);
    expect(gaps?.map(({ name }) => name)).toEqual(['Chi hội Khu phố 2', 'Chi hội Khu phố 10']);
    expect(gaps?.find(({ unitId }) => unitId === open.id)).toMatchObject({
      missing: ['family', 'pair'],
      because: ['family_planned'],
    });
  });

  test('the head of a sub-association sees the gaps of her own only', async () => {
    const head = await makeViewer('sub_association_head', open);
    expect((await listGaps(head, covered.id))?.map(({ unitId }) => unitId)).toEqual([open.id]);
  });

  test.each([
    ['the province', 'province_official', () => province, 3],
    ['a commune', 'commune_official', () => covered, 2],
    ['a head whose unit is open', 'sub_association_head', () => open, 1],
    ['a head whose unit is covered', 'sub_association_head', () => full, 0],
  ] as const)('what is missing is listed for %s: her own and nobody else’s', async (_who, role, unit, count) => {
    const viewer = await makeViewer(role, unit());
    const listed = await Promise.all([covered, silent, empty].map(({ id }) => listGaps(viewer, id)));
    expect(listed.flatMap((gaps) => gaps ?? [])).toHaveLength(count);
  });

  test('a trainer and an administrator see no coverage in the signed-in area', async () => {
    for (const role of ['trainer', 'system_administrator'] as const)
      expect(await listCoverage(await makeViewer(role, province), today())).toEqual([]);
  });

  test('active models are counted by day and within reach', async () => {
    const official = await makeViewer('commune_official', covered);
    const neighbour = await makeViewer('commune_official', silent);
    const days = ['2026-01-09' as const, today()];
    expect(await listActiveModels(official, days)).toEqual([{ day: today(), kind: 'digital_family', active: 1 }]);
    expect(await listActiveModels(neighbour, days)).toEqual([]);
  });

  test('a family paused from a day stops counting on that day', async () => {
    const [instructor, learner] = [await createMember(db, open), await createMember(db, open)];
    const family = await createModel(db, open, {
      kind: 'digital_family',
      from: '2026-02-01',
      to: addDays(today(), -1),
    });
    await createStatus(db, family, 'paused', { from: addDays(today(), -1) });
    await createPair(db, open, instructor, learner, { from: '2026-02-01', tiedTo: family });
    const percent = async (day: ReturnType<typeof today>) =>
      (await findPublishedCoverage(covered.id, day)).find(({ level }) => level === 'sub_association')?.covered;
    expect(await percent(addDays(today(), -2))).toBe(2);
    expect(await percent(addDays(today(), -1))).toBe(1);
  });
});

// behind the others: it makes a commune more
test('a unit stands in one column: tied, both but not tied, a family alone, a pair alone', async () => {
  const place = await createCommune(db, province, { name: 'Bốn Cách' });
  await keepRecords(db, place);
  const unit = async (has: { family?: boolean; pair?: boolean; tied?: boolean }) => {
    const made = await createSubAssociation(db, place);
    const family = has.family ? await createModel(db, made, { kind: 'digital_family', from: '2026-01-10' }) : undefined;
    if (!has.pair) return;
    const [one, other] = [await createMember(db, made), await createMember(db, made)];
    await createPair(db, made, one, other, { from: '2026-01-10', ...(has.tied && family && { tiedTo: family }) });
  };
  for (const has of [
    { family: true, pair: true, tied: true },
    { family: true, pair: true },
    { family: true },
    { pair: true },
    {},
  ])
    await unit(has);
  const [row] = await findPublishedCoverage(place.id, today());
  expect(row).toMatchObject({ units: 5, covered: 1, bothUntied: 1, familyOnly: 1, pairOnly: 1, percent: 20 });
});
