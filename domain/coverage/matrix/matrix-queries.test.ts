import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createHousehold, createMember } from '@/test/factories/people';
import { createAffiliated, createGroup, createSubAssociation, type MadeUnit } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findPublishedDay, listCoverage } from '../queries';
import type { MatrixRow } from './matrix';
import { findMatrix } from './matrix-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
/** Khu phố 5: a Digital Sub-association, a family, and two women whose pair is not tied to it */
let family: Made;
let pair: Made;
let to2: MadeUnit;
const FAR = '2026-03-01';

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
  await createSubAssociation(db, union.longHung, { name: 'Khu phố 10' });
  to2 = await createGroup(db, union.khuPho5, { name: 'Tổ 2' });
  await createGroup(db, union.khuPho5, { name: 'Tổ 10' });
  await createModel(db, union.khuPho5, { kind: 'digital_sub_association', status: 'planned', from: FAR });
  family = await createModel(db, union.khuPho5, { from: FAR });
  pair = await createPair(db, union.khuPho5, await createMember(db, union.khuPho5), await createMember(db, union.to1));
  const tied = await createModel(db, to2, { from: FAR });
  const two = [await createMember(db, to2), await createMember(db, to2)] as const;
  await createPair(db, to2, ...two, { from: FAR, tiedTo: tied });
  await createModel(db, union.to1, { status: 'paused', from: FAR });
});

const rowsOf = async (viewer: Viewer, day = today()) => (await findMatrix(viewer, union.longHung.id, day)) ?? [];
const rowOf = (rows: readonly MatrixRow[], unit: { id: string }) => rows.find(({ unitId }) => unitId === unit.id);
const remediesOf = (rows: readonly MatrixRow[]) =>
  rows.flatMap((row) => [row.recognise, ...[row, ...row.groups].map(({ gap }) => gap?.remedy)]).filter(Boolean);

describe('the matrix of a commune', () => {
  test('has a row a sub-association in the order people count, each with its groups and what stands there', async () => {
    const rows = await rowsOf(official);
    expect(rows.map(({ name }) => name)).toEqual(['Khu phố 5', 'Khu phố 6', 'Khu phố 10']);
    const [five, six] = rows;
    expect(five).toMatchObject({ recognition: 'planned', family: 'active', pair: 'active', covered: false });
    expect(six).toMatchObject({ recognition: 'none', family: 'none', pair: 'none', covered: false, groups: [] });
    expect(five?.groups.map((group) => [group.name, group.family, group.pair, group.covered])).toEqual([
      ['Tổ 1', 'paused', 'none', false],
      ['Tổ 2', 'active', 'active', true],
      ['Tổ 10', 'none', 'none', false],
    ]);
    expect(five).toMatchObject({ groupsCount: 3, groupsCovered: 1 });
  });

  test('says of each gap what mends it, and of what is covered nothing', async () => {
    const five = rowOf(await rowsOf(official), union.khuPho5);
    expect(five?.gap).toMatchObject({ missing: ['tie'], mayTrain: true });
    expect(five?.gap?.remedy).toEqual({ deed: 'tie', pairId: pair.id, version: 1, modelId: family.id });
    expect(five?.groups.map(({ gap }) => gap?.remedy?.deed ?? null)).toEqual(['activate', null, 'found']);
    expect(five?.recognise).toMatchObject({ deed: 'grant' });
    expect(rowOf(await rowsOf(official), union.khuPho6)?.recognise).toEqual({ deed: 'recognise' });
  });

  test('is that of the day: what began later is not there, and on another day nothing is offered to be done', async () => {
    const before = await rowsOf(official, addDays(FAR, -1));
    const five = rowOf(before, union.khuPho5);
    expect(five).toMatchObject({ recognition: 'none', family: 'none', pair: 'active', groupsCovered: 0 });
    expect(rowOf(await rowsOf(official, FAR), union.khuPho5)).toMatchObject({ family: 'active', groupsCovered: 1 });
    expect(remediesOf(before)).toEqual([]);
    expect(remediesOf(await rowsOf(official, addDays(today(), 1)))).toEqual([]);
  });
});

describe('who sees it', () => {
  test('a head sees her own sub-association and what is hers to do there', async () => {
    const rows = await rowsOf(head);
    expect(rows.map(({ name }) => name)).toEqual(['Khu phố 5']);
    expect(rows[0]?.gap?.remedy).toMatchObject({ deed: 'tie' });
    expect(rows[0]?.gap?.mayTrain).toBe(false);
  });

  test('whose reach is one group sees it below its sub-association, whose gap is not hers', async () => {
    const [row, ...others] = await rowsOf(await makeViewer('sub_association_head', union.to1));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ name: 'Khu phố 5', gap: null, recognise: null });
    expect(row?.groups.map(({ name, gap }) => [name, gap?.remedy?.deed])).toEqual([['Tổ 1', 'activate']]);
  });

  test.each(['viewer', 'editor'] as const)('a %s reads it and is offered no deed', async (role) => {
    const rows = await rowsOf(await makeViewer(role, union.longHung));
    expect(rows).toHaveLength(3);
    expect(remediesOf(rows)).toEqual([]);
  });

  test('to the neighbour, to a trainer and under a made-up id there is none, as if there were no such commune', async () => {
    for (const role of ['commune_official', 'sub_association_head'] as const)
      expect(await findMatrix(await makeViewer(role, union.trangDai), union.longHung.id)).toBeNull();
    expect(await findMatrix(await makeViewer('trainer', union.longHung), union.longHung.id)).toBeNull();
    for (const id of [nothing, 'x', union.khuPho5.id]) expect(await findMatrix(official, id)).toBeNull();
  });
});

test('an active family without a household on record counts, and it is said that households are missing', async () => {
  const bareOf = async (viewer: Viewer) =>
    rowOf(await rowsOf(viewer), union.khuPho5)?.groups.map(({ name, bare }) => [name, bare?.mayKeep ?? null]);
  expect(await bareOf(official)).toEqual([
    ['Tổ 1', null],
    ['Tổ 2', true],
    ['Tổ 10', null],
  ]);
  expect((await bareOf(await makeViewer('viewer', union.longHung)))?.[1]).toEqual(['Tổ 2', false]);
  const household = await createHousehold(db, to2, await createMember(db, to2));
  const model = rowOf(await rowsOf(official), union.khuPho5)?.groups[1]?.bare?.modelId ?? '';
  await db.modelHousehold.create({ data: { modelId: model, householdId: household.id, validFrom: toDate(today()) } });
  expect((await bareOf(official))?.[1]).toEqual(['Tổ 2', null]);
});

test('units below an affiliated one are counted in no coverage, and none of them has a gap', async () => {
  const affiliated = await createAffiliated(db, union.province);
  const below = await createSubAssociation(db, affiliated, { name: 'Chi hội Một' });
  const province = await makeViewer('province_official', union.province);
  const chief = await makeViewer('sub_association_head', below);
  for (const viewer of [province, chief]) expect(await findMatrix(viewer, affiliated.id)).toBeNull();
  expect((await findPublishedDay(today())).province.sub_association.allUnits).toBe(4);
  expect(await listCoverage(chief, today())).toEqual([]);
});
