import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept-values';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { mayAnywhere } from './access';
import { keptFor } from './kept-queries';
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
