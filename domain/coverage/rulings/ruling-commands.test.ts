import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { findIndicator } from '@/domain/indicators/queries';
import { db } from '@/prisma/client';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { lockPeriod, makeViewer, type TestUnit } from '@/test/union';
import { findPublishedFigures } from '../commune-queries';
import { listGaps } from '../gap-queries';
import { findPublishedDay, listCoverage, listPublishedTrend } from '../queries';
import { findUnitCoverage } from '../unit-coverage-queries';
import type { SignableReading } from './ruling';
import { ruleCoverage } from './ruling-commands';
import { findPublishedReading, listPublishedRulings } from './ruling-queries';

let stage: Awaited<ReturnType<typeof makeIndicatorStage>>;
let province: Viewer;
const DECISION = 'Quyết định số 12/QĐ-BTV';

/** What stays on record is taken away between tests by the owner of the tables alone. */
async function forget() {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(
    `SET session_replication_role = replica; DELETE FROM coverage_ruling; DELETE FROM report; DELETE FROM reporting_period`,
  );
  await owner.end();
}

beforeAll(async () => {
  stage = await makeIndicatorStage();
  province = await makeViewer('province_official', stage.province);
});
beforeEach(forget);

const rule = async (reading: SignableReading, from: Day, viewer = province) => {
  const result = await ruleCoverage(viewer, { reading, from, decision: DECISION });
  return result.ok ? 'done' : result.problem;
};
const an = () => stage.an as TestUnit;

/** The sub-associations of one commune that count, as every place says it; all say the same. */
async function countedOn(day: Day): Promise<number> {
  const isRow = (row: { communeId: string; level: string }) =>
    row.communeId === an().id && row.level === 'sub_association';
  const [published, listed, gaps, trend, figures, found] = await Promise.all([
    findPublishedDay(day),
    listCoverage(province, day),
    listGaps(province, an().id, day),
    listPublishedTrend([day], an().id),
    findPublishedFigures(an().id, day),
    findIndicator(province, { code: 'coverage_sub_association', unitId: an().id, day, trend: [] }),
  ]);
  const row = published.communes.find(isRow);
  const subAssociations = gaps?.filter(({ level }) => level === 'sub_association') ?? [];
  const numbers = [
    row?.covered,
    listed.find(isRow)?.covered,
    (row?.units ?? 0) - subAssociations.length,
    trend.find(({ level }) => level === 'sub_association')?.covered,
    figures.subAssociations.filter(({ covered }) => covered).length,
    found?.figure.done,
    found?.parts.filter(({ done }) => done === 1).length,
  ];
  expect(new Set(numbers), `${day}: ${numbers}`).toEqual(new Set([row?.covered]));
  return row?.covered ?? -1;
}

