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
import { countGaps, listGaps } from './gap-queries';
import { listActiveModels } from './model-queries';
import { findPublishedCoverage, findPublishedProvinceCoverage, listCoverage, listPublishedTrend } from './queries';

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

  test('the city divides the sums, silent communes included', async () => {
    const { sub_association: all } = await findPublishedProvinceCoverage(today());
    expect(all).toMatchObject({ units: 4, covered: 1, percent: 25, communesNotReported: 1, communesWithoutUnits: 1 });
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
  ] as const)(
    'what waits for %s is counted as it is listed: her own and nobody else’s',
    async (_who, role, unit, count) => {
      const viewer = await makeViewer(role, unit());
      const rows = await listCoverage(viewer, today());
      const listed = await Promise.all([covered, silent, empty].map(({ id }) => listGaps(viewer, id)));
      expect(await countGaps(viewer, rows)).toBe(count);
      expect(listed.flatMap((gaps) => gaps ?? [])).toHaveLength(count);
    },
  );

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
