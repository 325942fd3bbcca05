import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { jobNames } from '@/domain/jobs/job';
import { listTroubledJobs } from '@/domain/jobs/queries';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { daysToCompare } from './comparison';
import { compareCoverage, seeDifferences } from './comparison-commands';
import { listUnseenDifferences } from './comparison-queries';

let union: TestUnion;
let administrator: Viewer;
let official: Viewer;
/** Whoever changes the database by hand. */
let hand: pg.Client;

beforeAll(async () => {
  union = await makeUnion();
  administrator = await makeViewer('system_administrator', union.province);
  official = await makeViewer('province_official', union.province);
  hand = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await hand.connect();
  for (const unit of [union.khuPho5, union.ongHuong]) {
    const family = await createModel(db, unit, { kind: 'digital_family' });
    const [guide, learner] = [await createMember(db, unit), await createMember(db, unit)];
    const pair = await createPair(db, unit, guide, learner, { from: '2026-02-01' });
    await db.pairTie.create({ data: { pairId: pair.id, modelId: family.id, validFrom: new Date('2026-02-01') } });
  }
});
beforeEach(async () => {
  await compareCoverage();
  await seeDifferences(administrator);
  const dueAt = new Date(Date.now() + 3_600_000);
  await db.job.createMany({ data: jobNames.map((name) => ({ name, dueAt })), skipDuplicates: true });
});
afterAll(() => hand.end());

const covered = async (communeId: string) =>
  (
    await db.$queryRaw<{ covered: number }[]>`
      SELECT covered FROM app.coverage(${today()}::date) WHERE commune_id = ${communeId}::uuid AND level = 'sub_association'`
  )[0]?.covered;
const spoilUnit = (unitId: string) =>
  hand.query(`UPDATE derived.coverage_span SET tied = '{}' WHERE unit_id = $1`, [unitId]);

test('where nothing differs it says so and nobody is troubled', async () => {
  expect(await compareCoverage()).toBe(0);
  expect(await listUnseenDifferences(administrator)).toEqual([]);
  expect(await listTroubledJobs(administrator)).toHaveLength(0);
});

test('a row that was put wrong by hand is found, mended and told to the administrator until she has seen it', async () => {
  expect(await covered(union.longHung.id)).toBe(1);
  await spoilUnit(union.khuPho5.id);
  expect(await covered(union.longHung.id)).toBe(0);

  let told = 0;
  expect(await compareCoverage(undefined, () => told++)).toBe(1);
  expect([await covered(union.longHung.id), told]).toEqual([1, 1]);
  expect(await listUnseenDifferences(administrator)).toMatchObject([
    { communeName: 'Long Hưng', units: 1, unmended: 0, counts: 0 },
  ]);
  expect(await listTroubledJobs(administrator)).toHaveLength(1);
  expect(await listUnseenDifferences(official)).toEqual([]);
  expect(await seeDifferences(official)).toEqual({ ok: false, problem: 'not-found' });

  expect(await seeDifferences(administrator)).toEqual({ ok: true, value: { seen: 1 } });
  expect(await listTroubledJobs(administrator)).toHaveLength(0);
  const entry = await db.auditEntry.findFirst({ where: { action: 'seeDifferences' }, orderBy: { id: 'desc' } });
  expect(entry).toMatchObject({ actorId: administrator.accountId, change: { name: 'coverage', count: 1 } });
});

test('a unit that is missing or left over in what is kept, and wrong counts of a commune, are mended too', async () => {
  await hand.query('DELETE FROM derived.coverage_span WHERE unit_id = $1', [union.khuPho5.id]);
  await hand.query(
    `INSERT INTO derived.coverage_span SELECT $1, '2000-01-01', '2001-01-01', level, commune_id, sub_association_id, family, pair, tied
     FROM derived.coverage_span WHERE unit_id = $1`,
    [union.ongHuong.id],
  );
  expect(await compareCoverage()).toBe(2);
  await hand.query('SELECT derived.add_steps(0)');
  await hand.query('UPDATE derived.coverage_count SET covered = covered + 3 WHERE commune_id = $1', [
    union.trangDai.id,
  ]);
  expect(await covered(union.trangDai.id)).toBe(4);
  expect(await compareCoverage()).toBeGreaterThan(0);
  expect([await covered(union.longHung.id), await covered(union.trangDai.id)]).toEqual([1, 1]);
  expect(await compareCoverage()).toBe(0);
});

test('two who compare at once find it once', async () => {
  await spoilUnit(union.khuPho5.id);
  const found = await Promise.all([compareCoverage(), compareCoverage(), compareCoverage()]);
  expect(found.sort()).toEqual([0, 0, 1]);
  expect(await listUnseenDifferences(administrator)).toHaveLength(1);
});

test('stopped in the middle, what was found stays, and the next run finds the rest', async () => {
  for (const unit of [union.khuPho5, union.ongHuong]) await spoilUnit(unit.id);
  let steps = 0;
  expect(await compareCoverage(async () => ++steps <= 1)).toBe(1);
  expect(await listUnseenDifferences(administrator)).toHaveLength(1);
  expect(await compareCoverage()).toBe(1);
  expect(await listUnseenDifferences(administrator)).toHaveLength(2);
  expect([await covered(union.longHung.id), await covered(union.trangDai.id)]).toEqual([1, 1]);
});

test('compared are eight days: today, five ends of months behind, and the ends of two years', () => {
  expect(daysToCompare('2027-01-31')).toEqual([
    '2027-01-31',
    '2026-12-31',
    '2026-11-30',
    '2026-10-31',
    '2026-07-31',
    '2026-01-31',
    '2027-12-31',
    '2028-12-31',
  ]);
});
