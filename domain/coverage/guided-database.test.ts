import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, monthStart, toDate, today } from '@/domain/days/day';
import { countedBy } from '@/domain/small-count';
import { db } from '@/prisma/client';
import { createPair } from '@/test/factories/pairs';
import { makeMember, makeUnion, type TestUnion, type TestUnit } from '@/test/union';
import { findPublishedFigures } from './commune-queries';

let union: TestUnion;
beforeAll(async () => {
  union = await makeUnion();
});

const guide = async (unit: TestUnit, learnerId: string, days: { from: string; to?: string }) =>
  createPair(db, unit, { id: await makeMember(unit) }, { id: learnerId }, days);
const guidedIn = async (commune: TestUnit, day: Day) =>
  (
    await db.$queryRaw<{ id: string }[]>`
      SELECT person_id::text AS id FROM app.women_guided_in(${commune.id}::uuid, ${day}::date) ORDER BY 1`
  ).map(({ id }) => id);
const told = async (commune: TestUnit, day: Day) => (await findPublishedFigures(commune.id, day)).guided;

describe('a woman who is guided', () => {
  test('counts once, from the first day of her first pair, in the commune of its unit on that day', async () => {
    const her = await makeMember(union.khuPho5);
    await guide(union.khuPho5, her, { from: '2026-03-10', to: '2026-05-01' });
    await guide(union.ongHuong, her, { from: '2026-06-01' });
    expect(await guidedIn(union.longHung, '2026-03-09')).toEqual([]);
    for (const day of ['2026-03-10', '2026-07-01'] as const) {
      expect(await guidedIn(union.longHung, day)).toEqual([her]);
      expect(await guidedIn(union.trangDai, day)).toEqual([]);
    }
  });

  test('stays where she was when her pair moves into another commune, as in a merger', async () => {
    const her = await makeMember(union.to1);
    const { id: pairId } = await guide(union.to1, her, { from: '2026-04-01' });
    await db.pairHost.updateMany({ where: { pairId }, data: { validTo: toDate('2026-09-01') } });
    await db.pairHost.create({ data: { pairId, unitId: union.ongHuong.id, validFrom: toDate('2026-09-01') } });
    expect(await guidedIn(union.longHung, '2026-10-31')).toContain(her);
    expect(await guidedIn(union.trangDai, '2026-10-31')).not.toContain(her);
  });

  test('does not count by a pair that was taken back, and by one that ran a single day she does', async () => {
    const [never, once] = [await makeMember(union.khuPho6), await makeMember(union.khuPho6)];
    await guide(union.khuPho6, never, { from: '2026-02-01', to: '2026-02-01' });
    await guide(union.khuPho6, once, { from: '2026-02-01', to: '2026-02-02' });
    const there = await guidedIn(union.longHung, today());
    expect([there.includes(never), there.includes(once)]).toEqual([false, true]);
  });
});

test('in public they are told in tens by the end of the month before: no day of a month tells of another woman', async () => {
  const first = monthStart(today(), -1);
  const pairs = async (count: number, from: Day) => {
    for (let at = 0; at < count; at++) await guide(union.ongHuong, await makeMember(union.ongHuong), { from });
  };
  await pairs(19, addDays(first, -1));
  expect(await told(union.trangDai, today())).toBeNull();
  await pairs(10, first);
  const days = Array.from({ length: 28 }, (_, at) => addDays(first, at));
  for (const day of days) expect(await told(union.trangDai, day), day).toBeNull();
  expect(await told(union.trangDai, monthStart(today()))).toBe(20);
  await pairs(1, today());
  expect(await told(union.trangDai, today())).toBe(20);
  expect(await guidedIn(union.trangDai, today())).toHaveLength(30);
  expect(await told(union.trangDai, monthStart(today(), 1))).toBe(30);
});

test('counted is by the last day of the month before', () => {
  expect(['2026-03-01', '2026-03-31', '2027-01-15'].map((day) => countedBy(day as Day))).toEqual([
    '2026-02-28',
    '2026-02-28',
    '2026-12-31',
  ]);
});
