import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { makeCovered } from '@/test/stages/coverage/spot-checks';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { commitmentOf, drawFrom } from './drawing/draw';
import { previewDraw } from './drawing/preview-queries';
import { closeDueRounds } from './due-round-commands';
import { announceSpotRound, closeSpotRound, drawSpotRound, withdrawSpotRound } from './round-commands';
import { findRoundList, findSpotRound, listSpotRounds } from './round-queries';
import { findLastBand, findPublishedBand } from './tally-queries';

let union: TestUnion;
let province: Viewer;
/** 26440 borders 26432 and 26450 of the real communes */
let communes: Record<'a' | 'b', TestUnit>;
let officialOfB: string;

/** What stays on record is taken away between tests by the owner of the tables alone. */
async function asOwner(sql: string) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`SET session_replication_role = replica; ${sql}`);
  await owner.end();
}

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  communes = {
    a: await makeCovered(union.province, { name: 'An Lộc', code: '25432' }, 12),
    b: await makeCovered(union.province, { name: 'Bình Long', code: '25441' }, 6),
  };
  officialOfB = (await createAccountWithRole(db, 'commune_official', [communes.b])).id;
});
beforeEach(() => asOwner('DELETE FROM spot_check; DELETE FROM spot_stratum; DELETE FROM spot_round'));

const announce = (viewer = province, more = {}) =>
  announceSpotRound(viewer, { countedOn: addDays(today(), -1), percent: 20, lastDay: addDays(today(), 7), ...more });
const announced = async () => {
  const result = await announce();
  return result.ok ? { roundId: result.value.id, version: 1 } : expect.unreachable();
};
const drawn = async () => {
  const round = await announced();
  expect(await drawSpotRound(province, round)).toMatchObject({ ok: true });
  return { ...round, version: 2 };
};

