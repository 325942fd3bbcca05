import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { findModel } from '@/domain/digital-models/queries';
import { findUnit } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { cover, makeSpotCheck } from '@/test/stages/coverage/spot-checks';
import { makeFormerViewer, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { countChecksWaiting, findSpotCheck, listChecksOfCommunes, listChecksToVisit } from './check-queries';
import { closeSpotRound } from './round-commands';
import { answerInput } from './spot-check';
import { answerSpotCheck, remarkOnSpotCheck, takeOverSpotCheck } from './visit-commands';

let union: TestUnion;
let province: Viewer;
/** of Trảng Dài, sent to Khu phố 5 of Long Hưng */
let visitor: Viewer;
let official: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  await cover(union.khuPho5);
  province = await makeViewer('province_official', union.province);
  visitor = await makeViewer('commune_official', union.trangDai);
  official = await makeViewer('commune_official', union.longHung);
  reader = await makeViewer('viewer', union.longHung);
});

/** What was announced stays for everybody but whoever owns the tables and silences their rules. */
async function asOwner(sql: string) {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query(`SET session_replication_role = replica; ${sql}`).finally(() => owner.end());
}

const sent = (more = {}) => makeSpotCheck({ unit: union.khuPho5, visitorId: visitor.accountId, ...more });
const answer = async (viewer: Viewer, { id, version }: { id: string; version: number }, more = {}) => {
  const result = await answerSpotCheck(viewer, { checkId: id, version, result: 'held', seenOn: today(), ...more });
  return result.ok ? 'done' : result.problem;
};

describe('whoever visits', () => {
  test('learns the name of the unit and of its commune, and what to look at; the rest of the commune is not there for her', async () => {
    const { id } = await sent();
    const check = await findSpotCheck(visitor, id);
    expect(check).toMatchObject({
      side: 'visitor',
      place: { name: 'Khu phố 5', commune: { name: 'Long Hưng' } },
      look: ['family', 'pair', 'tie'],
      unitId: null,
      remark: null,
      visitor: null,
      may: { answer: true, remark: false, takeOver: false },
    });
    const [model] = await db.digitalModel.findMany({ select: { id: true }, take: 1 });
    expect(await findModel(visitor, model?.id ?? '')).toBeNull();
    expect(await findUnit(visitor, union.khuPho5.id, 'people.see')).toBeNull();
    expect((await listChecksToVisit(visitor)).map((each) => each.id)).toEqual([id]);
    expect(await countChecksWaiting(visitor)).toMatchObject({ toVisit: 1, only: { id }, toRemedy: 0 });
  });

  test('answers, corrects it while the round is open, and no more after; the record stays as it is', async () => {
    const { id, roundId, version } = await sent();
    const before = await db.modelStatus.findMany({
      orderBy: { id: 'asc' },
      take: 9,
      select: { status: true, validTo: true },
    });
    expect(await answer(visitor, { id, version }, { result: 'differs', parts: ['pair', 'pair'] })).toBe('done');
    expect(await answer(visitor, { id, version })).toBe('changed-meanwhile');
    expect((await findSpotCheck(visitor, id))?.answer).toMatchObject({
      result: 'differs',
      parts: ['pair'],
      seenOn: today(),
    });
    expect(await answer(visitor, { id, version: version + 1 }, { parts: ['pair'] })).toBe('done');
    expect((await findSpotCheck(visitor, id))?.answer).toMatchObject({ result: 'held', parts: [] });
    expect(await closeSpotRound(province, { roundId, version: 1 })).toMatchObject({ ok: true });
    expect(await answer(visitor, { id, version: version + 2 })).toBe('round-closed');
    expect(
      await db.modelStatus.findMany({ orderBy: { id: 'asc' }, take: 9, select: { status: true, validTo: true } }),
    ).toEqual(before);
    const trail = await db.auditEntry.findMany({
      where: { subjectId: id },
      select: { action: true, change: true },
      take: 9,
    });
    expect(trail).toHaveLength(2);
    expect(JSON.stringify(trail)).not.toContain('note');
  });

  test('says when, between the draw and today, and of what was counted', async () => {
    const check = await sent();
    for (const seenOn of [addDays(today(), 1), addDays(today(), -1)])
      expect(await answer(visitor, check, { seenOn })).toBe('seen-outside-round');
    const said = { checkId: check.id, version: '1', result: 'differs', seenOn: today() };
    expect(answerInput.safeParse(said).error?.issues[0]?.message).toBe('part-needed');
    expect(answerInput.safeParse({ ...said, parts: ['family'] }).success).toBe(true);
    const { roundId, ...families } = await sent();
    await asOwner(`UPDATE spot_round SET reading = 'family' WHERE id = '${roundId}'`);
    expect(await answer(visitor, families, { result: 'differs', parts: ['pair'] })).toBe('part-not-counted');
    expect(await answer(visitor, families, { result: 'differs', parts: ['family'] })).toBe('done');
    expect(await answer(visitor, { ...families, version: 2 })).toBe('done');
  });

  test('answers no more when the last day is over, though the clock has not come to the round, and nobody takes over what is answered', async () => {
    const check = await sent({ result: 'held' });
    const takeOver = () => takeOverSpotCheck(province, { checkId: check.id, version: 1 });
    expect(await takeOver()).toEqual({ ok: false, problem: 'answered-already' });
    await asOwner(`UPDATE spot_round SET ends_on = '${today()}' WHERE id = '${check.roundId}'`);
    expect(await answer(visitor, check)).toBe('round-closed');
    expect(await takeOver()).toEqual({ ok: false, problem: 'round-closed' });
  });

  test('is nobody else: her colleague, her head, who was sent and is no official any more', async () => {
    const check = await sent();
    const colleague = await makeViewer('commune_official', union.trangDai);
    const head = await makeViewer('sub_association_head', union.khuPho5);
    for (const viewer of [colleague, official, reader, head]) {
      expect(await findSpotCheck(viewer, check.id)).toBeNull();
      expect(await answer(viewer, check)).toBe(await answer(viewer, { id: nothing, version: 1 }));
      expect(await listChecksToVisit(viewer)).toEqual([]);
    }
    const former = await makeFormerViewer('commune_official', union.trangDai);
    const left = await makeSpotCheck({ unit: union.khuPho5, visitorId: former.accountId });
    expect(await answer(former, left)).toBe('not-found');
    expect(await findSpotCheck(former, left.id)).toBeNull();
  });
});

