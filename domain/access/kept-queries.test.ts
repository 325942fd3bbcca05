import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { mayAnywhere } from './access';
import { keptFor, keptThisMinute } from './kept-queries';
import type { Viewer } from './viewer';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});
beforeEach(keepValues);
afterEach(keepNothing);

const count = (viewer: Viewer) =>
  keptFor(viewer, 'members of a group', async () =>
    mayAnywhere(viewer, 'people.see') ? db.membership.count({ where: { unitId: union.khuPho5.id } }) : null,
  );

test('she is told what she wrote a moment before', async () => {
  const before = (await count(official)) ?? 0;
  await createMember(db, union.khuPho5, {});
  expect(await count(official)).toBe(before + 1);
});

test('what was read for one is told to nobody else, nor to her once her roles are others, though nothing was written', async () => {
  const seen = await Promise.all([official, { ...official, accountId: union.longHung.id }].map(count));
  expect(seen).toEqual([expect.any(Number), expect.any(Number)]);
  expect(await count({ ...official, grants: [] })).toBeNull();
  expect(await count(official)).toEqual(expect.any(Number));
});

test('what is due at a minute is told from then on, and what is of a day from the next, though nobody wrote', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T16:58:59.999Z') });
  const minute = () => keptThisMinute(official, 'the minute', async () => new Date().getUTCMinutes());
  const day = () => keptFor(official, 'the day', async () => today());
  try {
    expect([await minute(), await day()]).toEqual([58, '2026-11-30']);
    vi.setSystemTime(new Date('2026-11-30T16:59:00.000Z'));
    expect([await minute(), await day()]).toEqual([59, '2026-11-30']);
    vi.setSystemTime(new Date('2026-11-30T17:00:00.000Z'));
    expect([await minute(), await day()]).toEqual([0, '2026-12-01']);
  } finally {
    vi.useRealTimers();
  }
});