describe('a round', () => {
  test('commits to its seed before the draw and tells it after: whoever has the list repeats the draw', async () => {
    const round = await announced();
    const before = await findSpotRound(province, round.roundId);
    expect(before).toMatchObject({ state: 'announced', seed: null, tallies: [] });
    expect(await findRoundList(province, round.roundId)).toBeNull();
    expect((await findPublishedBand()).running).toEqual({ commitment: before?.commitment, announcedOn: today() });
    await drawSpotRound(province, round);
    const after = await findSpotRound(province, round.roundId);
    expect(commitmentOf(after?.seed ?? '')).toBe(before?.commitment);
    const list = (await findRoundList(province, round.roundId)) ?? expect.unreachable();
    expect(list.rows).toHaveLength(18);
    for (const { name, drawn: count } of after?.tallies ?? []) {
      const rows = list.rows.filter(({ stratum }) => stratum === name);
      const again = drawFrom(list.seed, rows.map(({ unitId }) => unitId).reverse(), count);
      expect(again.sort()).toEqual(rows.flatMap((row) => (row.drawn ? row.unitId : [])).sort());
    }
  });

  test('draws as many as its preview says, of covered units of that day alone, and hands each to a neighbour or the province', async () => {
    const preview = await previewDraw(province, addDays(today(), -1), 20);
    const { roundId } = await drawn();
    const checks = await db.spotCheck.findMany({
      where: { roundId },
      select: { visitorId: true, unit: { select: { unitSpans: { select: { communeId: true }, take: 1 } } } },
      take: 50,
    });
    expect(checks).toHaveLength(preview?.drawn ?? 0);
    expect(preview).toMatchObject({ listed: 18, drawn: 4, officials: 1 });
    for (const { visitorId, unit } of checks)
      expect(visitorId).toBe(unit.unitSpans[0]?.communeId === communes.a.id ? officialOfB : null);
  });

  test('stays as it was announced and drawn, whoever asks the database to change it', async () => {
    const { roundId } = await drawn();
    const where = { id: roundId };
    await expect(db.spotRound.updateMany({ where, data: { seed: 'b'.repeat(32) } })).rejects.toThrow();
    await expect(asChanged(`UPDATE spot_round SET percent = 5`)).rejects.toThrow('stays as it was announced');
    await expect(asChanged(`DELETE FROM spot_round`)).rejects.toThrow();
    await expect(asChanged(`UPDATE spot_stratum SET unit_ids = '{}'`)).rejects.toThrow('append-only');
    await expect(asChanged(`DELETE FROM spot_check`)).rejects.toThrow('stays as it was drawn');
    await expect(asChanged(`UPDATE spot_check SET unit_id = '${union.khuPho5.id}'`)).rejects.toThrow(
      'stays as it was drawn',
    );
  });

  test('is one at a time, of two who announce, and is drawn once, of two who draw', async () => {
    const said = await Promise.all([announce(), announce(), announce()]);
    expect(said.filter(({ ok }) => ok)).toHaveLength(1);
    for (const each of said) if (!each.ok) expect(each.problem).toBe('one-at-a-time');
    const [{ id: roundId = '' } = {}] = await listSpotRounds(province);
    const draws = await Promise.all([1, 1].map((version) => drawSpotRound(province, { roundId, version })));
    expect(draws.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('that was announced and never drawn is withdrawn, and stays on record', async () => {
    const round = await announced();
    expect(await withdrawSpotRound(province, round)).toMatchObject({ ok: true });
    expect(await drawSpotRound(province, { ...round, version: 2 })).toMatchObject({ problem: 'not-open' });
    expect((await listSpotRounds(province)).map(({ state, seed }) => [state, seed])).toEqual([['withdrawn', null]]);
    expect(await withdrawSpotRound(province, await drawn())).toMatchObject({ problem: 'drawn-already' });
  });

  test('is refused for a day to come, before the record, and for a last day of today or months ahead', async () => {
    const of = async (more: object) => {
      const result = await announce(province, more);
      return result.ok ? 'done' : result.problem;
    };
    expect(await of({ countedOn: addDays(today(), 1) })).toBe('day-to-come');
    expect(await of({ countedOn: '2025-07-31' })).toBe('before-record');
    expect(await of({ lastDay: today() })).toBe('last-day-too-early');
    expect(await of({ lastDay: addDays(today(), 61) })).toBe('last-day-too-late');
    const round = await announced();
    expect(await closeSpotRound(province, round)).toMatchObject({ problem: 'not-open' });
  });

  test('is announced, drawn, seen and listed by the province alone', async () => {
    const round = await drawn();
    for (const [role, unit] of [
      ['province_official', communes.a],
      ['commune_official', communes.a],
      ['viewer', union.province],
      ['editor', union.province],
    ] as const) {
      const viewer = await makeViewer(role, unit);
      for (const deed of [drawSpotRound, closeSpotRound, withdrawSpotRound])
        expect(await deed(viewer, round), role).toEqual({ ok: false, problem: 'not-allowed' });
      expect(await previewDraw(viewer, today(), 3)).toBeNull();
      if (role === 'viewer') continue;
      expect(await findSpotRound(viewer, round.roundId)).toBeNull();
      expect(await findRoundList(viewer, round.roundId)).toBeNull();
      expect(await listSpotRounds(viewer)).toEqual([]);
    }
  });
});

describe('the end of a round', () => {
  test('comes by itself when its last day is over, once; what was not answered is not seen', async () => {
    const { roundId } = await drawn();
    expect(await closeDueRounds()).toBe(0);
    await asOwner(`UPDATE spot_round SET ends_on = '${today()}'`);
    expect([await closeDueRounds(), await closeDueRounds()]).toEqual([1, 0]);
    expect(await findSpotRound(province, roundId)).toMatchObject({ state: 'closed' });
    const last = await findLastBand(province);
    expect(last?.band).toMatchObject({ drawn: 4, seen: 0, least: 0, most: 1 });
    expect(last?.lastDay).toBe(addDays(today(), -1));
    expect((await findPublishedBand()).told).toBeNull();
    const entries = await db.auditEntry.findMany({
      where: { subjectId: roundId },
      orderBy: { id: 'asc' },
      take: 9,
      select: { action: true, actorId: true },
    });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['announceSpotRound', province.accountId],
      ['drawSpotRound', province.accountId],
      ['closeSpotRound', null],
    ]);
  });

  test('is told at work with what was found here and there, and in public once enough of it was seen', async () => {
    const round = await drawn();
    await db.spotCheck.updateMany({
      where: { roundId: round.roundId, visitorId: officialOfB },
      data: { result: 'held', parts: [], seenOn: toDate(today()), answeredAt: new Date() },
    });
    expect(await findLastBand(province)).toBeNull();
    expect(await closeSpotRound(province, round)).toMatchObject({ ok: true });
    const official = await makeViewer('commune_official', communes.a);
    const band = await findLastBand(official, communes.a.id);
    const ofA = await db.spotCheck.count({ where: { roundId: round.roundId, visitorId: officialOfB } });
    expect(band).toMatchObject({ complete: false, here: { drawn: ofA, held: ofA, differs: 0 } });
    expect(await findLastBand(await makeViewer('trainer', communes.a))).toBeNull();
    expect(await findPublishedBand()).toEqual({ told: null, running: null });
  });
});

/** As the owner of the tables, with every rule of theirs in force. */
async function asChanged(sql: string) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(sql).finally(() => owner.end());
}