describe('the province', () => {
  test('sees every check with who was sent, answers what fell to it and takes over what waits; a reader of it only reads', async () => {
    const check = await sent();
    expect(await answer(province, check)).toBe('not-allowed');
    const seen = await findSpotCheck(province, check.id);
    expect(seen).toMatchObject({
      side: 'province',
      visitor: visitor.displayName,
      may: { answer: false, takeOver: true },
    });
    const readsAll = await makeViewer('viewer', union.province);
    expect(await takeOverSpotCheck(readsAll, { checkId: check.id, version: 1 })).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await takeOverSpotCheck(province, { checkId: check.id, version: 1 })).toMatchObject({ ok: true });
    expect(await findSpotCheck(visitor, check.id)).toBeNull();
    expect(await answer(readsAll, { ...check, version: 2 })).toBe('not-allowed');
    expect(await answer(province, { ...check, version: 2 }, { result: 'unseen' })).toBe('done');
    expect(await countChecksWaiting(province)).toMatchObject({ toVisit: 0 });
  });
});

describe('what waits for the city', () => {
  test('is what is late, with who was sent and until when; not what has time, and for nobody else', async () => {
    await sent({ endsIn: 4 });
    expect(await countChecksWaiting(province)).toMatchObject({ late: null, toDraw: null });
    const { roundId } = await sent({ endsIn: 3 });
    expect((await countChecksWaiting(province)).late).toEqual({
      count: 1,
      roundId,
      visitors: [visitor.displayName],
      until: addDays(today(), 3),
    });
    expect((await countChecksWaiting(visitor)).late).toBeNull();
    await sent({ endsIn: 1, result: 'held' });
    expect((await countChecksWaiting(province)).late).toBeNull();
  });

  test('is a round that was announced, until it is drawn or withdrawn', async () => {
    const { roundId } = await sent({ closed: true, result: 'held' });
    const { countedOn, endsOn, seed, commitment } = await db.spotRound.findUniqueOrThrow({
      where: { id: roundId },
      select: { countedOn: true, endsOn: true, seed: true, commitment: true },
    });
    const announced = await db.spotRound.create({
      data: { countedOn, endsOn, seed, commitment, reading: 'tied', percent: 3 },
      select: { id: true },
    });
    expect((await countChecksWaiting(province)).toDraw?.roundId).toBe(announced.id);
    expect((await countChecksWaiting(official)).toDraw).toBeNull();
    await db.spotRound.update({ where: { id: announced.id }, data: { withdrawnAt: new Date() }, select: { id: true } });
    expect((await countChecksWaiting(province)).toDraw).toBeNull();
  });
});

