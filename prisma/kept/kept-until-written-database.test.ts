import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Claim, claimJob, markDone, markFailed, openJobs } from '@/server/jobs/claims';
import { createMember } from '@/test/factories/people';
import { makeUnion, type TestUnion } from '@/test/union';
import { db, transaction } from '../client';
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

/** The number that the next transaction which writes will have. */
const xidNext = async () => {
  const [row] = await db.$queryRaw<{ next: string }[]>`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next`;
  return BigInt(row?.next ?? 0);
};

/** Two counts, one after the other, between two looks at how far the server is: other tests may write to it as well. */
async function countTwice(): Promise<'disturbed' | 'kept' | 'read twice'> {
  const far = () => db.$queryRaw<{ at: string }[]>`SELECT pg_current_snapshot()::text AS at`.then(([row]) => row?.at);
  const [from, before] = [await far(), readings];
  await count();
  await count();
  if ((await far()) !== from) return 'disturbed';
  return readings - before < 2 ? 'kept' : 'read twice';
}

test('a count is read once while nobody writes', async () => {
  const seen = new Set<string>();
  await expect.poll(async () => seen.add(await countTwice()).has('kept'), { timeout: 60_000 }).toBe(true);
  expect([...seen]).not.toContain('read twice');
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

test('a run of a job that moves nothing leaves what is kept, and one that mends a failure does not', async () => {
  const name = `job ${union.khuPho5.id}`;
  await openJobs([name]);
  const run = async () => {
    const claim = (await claimJob([name])) as Claim;
    await markDone(claim, 0, 0);
  };
  const seen = new Set<string>();
  const around = async () => {
    const [from, before] = [await xidNext(), readings];
    await count();
    await run();
    await count();
    // its two transactions and no other
    return (await xidNext()) - from > 2n ? 'disturbed' : readings - before < 2 ? 'kept' : 'read twice';
  };
  await expect.poll(async () => seen.add(await around()).has('kept'), { timeout: 60_000 }).toBe(true);
  expect([...seen]).not.toContain('read twice');
  await count();
  await markFailed((await claimJob([name])) as Claim, 'broken');
  const failed = readings;
  await count();
  expect(readings).toBe(failed + 1);
  await db.job.update({ where: { name }, data: { dueAt: new Date(0) } });
  await count();
  await run();
  await count();
  expect(readings).toBe(failed + 3);
});

test('where nothing is kept the database is not asked how far it is', async () => {
  keepNothing();
  const asked = vi.spyOn(db, '$queryRaw');
  await count();
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
