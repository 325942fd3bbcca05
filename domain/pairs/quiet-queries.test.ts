import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, instantAt, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createContact, createPair } from '@/test/factories/pairs';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { listPairs } from './queries';
import { countQuietPairs, listQuietPairs } from './quiet-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
let reader: Viewer;
const now: Day = '2026-11-20';

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
  reader = await makeViewer('viewer', union.longHung);
  // late in the evening in Viet Nam: still the 20th there, whatever the server's zone says
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(instantAt(now, '23:30'));
});
afterEach(() => {
  vi.useRealTimers();
});

async function pair(from: Day, more: { contact?: Day; to?: Day; unit?: TestUnit } = {}): Promise<string> {
  const { contact, to, unit = union.khuPho5 } = more;
  const [instructor, learner] = [await makeMember(unit), await makeMember(unit)];
  const made = await createPair(db, unit, { id: instructor }, { id: learner }, { from, ...(to ? { to } : {}) });
  if (contact) await createContact(db, made, contact);
  return made.id;
}
const quiet = async (viewer: Viewer, filter = {}) =>
  (await listQuietPairs(viewer, filter)).pairs.map(({ id, quietSince }) => [id, quietSince]);

test('at half past eleven at night a pair met 13 days ago is not quiet, one met 14 or 15 days ago is', async () => {
  expect(today()).toBe(now);
  const [thirteen, fourteen, fifteen] = [addDays(now, -13), addDays(now, -14), addDays(now, -15)];
  await pair('2026-01-01', { contact: thirteen });
  const a = await pair('2026-01-01', { contact: fourteen });
  const b = await pair('2026-01-01', { contact: fifteen });
  expect(await quiet(official)).toEqual([
    [b, fifteen],
    [a, fourteen],
  ]);
  vi.setSystemTime(instantAt(addDays(now, 1), '00:10'));
  expect(await quiet(official)).toHaveLength(3);
});

test('where the two never met it counts from the beginning of the pair', async () => {
  await pair(addDays(now, -13));
  const quietOne = await pair(addDays(now, -14));
  expect(await quiet(official)).toEqual([[quietOne, addDays(now, -14)]]);
});

test('ended pairs, announced ones and those whose instructor left are not waited for', async () => {
  await pair('2026-01-01', { to: addDays(now, -1) });
  await pair(addDays(now, 3));
  const left = await pair('2026-01-01');
  const row = await db.pair.findFirst({ where: { id: left }, select: { instructorId: true } });
  await db.membership.updateMany({
    where: { personId: row?.instructorId ?? '' },
    data: { validTo: new Date('2026-10-01') },
  });
  expect(await quiet(official)).toEqual([]);
});

test('the list, its count, the mark in the list of pairs and the task are one figure, each within her reach', async () => {
  const mine = await pair('2026-01-01');
  await pair('2026-01-01', { unit: union.khuPho6 });
  await pair('2026-01-01', { unit: union.ongHuong });
  await pair('2026-01-01', { contact: now });
  expect((await listQuietPairs(head)).total).toBe(1);
  expect(await countQuietPairs(head)).toBe(1);
  expect(await quiet(official, { unitId: union.khuPho5.id })).toEqual([[mine, '2026-01-01']]);
  expect((await listQuietPairs(official)).total).toBe(2);
  expect((await listPairs(official)).pairs.filter(({ quietSince }) => quietSince)).toHaveLength(2);
  expect(await quiet(official, { unitId: union.ongHuong.id })).toEqual([]);
  expect([(await listQuietPairs(reader)).total, await countQuietPairs(reader)]).toEqual([2, 0]);
});

test('the longest quiet stands first, fifty a page', async () => {
  const unit = union.khuPho6;
  for (let at = 0; at < 53; at++) await pair(addDays('2026-01-01', at % 40), { unit });
  const first = await listQuietPairs(official);
  const rest = await listQuietPairs(official, { after: first.next ?? '' });
  const days = [...first.pairs, ...rest.pairs].map(({ quietSince }) => quietSince);
  expect([first.total, first.pairs.length, rest.pairs.length, rest.next]).toEqual([53, 50, 3, null]);
  expect(days).toEqual([...days].sort());
  expect(new Set([...first.pairs, ...rest.pairs].map(({ id }) => id)).size).toBe(53);
});
