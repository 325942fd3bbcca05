import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { readPlace } from '@/domain/reports/content/place-queries';
import { db, firstOpenDay } from '@/prisma/client';
import { joinModel } from '@/test/factories/digital-models';
import { createHousehold, createMember } from '@/test/factories/people';
import { type Made, newId, write } from '@/test/factories/write';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { lockPeriod, makeViewer, type TestUnit } from '@/test/union';
import { listGaps } from '../gap-queries';
import { findPublishedCoverage } from '../queries';
import { ruleCoverage, withdrawRuling } from './ruling-commands';
import { findPublishedReading, listPublishedRulings } from './ruling-queries';

let stage: Awaited<ReturnType<typeof makeIndicatorStage>>;
let province: Viewer;
let family: Made;
const SINCE: Day = '2026-09-01';

/** What stays on record is taken away between tests by the owner of the tables alone; what is kept is made anew. */
async function forget() {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  for (const each of ['coverage_ruling', 'report', 'reporting_period', 'board_seat', 'model_household'])
    await owner.query(`SET session_replication_role = replica; DELETE FROM ${each}`);
  await owner.query(
    `SET session_replication_role = origin; SELECT derived.rebuild_coverage(ARRAY (SELECT id FROM unit))`,
  );
  await owner.end();
}

beforeAll(async () => {
  stage = await makeIndicatorStage();
  province = await makeViewer('province_official', stage.province);
  family = await db.digitalModel.findFirstOrThrow({
    where: { kind: 'digital_family', modelHosts: { some: { unitId: stage.tied.id } } },
    select: { id: true },
  });
});
beforeEach(forget);

const rule = async (from: Day, reading: 'tied' | 'family' | 'pair' = 'tied', asks = true) => {
  const result = await ruleCoverage(province, {
    reading,
    from,
    decision: 'Quyết định 12',
    ...(asks && { households: 'on' as const }),
  });
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};
const an = () => stage.an as TestUnit;
/** Sub-associations of An Bình that count on a day; what is kept of every commune is what its records make. */
async function counted(day: Day): Promise<number> {
  const differing = await db.$queryRaw`
    SELECT * FROM app.coverage_units(${day}::date) EXCEPT SELECT * FROM app.coverage_units_from_source(${day}::date)`;
  expect(differing).toEqual([]);
  const rows = await findPublishedCoverage(an().id, day);
  return rows.find(({ level }) => level === 'sub_association')?.covered ?? -1;
}
const seat = async (from: Day = SINCE) =>
  joinModel(db, family, await createMember(db, stage.tied), { office: 'head', from });
const house = async (from: Day = SINCE) => {
  const household = await createHousehold(db, stage.tied, await createMember(db, stage.tied));
  await write(db, [
    ['model_household', { id: newId(), model_id: family.id, household_id: household.id, valid_from: from }],
  ]);
};
const gapOfTied = async () => (await listGaps(province, an().id))?.find(({ unitId }) => unitId === stage.tied.id);

describe('a ruling that asks for households', () => {
  test('counts a family from its day on only with a board and a household; days before keep theirs', async () => {
    expect(await counted('2026-09-30')).toBe(2);
    await rule(SINCE);
    expect([await counted('2026-08-31'), await counted(SINCE)]).toEqual([2, 0]);
    expect(await findPublishedReading(SINCE)).toEqual({ reading: 'tied', households: true, since: SINCE });
    expect((await listPublishedRulings())[0]).toMatchObject({ households: true });
    await house();
    expect(await counted(SINCE)).toBe(0);
    await seat('2026-09-10');
    expect([await counted('2026-09-09'), await counted('2026-09-10')]).toEqual([0, 1]);
    await db.modelHousehold.updateMany({ where: { modelId: family.id }, data: { validTo: toDate('2026-09-20') } });
    expect([await counted('2026-09-19'), await counted('2026-09-20')]).toEqual([1, 0]);
  });

  test('makes what is missing a gap with its deed: households first, then a board', async () => {
    await rule(SINCE);
    expect(await gapOfTied()).toMatchObject({
      missing: ['households'],
      because: [],
      remedy: { deed: 'house', modelId: family.id, lacks: 'households' },
    });
    await house();
    expect(await gapOfTied()).toMatchObject({ remedy: { deed: 'house', lacks: 'board' } });
    await seat();
    expect(await gapOfTied()).toBeUndefined();
  });

  test('ends with the next ruling, and withdrawn before its day asks for nothing', async () => {
    await rule(SINCE);
    const soon = addDays(today(), 20);
    await rule(soon, 'tied', false);
    expect([await counted(addDays(soon, -1)), await counted(soon)]).toEqual([0, 2]);
    const later = await rule(addDays(soon, 20));
    expect(await counted(addDays(soon, 20))).toBe(0);
    expect(await withdrawRuling(province, { rulingId: later, reason: 'Ký nhầm' })).toMatchObject({ ok: true });
    expect(await counted(addDays(soon, 20))).toBe(2);
  });

  test('is said by reports from its day on, and definitions say that it may ask', async () => {
    await rule(SINCE);
    const { path } = await db.unitSpan.findFirstOrThrow({ where: { unitId: stage.an.id }, select: { path: true } });
    const placed = { id: stage.an.id, path };
    expect((await readPlace(province, placed, SINCE)).households).toBe(true);
    expect((await readPlace(province, placed, '2026-08-31')).households).toBe(false);
    for (const [locale, words] of [
      ['vi', 'chỉ tính khi có ban chủ nhiệm và ít nhất một hộ'],
      ['en', 'only with a board and at least one household'],
    ] as const)
      for (const code of ['coverage_sub_association', 'coverage_group', 'family_only_group'] as const)
        expect((await listPublishedDefinitions(locale, [code]))[0]?.gaps).toContain(words);
  });

  test('asks for nothing where only pairs count, and is another ruling than the same reading without', async () => {
    await rule('2026-06-01', 'pair');
    expect((await findPublishedReading('2026-06-01')).households).toBe(false);
    await rule('2026-07-01', 'family', false);
    const same = await ruleCoverage(province, { reading: 'family', from: SINCE, decision: 'Quyết định 13' });
    expect(same).toMatchObject({ problem: 'ruled-already' });
    await rule(SINCE, 'family');
    expect([await counted('2026-08-31'), await counted(SINCE)]).toEqual([4, 0]);
  });
});

describe('while none asks', () => {
  test('boards and households move nothing, and of a closed month neither do they', async () => {
    await lockPeriod(stage.an, SINCE, '2026-10-01');
    await house();
    await seat();
    expect(await counted('2026-09-30')).toBe(2);
  });

  test('where one asks, a closed month keeps its households', async () => {
    await rule(SINCE);
    await house();
    await seat();
    await lockPeriod(stage.an, SINCE, '2026-10-01');
    const end = (day: Day) =>
      db.modelHousehold.updateMany({ where: { modelId: family.id }, data: { validTo: toDate(day) } });
    expect(firstOpenDay(await end('2026-09-20').catch((error: unknown) => error))).toBe('2026-10-01');
    expect(await counted('2026-09-30')).toBe(1);
    await end('2026-10-01');
    expect([await counted('2026-09-30'), await counted('2026-10-01')]).toEqual([1, 0]);
  });

  test('of who signs and who writes a household at once one sees the other', async () => {
    await seat('2026-08-01');
    await Promise.all([rule(SINCE), house('2026-08-01')]);
    expect(await counted('2026-09-30')).toBe(1);
  });
});
