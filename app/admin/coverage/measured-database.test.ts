import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { listMoved, wordOfMoves } from '@/domain/coverage/moves/move-queries';
import { findUnitCoverage } from '@/domain/coverage/unit-coverage-queries';
import { addDays, today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { endPair, tiePair } from '@/domain/pairs/change-commands';
import { pairUp } from '@/domain/pairs/commands';
import { startMembership } from '@/domain/people/memberships/membership-commands';
import type { Result } from '@/domain/result';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createPerson } from '@/test/factories/people';
import { createGroup } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { type Measured, measured } from './measured';

let union: TestUnion;
let official: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const yesterday = () => addDays(today(), -1);
const done = <Value>(result: Result<Value, string>): Value => {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};
/** What her page says of a deed, as its address tells it. */
const told = async ({ id, moved }: { id: string } & Measured, viewer = official) => {
  const units = await listMoved(viewer, id, moved);
  return units?.map(({ name, way, turns, commune: { before, covered } }) => [
    name,
    way,
    turns,
    `${before} → ${covered}`,
  ]);
};

const family = (unit: Made) => createModel(db, unit, { from: addDays(today(), -20) });
const tied = async (unit: Made, tiedTo: Made, instructor?: Made) =>
  createPair(db, unit, instructor ?? (await createMember(db, unit)), await createMember(db, unit), {
    tiedTo,
    from: addDays(today(), -10),
  });
const ending = measured(endPair, ({ pairId }) => ({ pairId }));
const tying = measured(tiePair, ({ pairId, modelId }) => ({ pairId, modelId }));
const changing = measured(changeStatus, ({ modelId }) => ({ modelId }));
const joining = measured(startMembership, ({ personId }) => ({ personId }));
const noTime = { version: 1, reason: 'no-time' } as const;

test('a deed that gains a unit its coverage, one that costs it, and one that moves nothing are told so, with the figure before and after', async () => {
  const model = await family(union.to1);
  const paired = await measured(pairUp, ({ unitId }) => ({ unitId }))(official, {
    unitId: union.to1.id,
    instructorId: (await createMember(db, union.to1)).id,
    learnerId: (await createMember(db, union.to1)).id,
    from: today(),
  });
  expect(await told(done(paired))).toEqual([]);
  const { id: pairId } = done(paired);
  const bound = await tying(official, { pairId, version: 1, modelId: model.id, from: today() });
  expect(await told(done(bound))).toEqual([['Tổ 1', 'gained', null, '0 → 1']]);
  const second = await tied(union.to1, model);
  const ended = await ending(official, { pairId: second.id, ...noTime, lastDay: yesterday() });
  expect(await told(done(ended))).toEqual([]);
  const paused = await changing(official, { modelId: model.id, version: 1, status: 'paused', from: today() });
  expect(await told(done(paused))).toEqual([['Tổ 1', 'lost', null, '1 → 0']]);
  const moved = await listMoved(official, model.id, done(paused).moved);
  expect(await findUnitCoverage(official, union.to1.id, moved)).toMatchObject({
    covered: false,
    moved: 'lost',
    commune: { before: 1, covered: 0 },
    others: [],
  });
});

test('a deed that moves several units says so of each, and the figure of each level once for all of them', async () => {
  const to2 = await createGroup(db, union.khuPho5, { name: 'Tổ 2' });
  const guide = await createPerson(db, union.to1);
  for (const unit of [union.khuPho5, union.to1, to2]) await tied(unit, await family(unit), guide);
  expect(
    await told(
      done(
        await ending(official, {
          pairId: (await tied(union.khuPho6, await family(union.khuPho6))).id,
          ...noTime,
          lastDay: yesterday(),
        }),
      ),
    ),
  ).toEqual([['Khu phố 6', 'lost', null, '1 → 0']]);
  const joined = await joining(official, { personId: guide.id, unitId: union.to1.id, kind: 'member', from: today() });
  expect(await told(done(joined))).toEqual([
    ['Khu phố 5', 'gained', null, '0 → 1'],
    ['Tổ 1', 'gained', null, '0 → 2'],
    ['Tổ 2', 'gained', null, '0 → 2'],
  ]);
  const moved = await listMoved(official, guide.id, done(joined).moved);
  expect(await findUnitCoverage(official, union.to1.id, moved)).toMatchObject({
    moved: 'gained',
    commune: { before: 0, covered: 2 },
    others: [{ name: 'Khu phố 5' }, { name: 'Tổ 2', parentName: 'Khu phố 5' }],
  });
  // she is gone from there: a head who answers for another sub-association reads nothing of it
  const elsewhere = await makeViewer('sub_association_head', union.khuPho6);
  expect(
    await listMoved(elsewhere, guide.id, wordOfMoves(elsewhere, guide.id, [{ unitId: to2.id, way: 'gained' }])),
  ).toBe(null);
});

test('what is to come is told with its day, and that no figure moved today: a tie from a day on, a last day ahead', async () => {
  const model = await family(union.to1);
  const loose = await createPair(db, union.to1, await createMember(db, union.to1), await createMember(db, union.to1));
  const [from, lastDay] = [addDays(today(), 5), addDays(today(), 8)];
  const bound = await tying(official, { pairId: loose.id, version: 1, modelId: model.id, from });
  expect(await told(done(bound))).toEqual([['Tổ 1', 'later', from, '0 → 0']]);
  const moved = await listMoved(official, loose.id, done(bound).moved);
  expect(await findUnitCoverage(official, union.to1.id, moved)).toMatchObject({
    covered: false,
    moved: 'later',
    turns: from,
    gap: null,
  });
  const now = await tied(union.khuPho6, await family(union.khuPho6));
  const ended = await ending(official, { pairId: now.id, ...noTime, lastDay });
  expect(await told(done(ended))).toEqual([['Khu phố 6', 'later', addDays(lastDay, 1), '1 → 1']]);
});

test('nobody makes a page say what was not moved: a word is believed of who did it, of its record, as it was signed, and while it holds', async () => {
  const model = await family(union.to1);
  const pair = await tied(union.to1, model);
  const paused = done(await changing(official, { modelId: model.id, version: 1, status: 'paused', from: today() }));
  const word = paused.moved ?? '';
  expect(await listMoved(official, model.id, word)).toHaveLength(1);
  const forged = [
    word.replace('lost', 'gained'),
    word.replace(union.to1.id, union.khuPho6.id),
    word.split('~')[0],
    `~${word.split('~')[1]}`,
    '',
    '~',
  ];
  for (const each of forged) expect(await listMoved(official, model.id, each), each).toBe(null);
  expect(await listMoved(official, pair.id, word)).toBe(null);
  expect(await listMoved(await makeViewer('commune_official', union.longHung), model.id, word)).toBe(null);
  expect(await listMoved(official, model.id, undefined)).toBe(null);
  // and while the unit stands so: what was done again since is not told as moved
  done(await changeStatus(official, { modelId: model.id, version: 2, status: 'active', from: today() }));
  expect(await listMoved(official, model.id, word)).toBe(null);
  expect(await findUnitCoverage(official, union.to1.id, null)).toMatchObject({ covered: true, moved: null });
});

test('a deed that is refused hands on its refusal, and nothing that it moved', async () => {
  const model = await family(union.to1);
  const stale = await changing(official, { modelId: model.id, version: 7, status: 'paused', from: today() });
  expect(stale).toMatchObject({ ok: false, problem: 'changed-meanwhile' });
});
