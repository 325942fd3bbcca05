import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createMember } from '@/test/factories/people';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { findRecord } from './record';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let her: string;

beforeAll(async () => {
  union = await makeUnion();
  [official, neighbour] = (await Promise.all(
    [union.longHung, union.trangDai].map((commune) => makeViewer('commune_official', commune)),
  )) as [Viewer, Viewer];
});
beforeEach(async () => {
  keepValues();
  her = (await createMember(db, union.khuPho5, { phone: '+84912345678' })).id;
});
afterEach(keepNothing);

test('a record is read once while nobody writes, and whoever draws it can change nothing of it', async () => {
  // other tests may write to the server as well
  const twice = async () => {
    const first = await findRecord(official, her);
    return (await findRecord(official, her)) === first;
  };
  await expect.poll(twice, { timeout: 60_000 }).toBe(true);
  const record = await findRecord(official, her);
  expect(() => Object.assign(record?.person ?? {}, { name: 'khác' })).toThrow();
});

test('what was written of her is told to whoever looks next', async () => {
  await findRecord(official, her);
  await db.person.update({ where: { id: her }, data: { fullName: 'Lê Thị Mới' }, select: { id: true } });
  expect((await findRecord(official, her))?.person.name).toBe('Lê Thị Mới');
});

test('what is kept for her official is told to no neighbour, nor to herself once her role has ended, and her number stays masked', async () => {
  const record = await findRecord(official, her);
  expect(record?.person.id).toBe(her);
  expect(JSON.stringify(record)).not.toContain('912345678');
  expect(await findRecord(neighbour, her)).toBeNull();
  expect(await findRecord({ ...official, grants: [] }, her)).toBeNull();
});

test('what is no record is none, whatever stands in the address', async () => {
  expect(await Promise.all([nothing, 'new', '%00', 'x'.repeat(9_000)].map((id) => findRecord(official, id)))).toEqual(
    Array(4).fill(null),
  );
});
