import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { beginAsking, keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '../client';
import { keptCount, keptUntilWritten } from './kept-until-written';
import { keepNothing, keepValues, keptValue } from './kept-values';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const howMany = () => db.unit.count();
// what Prisma makes for its first question stays
beforeAll(howMany);
beforeEach(keepValues);
afterEach(keepNothing);

const answer = new AsyncLocalStorage<object>();
const viewer: Viewer = {
  accountId: '01990000-0000-7000-8000-000000000001',
  personId: null,
  displayName: 'Thử',
  locale: 'vi',
  grants: [],
};

/** An answer in which this was asked for, once it is over. */
async function answered(ask: () => Promise<unknown>): Promise<WeakRef<object>> {
  const page = { words: 'All that is known of an answer, its page too.' };
  await answer.run(page, ask);
  return new WeakRef(page);
}

const TURNS_MAX = 50;

/** What nobody holds is gone after a few turns: its last ones may still stand in the stack, or in what a busy machine has not got to. */
async function collected(page: WeakRef<object>): Promise<void> {
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    await nextTurn();
    collect();
    if (!page.deref()) return;
  }
}

const askings: Record<string, () => Promise<unknown>> = {
  'a value': () => keptValue('units', ['units'], howMany),
  'a count': () => keptCount('units counted', ['units'], howMany),
  'a reading that is kept until something is written': () => keptUntilWritten('units read', howMany),
  'whoever asked, and what was read for her': () => {
    beginAsking(viewer);
    return keptFor(viewer, 'her units', howMany);
  },
};

for (const [what, ask] of Object.entries(askings)) {
  test(`${what} holds nothing of the answer for which it was read`, async () => {
    const page = await answered(ask);
    await collected(page);
    expect(page.deref()).toBeUndefined();
    expect(await ask()).toEqual(expect.any(Number));
  });
}

test('an answer is held for as long as a promise that was made in it', async () => {
  const promises: Promise<unknown>[] = [];
  const page = await answered(async () => promises.push(Promise.resolve()));
  await nextTurn();
  collect();
  expect([page.deref(), promises.length]).toEqual([expect.any(Object), 1]);
});
