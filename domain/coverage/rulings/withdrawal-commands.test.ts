import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { makeIndicatorStage } from '@/test/stages/coverage/indicators';
import { lockPeriod, makeViewer, nothing } from '@/test/union';
import { findPublishedDay } from '../queries';
import type { SignableReading } from './ruling';
import { ruleCoverage, withdrawRuling } from './ruling-commands';
import { findPublishedReading, listPublishedRulings } from './ruling-queries';

let stage: Awaited<ReturnType<typeof makeIndicatorStage>>;
let province: Viewer;
const REASON = 'Ký nhầm ngày';

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

const ruled = async (reading: SignableReading, from: Day) => {
  const result = await ruleCoverage(province, { reading, from, decision: 'Quyết định số 12/QĐ-BTV' });
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
};
const withdrawn = async (rulingId: string, viewer = province) => {
  const result = await withdrawRuling(viewer, { rulingId, reason: REASON });
  return result.ok ? 'done' : result.problem;
};
const readingOn = async (day: Day) => (await findPublishedReading(day)).reading;

describe('a ruling whose day has not come', () => {
  test('is withdrawn with its reason, stays on record, and days to come are counted as before', async () => {
    const [soon, later] = [addDays(today(), 30), addDays(today(), 60)];
    await ruled('both', '2026-06-01');
    const mistaken = await ruled('pair', soon);
    expect([await readingOn(soon), await readingOn(later)]).toEqual(['pair', 'pair']);
    expect(await withdrawn(mistaken)).toBe('done');
    expect([await readingOn(soon), await readingOn(later)]).toEqual(['both', 'both']);
    expect((await findPublishedDay(soon)).signed).toEqual({ reading: 'both', households: false, since: '2026-06-01' });
    const [said, before] = await listPublishedRulings();
    expect(said).toMatchObject({ id: mistaken, withdrawn: { by: province.displayName, reason: REASON } });
    expect(before).toMatchObject({ from: '2026-06-01', to: null, withdrawn: null });
    const entries = await db.auditEntry.count({ where: { action: 'withdrawRuling', subjectId: mistaken } });
    expect(entries).toBe(1);
  });

  test('leaves its days to the one before it, up to the next one, and its own day free for another', async () => {
    const [soon, later] = [addDays(today(), 30), addDays(today(), 60)];
    await ruled('both', '2026-06-01');
    const middle = await ruled('pair', soon);
    await ruled('family', later);
    expect(await withdrawn(middle)).toBe('done');
    expect([await readingOn(addDays(later, -1)), await readingOn(later)]).toEqual(['both', 'family']);
    await forget();
    const only = await ruled('pair', soon);
    expect(await withdrawn(only)).toBe('done');
    expect(await findPublishedReading(soon)).toEqual({ reading: 'tied', households: false, since: null });
    await ruled('pair', soon);
    expect(await readingOn(soon)).toBe('pair');
  });

  test('is withdrawn once by two at once, and of one who rules after it meanwhile nothing is lost', async () => {
    const [soon, later] = [addDays(today(), 30), addDays(today(), 60)];
    const id = await ruled('pair', soon);
    const said = await Promise.all([withdrawn(id), withdrawn(id), ruled('family', later)]);
    expect(said.slice(0, 2).sort()).toEqual(['done', 'ruling-withdrawn']);
    expect([await readingOn(soon), await readingOn(later)]).toEqual(['tied', 'family']);
  });
});

describe('withdrawing is refused', () => {
  test('of a ruling whose day is here, today or long ago, by the command and by the database', async () => {
    const first = await ruled('both', '2026-06-01');
    const now = await ruled('pair', today());
    for (const id of [first, now]) {
      expect(await withdrawn(id)).toBe('ruling-in-force');
      const taken = { withdrawnAt: new Date(), withdrawnById: province.accountId, withdrawReason: REASON };
      const { validFrom } = await db.coverageRuling.findUniqueOrThrow({ where: { id }, select: { validFrom: true } });
      const change = db.coverageRuling.updateMany({ where: { id }, data: { ...taken, validTo: validFrom } });
      await expect(change).rejects.toThrow('ruling_kept');
    }
    expect(await readingOn(today())).toBe('pair');
  });

  test('to everybody but the province, and of what is none', async () => {
    const id = await ruled('pair', addDays(today(), 1));
    for (const [role, unit] of [
      ['commune_official', stage.an],
      ['province_official', stage.an],
      ['viewer', stage.province],
    ] as const)
      expect(await withdrawn(id, await makeViewer(role, unit)), role).toBe('not-allowed');
    expect(await withdrawn(nothing)).toBe('not-found');
    expect(await readingOn(addDays(today(), 1))).toBe('pair');
  });

  test('for a day that is closed, and by the database for what was ended: a past end is not moved', async () => {
    const first = await ruled('both', '2026-06-01');
    const second = await ruled('pair', today());
    const move = (id: string, validTo: Day) =>
      db.coverageRuling.updateMany({ where: { id }, data: { validTo: toDate(validTo) } });
    await expect(move(first, addDays(today(), 5))).rejects.toThrow('ruling_kept');
    const soon = addDays(today(), 30);
    const third = await ruled('both', soon);
    await lockPeriod(stage.an, soon, addDays(soon, 30));
    expect(await withdrawn(third)).toBe('period-locked');
    await expect(move(second, addDays(soon, 1))).rejects.toThrow('is closed');
  });

  test('a withdrawn one is neither changed nor taken away', async () => {
    const id = await ruled('pair', addDays(today(), 30));
    await withdrawn(id);
    const change = (data: Parameters<typeof db.coverageRuling.updateMany>[0]['data']) =>
      db.coverageRuling.updateMany({ where: { id }, data });
    await expect(change({ validTo: null })).rejects.toThrow('ruling_kept');
    await expect(change({ withdrawReason: 'Lý do khác' })).rejects.toThrow('ruling_kept');
    await expect(change({ withdrawnAt: null })).rejects.toThrow('ruling_kept');
  });
});
