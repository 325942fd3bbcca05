import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMember } from '@/test/factories/people';
import { makeUnion, type TestUnion } from '@/test/union';
import { db, transaction } from './client';
import { keptUntilWritten } from './kept-until-written';
import { keepNothing, keepValues } from './kept-values';

let union: TestUnion;
beforeAll(async () => {
  union = await makeUnion();
});
beforeEach(keepValues);
afterEach(keepNothing);

let readings = 0;
const count = () =>
  keptUntilWritten('members of a group', async () => {
    readings++;
    return { members: await db.membership.count({ where: { unitId: union.khuPho5.id } }) };
  });
const join = (through: Parameters<typeof createMember>[0] = db) => createMember(through, union.khuPho5, {});

test('a count is read once while nobody writes, by however many ask', async () => {
  // PostgreSQL itself may write between two of them: then they are asked again
  const readFor = async () => {
    const before = readings;
    const told = await Promise.all(Array.from({ length: 16 }, count));
    return { readings: readings - before, same: new Set(told).size };
  };
  await count();
  await expect.poll(readFor).toEqual({ readings: 0, same: 1 });
});

test('whoever asks after something was written is told it, and whoever asks before it is committed is not', async () => {
  const { members } = await count();
  await transaction(async (tx) => {
    await join(tx);
    expect(await count()).toEqual({ members });
    expect(await count()).toEqual({ members });
  });
  expect(await count()).toEqual({ members: members + 1 });
});

test('what was begun before a count was kept and ended after it is counted as well', async () => {
  const { members } = await count();
  let commit: () => void = () => {};
  const open = new Promise<void>((go) => {
    commit = go;
  });
  let written: () => void = () => {};
  const isWritten = new Promise<void>((go) => {
    written = go;
  });
  const work = transaction(async (tx) => {
    await join(tx);
    written();
    await open;
  });
  await isWritten;
  await join();
  expect(await count()).toEqual({ members: members + 1 });
  commit();
  await work;
  expect(await count()).toEqual({ members: members + 2 });
});

test('eight who write and sixteen who ask at once: nobody is told less than was committed before she asked', async () => {
  let committed = (await count()).members;
  const writing = Array.from({ length: 8 }, async () => {
    for (let turn = 0; turn < 5; turn++) {
      await join();
      committed++;
    }
  });
  let writes = true;
  const asking = Array.from({ length: 16 }, async () => {
    const late: number[] = [];
    while (writes) {
      const least = committed;
      const { members } = await count();
      if (members < least) late.push(least - members);
    }
    return late;
  });
  await Promise.all(writing).finally(() => {
    writes = false;
  });
  expect((await Promise.all(asking)).flat()).toEqual([]);
  expect(await count()).toEqual({ members: committed });
});
