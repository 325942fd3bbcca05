import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createMember } from '@/test/factories/people';
import { makeUnion, type TestUnion } from '@/test/union';
import { beginAsking, goOnAsking, keptFor, keptThisMinute } from './kept-queries';
import type { Viewer } from './viewer';

let union: TestUnion;
beforeAll(async () => {
  union = await makeUnion();
});
beforeEach(keepValues);
afterEach(keepNothing);

/** The account as one request gets it: each has an object of its own, and all that it reads is one asking. */
function asks(grants: Viewer['grants'] = []): Viewer {
  const accountId = '01990000-0000-7000-8000-000000000001';
  const viewer: Viewer = { accountId, personId: null, displayName: 'Thử', locale: 'vi', grants };
  beginAsking(viewer);
  return viewer;
}

const membersIn = async () => ({ members: await db.membership.count({ where: { unitId: union.khuPho5.id } }) });
const join = () => createMember(db, union.khuPho5, {});

for (const [name, keeps] of Object.entries({ keptFor, keptThisMinute })) {
  const count = (viewer: Viewer) => keeps(viewer, 'members', membersIn);

  test(`${name}: whoever asks after something was written is told of it, as often as it is written`, async () => {
    for (let times = 0; times < 3; times++) {
      const { members } = await count(asks());
      await join();
      expect(await count(asks())).toEqual({ members: members + 1 });
    }
  });

  test(`${name}: eight write while sixteen ask, and nobody is told fewer than there were when she asked`, async () => {
    const writes = Array.from({ length: 8 }, async () => {
      for (let times = 0; times < 3; times++) await join();
    });
    const looks = Array.from({ length: 16 }, async () => {
      for (let times = 0; times < 6; times++) {
        const { members: least } = await membersIn();
        expect((await count(asks())).members).toBeGreaterThanOrEqual(least);
      }
    });
    await Promise.all([...writes, ...looks]);
    expect(await count(asks())).toEqual(await membersIn());
  });

  test(`${name}: a role more or less is another viewer, who is told what she would read herself`, async () => {
    const grant = { role: 'viewer', unitId: union.khuPho5.id, path: '/1/' } as const;
    expect(await keeps(asks(), 'place', async () => ({ place: 'none' }))).toEqual({ place: 'none' });
    expect(await keeps(asks([grant]), 'place', async () => ({ place: 'hers' }))).toEqual({ place: 'hers' });
  });
}

test('all of one page is as of when it was asked for, also what is read after others wrote', async () => {
  const page = asks();
  const before = await keptFor(page, 'members', membersIn);
  await join();
  expect(await keptFor(page, 'members', membersIn)).toBe(before);
  expect((await keptFor(asks(), 'members', membersIn)).members).toBe(before.members + 1);
});

test('the asking goes on as she is at one of her places: what is read there is as of the same', async () => {
  const page = asks();
  await keptFor(page, 'something', async () => ({}));
  const [at, alone] = [{ ...page }, { ...page }];
  goOnAsking(page, at);
  const before = await keptFor(at, 'members at her place', membersIn);
  await join();
  expect(await keptFor(at, 'members at her place', membersIn)).toBe(before);
  expect((await keptFor(alone, 'members at her place', membersIn)).members).toBe(before.members + 1);
});
