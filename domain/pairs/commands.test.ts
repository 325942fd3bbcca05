import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { foundModel } from '@/domain/digital-models/commands';
import type { FoundInput } from '@/domain/digital-models/digital-model';
import { db } from '@/prisma/client';
import { createGroup } from '@/test/factories/units';
import { lockPeriod, makeMember, makeUnion, makeViewer, nothing, type TestUnion, type TestUnit } from '@/test/union';
import { endPair, tiePair } from './change-commands';
import { pairUp } from './commands';
import { LEARNERS_MAX, type PairUpInput } from './pair';
import { findPair, listPairs, listPairsOfModel } from './queries';

let union: TestUnion;
let official: Viewer;
let outsider: Viewer;
let head: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  outsider = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
});

/** Two members of a unit, to be paired there from today. */
async function couple(unit: TestUnit = union.khuPho5): Promise<PairUpInput> {
  const [instructorId, learnerId] = [await makeMember(unit, 'Phạm Thị Thảo'), await makeMember(unit, 'Võ Thị Sáu')];
  return { unitId: unit.id, instructorId, learnerId, from: today() };
}
async function paired(by: Viewer, input: PairUpInput): Promise<string> {
  const result = await pairUp(by, input);
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}
async function family(by: Viewer, unit: TestUnit, more: Partial<FoundInput> = {}): Promise<string> {
  const name = `Gia đình số ${Math.random().toString(36).slice(2)}`;
  const days = { foundedOn: addDays(today(), -30), status: 'active' as const, pilot: false };
  const result = await foundModel(by, { kind: 'digital_family', unitId: unit.id, name, ...days, ...more });
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

describe('pairing up', () => {
  test('not at a unit that is closed, nor from a day before it was there', async () => {
    const closed = await createGroup(db, union.khuPho5, { name: 'Tổ đã nhập', to: addDays(today(), -3) });
    const young = await createGroup(db, union.khuPho5, { name: 'Tổ mới lập', from: addDays(today(), -3) });
    const women = await couple();
    const at = (unit: TestUnit, from: Day) => pairUp(official, { ...women, unitId: unit.id, from });
    expect(await at(closed, today())).toMatchObject({ problem: 'unit-closed', detail: { day: addDays(today(), -3) } });
    expect(await at(young, addDays(today(), -9))).toMatchObject({ problem: 'unit-not-open' });
    expect(await at(young, today())).toMatchObject({ ok: true });
  });

  test('from a day before one of the two was a member only with a reason, which the trail keeps', async () => {
    const women = await couple();
    const [joined, earlier] = [addDays(today(), -20), addDays(today(), -30)];
    await db.membership.updateMany({ where: { personId: women.learnerId }, data: { validFrom: new Date(joined) } });
    expect(await pairUp(official, { ...women, from: earlier })).toEqual({
      ok: false,
      problem: 'before-member',
      detail: { day: joined },
    });
    expect(await pairUp(official, { ...(await couple()), from: earlier })).toMatchObject({ ok: true });
    const id = await paired(official, { ...women, from: earlier, earlierReason: 'học trước khi vào Hội' });
    expect(await db.auditEntry.findFirst({ where: { subjectId: id }, select: { change: true } })).toMatchObject({
      change: { reason: 'học trước khi vào Hội' },
    });
    const { instructorId, learnerId, unitId } = await couple();
    await db.membership.updateMany({ where: { personId: learnerId }, data: { validFrom: new Date(joined) } });
    expect(await pairUp(official, { instructorId, learnerId, unitId, from: joined })).toMatchObject({ ok: true });
  });

  test('the head of a sub-association pairs two of her members and ties them to a family of hers', async () => {
    const modelId = await family(head, union.khuPho5);
    const id = await paired(head, { ...(await couple()), modelId });
    const [pair] = await listPairsOfModel(head, modelId);
    expect(pair).toMatchObject({ id, state: 'live', instructor: { name: 'Phạm Thị Thảo' }, families: [{ modelId }] });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: 'pairUp' } })).toBe(1);
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: id }, select: { change: true }, take: 1 });
    expect(JSON.stringify(entry)).not.toContain('Thảo');
  });

  test('a pair of the unit belongs to its 1+1 model where one stands', async () => {
    const modelId = await family(official, union.khuPho6, { kind: 'one_plus_one_instructor' });
    const id = await paired(official, await couple(union.khuPho6));
    expect((await listPairsOfModel(official, modelId)).map((pair) => pair.id)).toEqual([id]);
  });

  test('a woman, a unit or a family of Trảng Dài is answered as one that does not exist', async () => {
    const input = await couple();
    const stranger = await makeMember(union.ongHuong, 'Người Trảng Dài');
    const foreign = await family(outsider, union.ongHuong);
    for (const change of [
      { learnerId: stranger },
      { learnerId: nothing },
      { instructorId: stranger },
      { unitId: union.ongHuong.id },
      { unitId: nothing },
      { modelId: foreign },
      { modelId: nothing },
    ])
      expect(await pairUp(official, { ...input, ...change })).toEqual({ ok: false, problem: 'not-found' });
    expect(await db.pair.count({ where: { learnerId: stranger } })).toBe(0);
  });

  test('whose record is erased or merged, and who left the union, is not found', async () => {
    const input = await couple();
    const left = await makeMember(union.khuPho5, 'Người đã rời');
    await db.membership.updateMany({ where: { personId: left }, data: { validTo: new Date('2026-01-01') } });
    expect(await pairUp(official, { ...input, learnerId: left })).toMatchObject({ problem: 'not-found' });
    const merged = await makeMember(union.khuPho5, 'Người đã gộp');
    await db.person.update({ where: { id: merged }, data: { mergedIntoId: input.learnerId }, select: { id: true } });
    expect(await pairUp(official, { ...input, learnerId: merged })).toMatchObject({ problem: 'not-found' });
  });

  test('nobody guides herself', async () => {
    const input = await couple();
    const alone = { ...input, learnerId: input.instructorId };
    expect(await pairUp(official, alone)).toEqual({ ok: false, problem: 'same-person' });
  });

  test('a couple is paired once at a time, whichever of the two guides, also when two offices do it at once', async () => {
    const input = await couple();
    const turned = { ...input, instructorId: input.learnerId, learnerId: input.instructorId };
    const results = await Promise.all([pairUp(official, input), pairUp(head, turned)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, problem: 'couple-stands' });
  });

  test('an instructor guides ten learners at most, counted one after the other', async () => {
    const { instructorId, unitId, from } = await couple();
    const learners: string[] = [];
    for (let at = 0; at < LEARNERS_MAX + 2; at++) learners.push(await makeMember(union.khuPho5, `Học viên ${at + 1}`));
    for (const learnerId of learners.slice(0, LEARNERS_MAX - 1))
      await paired(official, { unitId, instructorId, learnerId, from });
    const last = await Promise.all(
      learners.slice(LEARNERS_MAX - 1).map((learnerId) => pairUp(official, { unitId, instructorId, learnerId, from })),
    );
    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(last.filter((result) => !result.ok && result.problem === 'instructor-full')).toHaveLength(2);
  });

  test('tied to a family of the same unit only, to one that stands, and to nothing but a family', async () => {
    const input = await couple();
    const tied = async (modelId: string) => await pairUp(official, { ...input, modelId });
    expect(await tied(await family(official, union.khuPho6))).toMatchObject({ problem: 'family-elsewhere' });
    const club = await family(official, union.khuPho5, { kind: 'digital_womens_club' });
    expect(await tied(club)).toMatchObject({ problem: 'not-a-family' });
    expect(await db.pair.count({ where: { instructorId: input.instructorId } })).toBe(0);
  });

  test('a reader pairs nobody, a commune hosts no pair, a closed month takes none', async () => {
    const input = await couple();
    expect(await pairUp(reader, input)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await pairUp(official, { ...input, unitId: union.longHung.id })).toMatchObject({ problem: 'pair-level' });
    await lockPeriod(union.longHung, '2025-08-01', '2025-09-01');
    expect(await pairUp(official, { ...input, from: '2025-08-31' })).toMatchObject({ problem: 'period-locked' });
    expect((await pairUp(official, { ...input, from: '2025-09-01' })).ok).toBe(true);
  });
});

