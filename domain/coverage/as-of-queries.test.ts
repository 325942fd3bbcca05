import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { countPublishedModels, listPublishedModels } from '@/domain/digital-models/published-queries';
import { findPublishedFormerCommune, findPublishedSuccessor } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { findPublishedFigures } from './commune-queries';
import { listGaps } from './gap-queries';
import { listActiveModels } from './model-queries';
import { findPublishedProvinceCoverage, listCoverage } from './queries';

/** Units moved and were renamed on this day; the day before tells of them as they were. */
const MOVED = addDays(today(), -10);
const BEFORE = addDays(MOVED, -1);
const SINCE: Day = '2026-03-01';

let union: TestUnion;
let province: Viewer;
let silent: TestUnit;

async function cover(at: TestUnit) {
  const [instructor, learner] = [await createMember(db, at), await createMember(db, at)];
  const family = await createModel(db, at, { from: SINCE });
  await createPair(db, at, instructor, learner, { from: SINCE, tiedTo: family });
}

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  const moved = await createSubAssociation(db, union.longHung, { name: 'Khu phố 50' });
  const open = await createSubAssociation(db, union.longHung, { name: 'Khu phố 51' });
  await cover(moved);
  await createModel(db, open, { from: SINCE, status: 'planned' });
  await carriedOut(province, { kind: 'move', unitId: moved.id, targetId: union.trangDai.id, from: MOVED });
  await carriedOut(province, { kind: 'move', unitId: open.id, targetId: union.trangDai.id, from: MOVED });
  await carriedOut(province, { kind: 'rename', unitId: open.id, name: 'Khu phố Mới', from: addDays(MOVED, 1) });
  silent = await createCommune(db, union.province, { name: 'Im Lặng' });
  await cover(await createSubAssociation(db, silent));
});

describe('a day is told as it was: by the place and the name of that day', () => {
  test('what was missing then, for who answers for the place of that day and for the city alike', async () => {
    const [was, now] = [union.longHung, union.trangDai];
    for (const viewer of [province, await makeViewer('commune_official', was)]) {
      const gaps = await listGaps(viewer, was.id, BEFORE);
      expect(gaps?.map(({ name }) => name)).toEqual(['Khu phố 5', 'Tổ 1', 'Khu phố 6', 'Khu phố 51']);
      expect(gaps?.at(-1)?.because).toEqual(['family_planned']);
      const counted = (await listCoverage(viewer, BEFORE)).filter(({ communeId }) => communeId === was.id);
      expect(gaps).toHaveLength(counted.reduce((sum, row) => sum + row.units - row.covered, 0));
    }
    expect((await listGaps(province, was.id))?.map(({ name }) => name)).not.toContain('Khu phố 51');
    expect((await listGaps(province, now.id))?.map(({ name }) => name)).toContain('Khu phố Mới');
    expect((await listGaps(province, now.id, MOVED))?.map(({ name }) => name)).toContain('Khu phố 51');
  });

  test('models by kind, and those of a commune', async () => {
    const counted = async (unit: TestUnit) =>
      (await listActiveModels(await makeViewer('commune_official', unit), [BEFORE, today()]))
        .map(({ day, active }) => [day, active])
        .sort();
    expect(await counted(union.longHung)).toEqual([[BEFORE, 1]]);
    expect(await counted(union.trangDai)).toEqual([[today(), 1]]);
    const families = async (unit: TestUnit, day: Day) =>
      (await findPublishedFigures(unit.id, day)).models.find(({ kind }) => kind === 'digital_family');
    expect(await families(union.longHung, BEFORE)).toMatchObject({ active: 1, planned: 1 });
    expect(await families(union.longHung, today())).toMatchObject({ active: 0, planned: 0 });
    expect(await families(union.trangDai, today())).toMatchObject({ active: 1, planned: 1 });
  });
});

test('a commune that is no more, and that none took over, is still told of with its last day', async () => {
  const ended = await createCommune(db, union.province, { name: 'Phước Thái' });
  await carriedOut(province, { kind: 'close', unitId: ended.id });
  const { slug } = await db.unit.findUniqueOrThrow({ where: { id: ended.id }, select: { slug: true } });
  expect(await findPublishedSuccessor(slug)).toBeNull();
  expect(await findPublishedFormerCommune(slug)).toEqual({ name: 'Phước Thái', lastDay: addDays(today(), -1) });
  expect(await findPublishedFormerCommune('khong-co')).toBeNull();
});

test('models of a silent commune are in no number at work: by kind there are as many as their indicator tells', async () => {
  const [indicator] = await db.$queryRaw<{ done: number }[]>`
    SELECT done::int FROM app.indicator('models_digital_family', ${union.province.id}::uuid, app.today()) WHERE unit_id = ${union.province.id}::uuid`;
  const told = (await listActiveModels(province, [today()])).find(({ kind }) => kind === 'digital_family');
  expect(told?.active).toBe(indicator?.done);
  expect(await listActiveModels(await makeViewer('commune_official', silent), [today()])).toEqual([]);
});

test('of a silent commune with covered units nothing is counted or listed in public', async () => {
  const { sub_association: city } = await findPublishedProvinceCoverage(today());
  expect(city).toMatchObject({ units: 5, covered: 1, communesNotReported: 1, allUnits: 6 });
  const families = (await countPublishedModels()).find(({ kind }) => kind === 'digital_family');
  expect(families).toEqual({ kind: 'digital_family', active: 1, planned: 1, units: 1, communes: 1 });
  expect(await countPublishedModels(silent.id)).toEqual(
    (await countPublishedModels(union.longHung.id)).map((row) => ({ ...row, active: 0, planned: 0 })),
  );
  const { coverage, signed, ...page } = await findPublishedFigures(silent.id, today());
  expect(page).toEqual({ reports: false, subAssociations: [], sessions: null, guided: null, models: [] });
  const hosts = async ({ id }: TestUnit) => (await listPublishedModels(id)).map(({ host }) => host.name).sort();
  expect(await hosts(silent)).toEqual([]);
  expect(await hosts(union.longHung)).toEqual([]);
  expect(await hosts(union.trangDai)).toEqual(['Khu phố 50', 'Khu phố Mới']);
});
