import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCourse, createSession } from '@/test/factories/trainings';
import {
  createCommune,
  createGroup,
  createProvince,
  createSubAssociation,
  keepRecords,
  type MadeUnit,
} from '@/test/factories/units';
import { makeViewer } from '@/test/union';
import { findChangesOfLevels, findCoverageOfDays, findUnitChanges } from './change-queries';

const EARLIER = '2026-03-01';
const DAY = '2026-06-01';
const between = { level: 'sub_association', day: DAY, earlier: EARLIER } as const;

let own: MadeUnit;
let unchanged: MadeUnit;
let official: Viewer;
let neighbour: Viewer;
let whole: Viewer;

/** A sub-association with a Digital Family and a pair tied to it on these days. */
async function coveredUnit(commune: MadeUnit, name: string, from: string, to?: string) {
  const unit = await createSubAssociation(db, commune, { name });
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  const family = await createModel(db, unit, { kind: 'digital_family', from: '2026-01-10' });
  await createPair(db, unit, instructor, learner, { from, ...(to ? { to } : {}), tiedTo: family });
  return unit;
}

beforeAll(async () => {
  const province = await createProvince(db);
  own = await createCommune(db, province, { name: 'Long Hưng' });
  const [other, silent] = [
    await createCommune(db, province, { name: 'Trảng Dài' }),
    await createCommune(db, province, { name: 'Im Lặng' }),
  ];
  await keepRecords(db, own);
  await keepRecords(db, other);
  unchanged = await coveredUnit(own, 'Vẫn đạt', '2026-02-01');
  await coveredUnit(own, 'Mới đạt', '2026-05-01');
  await coveredUnit(own, 'Thôi đạt', '2026-02-01', '2026-05-01');
  await coveredUnit(other, 'Nơi khác', '2026-05-01');
  await coveredUnit(silent, 'Nơi im lặng', '2026-05-01');
  await createSubAssociation(db, own, { name: 'Chưa có' });
  official = await makeViewer('commune_official', own);
  neighbour = await makeViewer('commune_official', other);
  whole = await makeViewer('province_official', province);
});

describe('units that became covered and units that no longer are', () => {
  test('stand there with what came or went; what stayed as it was does not', async () => {
    const { gained, lost, units } = await findUnitChanges(official, between);
    expect([gained, lost]).toEqual([1, 1]);
    expect(units.map(({ name, covered, reasons }) => [name, covered, reasons]).sort()).toEqual([
      ['Mới đạt', true, ['pair']],
      ['Thôi đạt', false, ['pair']],
    ]);
  });

  test('are those within her reach, and of no silent commune', async () => {
    const names = async (viewer: Viewer) => (await findUnitChanges(viewer, between)).units.map(({ name }) => name);
    expect(await names(neighbour)).toEqual(['Nơi khác']);
    expect((await names(whole)).sort()).toEqual(['Mới đạt', 'Nơi khác', 'Thôi đạt']);
  });

  test('who sees no coverage is told of none', async () => {
    const trainer = { ...official, grants: [] };
    expect(await findUnitChanges(trainer, between)).toEqual({ gained: 0, lost: 0, units: [] });
    expect(await findCoverageOfDays(trainer, [DAY, EARLIER])).toEqual({ days: [[], []], planned: new Map() });
  });

  test('are read of both levels at once, each with its own count; of a level that was not asked for there are none', async () => {
    const opened = await createGroup(db, unchanged, { name: 'Tổ mới', from: '2026-04-01' });
    const family = await createModel(db, opened, { kind: 'digital_family', from: '2026-04-10' });
    const [instructor, learner] = [await createMember(db, opened), await createMember(db, opened)];
    await createPair(db, opened, instructor, learner, { from: '2026-05-01', tiedTo: family });
    for (const viewer of [official, whole]) {
      const both = await findChangesOfLevels(viewer, ['sub_association', 'group'], between);
      expect(both.sub_association).toEqual(await findUnitChanges(viewer, between));
      expect(both.group).toMatchObject({ gained: 1, lost: 0 });
      expect(both.group.units).toMatchObject([
        {
          name: 'Tổ mới',
          level: 'group',
          subAssociationName: 'Vẫn đạt',
          communeName: 'Long Hưng',
          reasons: ['opened'],
        },
      ]);
    }
    expect((await findChangesOfLevels(whole, ['sub_association'], between)).group.units).toEqual([]);
    expect((await findChangesOfLevels(neighbour, ['group'], between)).group).toEqual({ gained: 0, lost: 0, units: [] });
  });

  test('the other way round, what was gained is lost', async () => {
    const { units } = await findUnitChanges(official, { ...between, day: EARLIER, earlier: DAY });
    expect(units.map(({ name, covered }) => [name, covered]).sort()).toEqual([
      ['Mới đạt', false],
      ['Thôi đạt', true],
    ]);
  });
});

test('two days are asked for at once, each with the communes of her reach as they were', async () => {
  const [now = [], before = []] = (await findCoverageOfDays(official, [DAY, EARLIER])).days;
  const of = (rows: typeof now) =>
    rows.filter(({ level }) => level === 'sub_association').map(({ name, covered }) => [name, covered]);
  expect(of(now)).toEqual([['Long Hưng', 2]]);
  expect(of(before)).toEqual([['Long Hưng', 2]]);
});

test('sessions are counted where they are approved and still to come, of the communes of her reach', async () => {
  const course = await createCourse(db);
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const made = (state: 'approved' | 'proposed', days: number) =>
    createSession(db, { unit: own, course, state, startsAt: at(days), endsAt: at(days + 0.1) });
  for (const days of [3, 9, -3]) await made('approved', days);
  await made('proposed', 3);
  const planned = async (viewer: Viewer) => [...(await findCoverageOfDays(viewer, [DAY])).planned];
  expect(await planned(official)).toEqual([[own.id, 2]]);
  expect(await planned(neighbour)).toEqual([]);
});