describe('tying and ending', () => {
  const tieOf = (pairId: string, modelId: string, from: Day = today(), version = 1) => ({
    pairId,
    modelId,
    from,
    version,
  });

  test('a pair is tied later, once at a time, and not before it began', async () => {
    const pairId = await paired(official, await couple());
    const modelId = await family(official, union.khuPho5);
    expect(await tiePair(official, tieOf(pairId, modelId, addDays(today(), -1)))).toMatchObject({
      problem: 'tie-too-early',
    });
    expect((await tiePair(official, tieOf(pairId, modelId))).ok).toBe(true);
    expect(await tiePair(official, tieOf(pairId, modelId))).toMatchObject({ problem: 'changed-meanwhile' });
    expect(await tiePair(official, tieOf(pairId, modelId, today(), 2))).toMatchObject({ problem: 'tied-already' });
    expect(await findPair(official, pairId)).toMatchObject({ version: 2, families: [{ modelId, since: today() }] });
  });

  test('a pair ends on a day, with its reason and outcome, and the two may be paired anew', async () => {
    const input = { ...(await couple()), from: addDays(today(), -20) };
    const pairId = await paired(official, input);
    const ending = {
      pairId,
      version: 1,
      lastDay: addDays(today(), -1),
      reason: 'goals-reached' as const,
      note: 'Chị Sáu tự làm được',
      outcome: 'Tự nộp hồ sơ trực tuyến',
    };
    expect(await endPair(official, { ...ending, lastDay: addDays(today(), -21) })).toMatchObject({
      problem: 'end-too-early',
    });
    expect((await endPair(official, ending)).ok).toBe(true);
    expect(await findPair(official, pairId)).toMatchObject({ state: 'ended', to: today(), endNote: ending.note });
    expect(await endPair(official, { ...ending, version: 2 })).toMatchObject({ problem: 'already-ended' });
    expect((await pairUp(official, { ...input, from: today() })).ok).toBe(true);
  });

  test('a pair of Trảng Dài is neither seen, tied nor ended from Long Hưng; a reader ends none of hers', async () => {
    const pairId = await paired(outsider, await couple(union.ongHuong));
    const modelId = await family(official, union.khuPho5);
    const ending = { version: 1, lastDay: today(), reason: 'mistake' as const };
    expect(await findPair(official, pairId)).toBeNull();
    for (const id of [pairId, nothing]) {
      expect(await endPair(official, { ...ending, pairId: id })).toEqual({ ok: false, problem: 'not-found' });
      expect(await tiePair(official, tieOf(id, modelId))).toEqual({ ok: false, problem: 'not-found' });
    }
    expect((await listPairs(official, { communeId: union.trangDai.id })).total).toBe(0);
    expect((await listPairs(official, { after: pairId })).pairs).toEqual((await listPairs(official)).pairs);
    const own = await paired(official, await couple());
    expect(await endPair(reader, { ...ending, pairId: own })).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await findPair(outsider, pairId)).toMatchObject({ state: 'live', version: 1 });
  });

  test('pairs are listed by unit, state and either name, without marks too; ended ones stay in reach', async () => {
    const input = { ...(await couple(union.to1)), from: addDays(today(), -2) };
    const pairId = await paired(head, input);
    const ids = async (filter = {}) => (await listPairs(head, filter)).pairs.map(({ id }) => id);
    expect(await ids({ unitId: union.to1.id, q: 'vo thi sau' })).toEqual([pairId]);
    expect(await ids({ subAssociationId: union.khuPho5.id })).toContain(pairId);
    await endPair(head, { pairId, version: 1, lastDay: addDays(today(), -1), reason: 'moved' });
    expect(await ids({ unitId: union.to1.id, state: 'live' })).toEqual([]);
    expect(await ids({ unitId: union.to1.id, state: 'ended' })).toEqual([pairId]);
  });

  test('a pair announced for later is seen at once and counts from its day', async () => {
    const modelId = await family(official, union.to1);
    const from = addDays(today(), 5);
    const pairId = await paired(official, { ...(await couple(union.to1)), from, modelId });
    expect(await findPair(official, pairId)).toMatchObject({ state: 'announced', from });
    const covered = async (day: Day) =>
      await db.$queryRaw<{ covered: boolean }[]>`
        SELECT covered FROM app.coverage_units(${day}::date) WHERE unit_id = ${union.to1.id}::uuid`;
    expect(await covered(addDays(from, -1))).toEqual([{ covered: false }]);
    expect(await covered(from)).toEqual([{ covered: true }]);
  });
});