describe('the reading that the province signs', () => {
  test('decides from its day on in every place, and days before keep theirs', async () => {
    const FROM: Day = '2026-06-01';
    // of six units one is tied with its family for good, one since April, one untied, one has a family, two a pair alone
    const counts: Record<SignableReading, number> = { tied: 2, both: 3, family: 4, pair: 5 };
    for (const reading of ['both', 'family', 'pair'] as const) {
      await forget();
      expect(await rule(reading, FROM), reading).toBe('done');
      expect(await countedOn('2026-09-30'), reading).toBe(counts[reading]);
      expect(await countedOn('2026-05-31'), reading).toBe(counts.tied);
      expect(await findPublishedReading('2026-09-30')).toEqual({ reading, households: false, since: FROM });
      expect(await findPublishedReading('2026-05-31')).toEqual({ reading: 'tied', households: false, since: null });
    }
  });

  test('is over the readings that are less, which stay what they are', async () => {
    await rule('both', '2026-06-01');
    const { communes, province: city, signed } = await findPublishedDay('2026-09-30');
    const row = communes.find(({ communeId, level }) => communeId === an().id && level === 'sub_association');
    expect(row).toMatchObject({
      units: 6,
      covered: 3,
      tied: 2,
      bothUntied: 1,
      familyOnly: 1,
      pairOnly: 2,
      percent: 50,
    });
    expect(city.sub_association).toMatchObject({ units: 9, covered: 4 });
    expect(signed.reading).toBe('both');
  });

  test('says what is missing: what it does not ask for is no gap, and the deed that mends follows', async () => {
    await rule('family', today());
    const gaps = (await listGaps(province, an().id)) ?? [];
    expect(gaps.filter(({ level }) => level === 'sub_association').map(({ missing }) => missing)).toEqual([
      ['family'],
      ['family'],
    ]);
    expect(gaps.every(({ remedy }) => remedy?.deed === 'found' || remedy?.deed === 'activate')).toBe(true);
    const all = await Promise.all([stage.an, stage.binh, stage.cam].map(({ id }) => listGaps(province, id)));
    const left = (await listCoverage(province, today())).reduce((sum, row) => sum + row.units - row.covered, 0);
    expect(all.flat()).toHaveLength(left);
    await forget();
    await rule('pair', today());
    const others = (await listGaps(province, an().id)) ?? [];
    expect(others.flatMap(({ missing }) => missing).every((part) => part === 'pair')).toBe(true);
    expect(await findUnitCoverage(province, stage.tied.id)).toMatchObject({ covered: true, gap: null });
  });

  test('is on record with its paper, one after the other, and who signed stands in the trail', async () => {
    expect(await rule('both', '2026-06-01')).toBe('done');
    expect(await rule('tied', addDays(today(), 30))).toBe('done');
    const [next, first] = await listPublishedRulings();
    expect(next).toMatchObject({ reading: 'tied', from: addDays(today(), 30), to: null, decision: DECISION });
    expect(first).toMatchObject({
      reading: 'both',
      from: '2026-06-01',
      to: addDays(today(), 30),
      decidedBy: province.displayName,
    });
    const entries = await db.auditEntry.count({
      where: { actorId: province.accountId, action: 'ruleCoverage', subjectId: next?.id ?? '' },
    });
    expect(entries).toBe(1);
  });
});

describe('a ruling is refused', () => {
  test('to everybody but the province, for its commune as for all', async () => {
    for (const [role, unit] of [
      ['commune_official', stage.an],
      ['province_official', stage.an],
      ['viewer', stage.province],
      ['editor', stage.province],
    ] as const)
      expect(await rule('both', today(), await makeViewer(role, unit)), role).toBe('not-allowed');
    expect(await listPublishedRulings()).toEqual([]);
  });

  test('before the record, too far ahead, twice, and before one that stands', async () => {
    expect(await rule('both', '2025-07-31')).toBe('before-record');
    expect(await rule('both', addDays(today(), 400))).toBe('too-far');
    expect(await rule('both', today())).toBe('done');
    expect(await rule('both', addDays(today(), 1))).toBe('ruled-already');
    expect(await rule('tied', today())).toBe('ruled-already');
    expect(await rule('tied', addDays(today(), -1))).toBe('ruled-later');
  });

  test('for a day of a closed month and before it, in whatever commune; the first open day is told', async () => {
    await lockPeriod(stage.binh, '2026-08-01', '2026-09-01');
    for (const day of ['2026-08-31', '2026-08-01', '2026-03-01'] as const)
      expect(await ruleCoverage(province, { reading: 'both', from: day, decision: DECISION })).toMatchObject({
        problem: 'period-locked',
        detail: { until: '2026-09-01' },
      });
    expect(await countedOn('2026-08-31')).toBe(2);
    expect(await rule('both', '2026-09-01')).toBe('done');
    expect([await countedOn('2026-08-31'), await countedOn('2026-09-01')]).toEqual([2, 3]);
  });

  test('by the database too: what was ruled is neither changed nor taken away, nor ended within a closed month', async () => {
    await rule('both', '2026-06-01');
    await lockPeriod(stage.an, '2026-08-01', '2026-09-01');
    const change = (data: Parameters<typeof db.coverageRuling.updateMany>[0]['data']) =>
      db.coverageRuling.updateMany({ data });
    await expect(change({ reading: 'pair' })).rejects.toThrow('ruling_kept');
    await expect(change({ decision: 'Quyết định khác' })).rejects.toThrow('ruling_kept');
    await expect(change({ validTo: new Date('2026-08-15') })).rejects.toThrow('is closed');
    await expect(change({ validTo: new Date('2026-09-01') })).resolves.toEqual({ count: 1 });
  });

  test('of two at once one stands', async () => {
    const said = await Promise.all([rule('both', today()), rule('pair', today()), rule('both', today())]);
    expect(said.sort()).toEqual(['done', 'ruled-already', 'ruled-already']);
    expect(await listPublishedRulings()).toHaveLength(1);
  });
});
