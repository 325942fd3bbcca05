import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { endPair, tiePair } from './change-commands';
import { pairUp } from './commands';
import { LEARNERS_MAX } from './pair';
import { findPair, listPairsOfPerson } from './queries';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const from = addDays(today(), 30);
const never = { version: 1, never: 'on' as const, reason: 'mistake' as const };

/** Two members who are to be paired in a month. */
async function announced() {
  const [instructorId, learnerId] = [await makeMember(union.to1), await makeMember(union.to1, 'Võ Thị Sáu')];
  const input = { unitId: union.to1.id, instructorId, learnerId, from };
  const paired = await pairUp(official, input);
  return { input, pairId: paired.ok ? paired.value.id : expect.unreachable() };
}

describe('a pair taken back before it began', () => {
  test('leaves the two free to be paired anew on the same day; one that is announced does not', async () => {
    const { input, pairId } = await announced();
    expect(await pairUp(official, input)).toMatchObject({ problem: 'couple-stands' });
    expect(await endPair(official, { ...never, pairId })).toMatchObject({ ok: true });
    const anew = await pairUp(official, input);
    expect(anew).toMatchObject({ ok: true });
    const states = (await listPairsOfPerson(official, input.learnerId)).map(({ id, state }) => [id, state]);
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [pairId, 'ended'],
        [anew.ok ? anew.value.id : '', 'announced'],
      ]),
    );
  });

  test('is not tied to a family, and its end stays as it was written', async () => {
    const { pairId } = await announced();
    const { id: modelId } = await createModel(db, union.to1);
    await endPair(official, { ...never, pairId });
    const refused = { problem: 'already-ended', detail: { never: 'yes' } };
    expect(await tiePair(official, { pairId, version: 2, modelId, from })).toMatchObject(refused);
    const later = { pairId, version: 2, lastDay: addDays(from, 9), reason: 'moved' as const };
    expect(await endPair(official, later)).toMatchObject(refused);
    expect(await findPair(official, pairId)).toMatchObject({ state: 'ended', to: from, endReason: 'mistake' });
  });

  test('takes no place of an instructor; one that is announced takes one', async () => {
    const { input, pairId } = await announced();
    const guide = { id: input.instructorId };
    for (let at = 1; at < LEARNERS_MAX; at++)
      await createPair(db, union.to1, guide, { id: await makeMember(union.to1) });
    const one = { ...input, learnerId: await makeMember(union.to1), from: today() };
    expect(await pairUp(official, one)).toMatchObject({ problem: 'instructor-full' });
    await endPair(official, { ...never, pairId });
    expect(await pairUp(official, one)).toMatchObject({ ok: true });
  });
});