describe('the commune that was visited', () => {
  test('reads what was found once the round is closed, not by whom, and says its word; its neighbour does not read that', async () => {
    const check = await sent({ closed: true, result: 'differs' });
    const seen = await findSpotCheck(official, check.id);
    expect(seen).toMatchObject({
      side: 'commune',
      unitId: union.khuPho5.id,
      visitor: null,
      answer: { result: 'differs', parts: ['family'] },
      may: { answer: false, remark: true, takeOver: false },
    });
    expect(await countChecksWaiting(official)).toMatchObject({ toVisit: 0, toRemedy: 1 });
    const remark = { checkId: check.id, version: 1, remark: 'Gia đình số đã ngừng từ tháng 9' };
    expect(await remarkOnSpotCheck(reader, remark)).toMatchObject({ problem: 'not-allowed' });
    expect(await remarkOnSpotCheck(province, remark)).toMatchObject({ problem: 'not-allowed' });
    expect(await remarkOnSpotCheck(official, remark)).toMatchObject({ ok: true });
    expect(await remarkOnSpotCheck(official, remark)).toMatchObject({ problem: 'changed-meanwhile' });
    expect(await countChecksWaiting(official)).toMatchObject({ toRemedy: 0 });
    expect((await findSpotCheck(province, check.id))?.remark).toBe(remark.remark);
    expect((await findSpotCheck(visitor, check.id))?.remark).toBeNull();
    const bystander = await makeViewer('commune_official', union.trangDai);
    expect(await findSpotCheck(bystander, check.id)).toBeNull();
    expect(await listChecksOfCommunes(bystander)).toEqual([]);
    expect((await listChecksOfCommunes(reader)).map(({ id }) => id)).toContain(check.id);
  });

  test('sees nothing while the round is open, and remarks on nothing', async () => {
    const check = await sent({ result: 'differs' });
    expect((await listChecksOfCommunes(official)).map(({ id }) => id)).not.toContain(check.id);
    const remark = { checkId: check.id, version: 1, remark: 'Chưa đến lúc' };
    expect(await remarkOnSpotCheck(official, remark)).toMatchObject({ problem: 'not-found' });
    expect(await remarkOnSpotCheck(official, { ...remark, checkId: nothing })).toMatchObject({ problem: 'not-found' });
  });

  test('says its word once the round is closed, and not before, also when it sees the check as its visitor', async () => {
    const [here, there] = [visitor.grants, official.grants];
    const ofBoth = { ...visitor, grants: [...here, ...there] };
    const open = await sent();
    expect(await findSpotCheck(ofBoth, open.id)).toMatchObject({ side: 'visitor', may: { remark: false } });
    const remark = { checkId: open.id, version: 1, remark: 'Chưa đến lúc' };
    expect(await remarkOnSpotCheck(ofBoth, remark)).toEqual({ ok: false, problem: 'round-open' });
    expect((await findSpotCheck(province, open.id))?.remark).toBeNull();
    expect(await closeSpotRound(province, { roundId: open.roundId, version: 1 })).toMatchObject({ ok: true });
    expect(await remarkOnSpotCheck(ofBoth, remark)).toMatchObject({ ok: true });
  });
});
