import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createGroup, createSubAssociation } from '@/test/factories/units';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { coverageLevels, coverageReadings, percentOf } from '../coverage';
import { listCoverage } from '../queries';
import { mapUnfolded } from './unfolded-queries';

let union: TestUnion;
let province: Viewer;
const FAR: Day = '2026-03-01';

/** Khu phố 5 is tied and one of its three groups too, another has a family alone; Khu phố 6 has a pair and no group, Khu phố 10 nothing. */
beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  await createSubAssociation(db, union.longHung, { name: 'Khu phố 10' });
  const to2 = await createGroup(db, union.khuPho5, { name: 'Tổ 2' });
  await createGroup(db, union.khuPho5, { name: 'Tổ 10' });
  for (const unit of [union.khuPho5, to2]) {
    const family = await createModel(db, unit, { from: FAR });
    const two = [await createMember(db, unit), await createMember(db, unit)] as const;
    await createPair(db, unit, ...two, { from: FAR, tiedTo: family });
  }
  await createModel(db, union.to1, { from: FAR });
  const two = [await createMember(db, union.khuPho6), await createMember(db, union.khuPho6)] as const;
  await createPair(db, union.khuPho6, ...two, { from: FAR });
});

const linesOf = async (viewer: Viewer, level: (typeof coverageLevels)[number], day = today()) =>
  (await mapUnfolded(viewer, { communeIds: [union.longHung.id], level, day })).get(union.longHung.id) ?? [];
const told = (lines: Awaited<ReturnType<typeof linesOf>>) =>
  lines.map(({ name, units, tied, familyOnly, pairOnly, percent }) => [
    name,
    units,
    tied,
    familyOnly,
    pairOnly,
    percent,
  ]);

describe('a commune of the table unfolds', () => {
  test('to its sub-associations in the order people count, each by what it has itself', async () => {
    expect(told(await linesOf(province, 'sub_association'))).toEqual([
      ['Khu phố 5', 1, 1, 0, 0, 100],
      ['Khu phố 6', 1, 0, 0, 1, 0],
      ['Khu phố 10', 1, 0, 0, 0, 0],
    ]);
  });

  test('at the level of groups each by what its groups have; one without groups has no share', async () => {
    expect(told(await linesOf(province, 'group'))).toEqual([
      ['Khu phố 5', 3, 1, 1, 0, 33.3],
      ['Khu phố 6', 0, 0, 0, 0, null],
      ['Khu phố 10', 0, 0, 0, 0, null],
    ]);
  });

  test('and what stands below a commune comes to what the commune says, at both levels, on every day', async () => {
    for (const level of coverageLevels)
      for (const day of [today(), FAR, addDays(FAR, -1), addDays(today(), 30)]) {
        const lines = await linesOf(province, level, day);
        const row = (await listCoverage(province, day)).find(
          (each) => each.communeId === union.longHung.id && each.level === level,
        );
        const sum = (of: 'units' | 'covered' | (typeof coverageReadings)[number]) =>
          lines.reduce((all, line) => all + line[of], 0);
        for (const of of ['units', 'covered', ...coverageReadings] as const)
          expect(sum(of), `${level} ${day} ${of}`).toBe(row?.[of]);
        expect(percentOf(sum('covered'), sum('units'))).toBe(row?.percent);
      }
  });

  test('by the names of the day', async () => {
    const { khuPho6 } = union;
    await db.unitName.updateMany({ where: { unitId: khuPho6.id }, data: { validTo: new Date('2026-09-01') } });
    await db.unitName.create({
      data: { unitId: khuPho6.id, name: 'Khu phố Sáu', validFrom: new Date('2026-09-01') },
      select: { id: true },
    });
    const names = async (day: Day) => (await linesOf(province, 'group', day)).map(({ name }) => name);
    expect(await names('2026-08-31')).toContain('Khu phố 6');
    expect(await names('2026-09-01')).toContain('Khu phố Sáu');
  });
});

describe('who is told', () => {
  test('an official all of her commune, a head her own sub-association alone', async () => {
    expect(await linesOf(await makeViewer('commune_official', union.longHung), 'sub_association')).toHaveLength(3);
    const head = await linesOf(await makeViewer('sub_association_head', union.khuPho5), 'sub_association');
    expect(head.map(({ name }) => name)).toEqual(['Khu phố 5']);
  });

  test('the neighbour nothing, nor does anybody of what is no commune', async () => {
    for (const role of ['commune_official', 'sub_association_head'] as const)
      expect(await linesOf(await makeViewer(role, union.trangDai), 'group')).toEqual([]);
    for (const id of [nothing, 'x', union.khuPho5.id])
      expect((await mapUnfolded(province, { communeIds: [id], level: 'group', day: today() })).size).toBe(0);
  });
});
