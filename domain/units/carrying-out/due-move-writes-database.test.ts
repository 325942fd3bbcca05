import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createHousehold } from '@/test/factories/people';
import { createCourse, createSession, createVenue } from '@/test/factories/trainings';
import { createCommune, createGroup, createSubAssociation } from '@/test/factories/units';
import { carriedOut, prepared } from '@/test/stages/units';
import { makeMember, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { moveDueRows } from './due-move-writes';

let union: TestUnion;
let official: Viewer;
let one: TestUnit;
let other: TestUnit;
const tomorrow = () => addDays(today(), 1);

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  one = await createSubAssociation(db, union.longHung, { name: 'Khu phố 51' });
  other = await createSubAssociation(db, union.longHung, { name: 'Khu phố 52' });
});

/** Somebody with her record, a household, a venue, a network and a session of next month, all at one unit. */
async function settle(unit: TestUnit) {
  const person = await makeMember(unit);
  const network = {
    kind: 'community_digital_team' as const,
    unitId: unit.id,
    name: 'Mạng lưới',
    validFrom: toDate('2026-01-01'),
  };
  const at = (day: Day, hour: string) => `${day}T${hour}:00:00+07:00`;
  const course = await createCourse(db);
  const sessionOn = (day: Day) =>
    createSession(db, { course, unit, startsAt: at(day, '08'), endsAt: at(day, '09'), state: 'approved' });
  return {
    person,
    household: (await createHousehold(db, unit, { id: person })).id,
    network: (await db.network.create({ data: network, select: { id: true } })).id,
    venue: (await createVenue(db, unit)).id,
    past: (await sessionOn(addDays(today(), -1))).id,
    later: (await sessionOn(addDays(today(), 30))).id,
  };
}
type Settled = Awaited<ReturnType<typeof settle>>;

/** At which unit each of these is now. */
async function whereabouts({ person, household, network, venue, past, later }: Settled) {
  const unitId = { select: { unitId: true } } as const;
  return {
    person: (await db.person.findUniqueOrThrow({ where: { id: person }, select: { keeperUnitId: true } })).keeperUnitId,
    household: (await db.household.findUniqueOrThrow({ where: { id: household }, ...unitId })).unitId,
    network: (await db.network.findUniqueOrThrow({ where: { id: network }, ...unitId })).unitId,
    venue: (await db.venue.findUniqueOrThrow({ where: { id: venue }, ...unitId })).unitId,
    past: (await db.session.findUniqueOrThrow({ where: { id: past }, ...unitId })).unitId,
    later: (await db.session.findUniqueOrThrow({ where: { id: later }, ...unitId })).unitId,
  };
}
const all = (id: string) => ({ person: id, household: id, network: id, venue: id, past: id, later: id });

/** The day comes: everything that waits for a day waits for today. */
const dayComes = (on: Day) =>
  db.unitMove.updateMany({ where: { onDay: toDate(on) }, data: { onDay: toDate(today()) } });

describe('a merger from tomorrow on', () => {
  test('moves nothing today, and everything without days of its own when the day comes; what is before it stays', async () => {
    const settled = await settle(one);
    const merge = { kind: 'merge', unitId: one.id, targetId: other.id, from: tomorrow() } as const;
    const { preview } = await carriedOut(official, merge);
    expect(preview.moved).toMatchObject({ households: 1, networks: 1, venues: 1, sessions: 1, records: 1 });
    const figures = (id: string) => preview.units.find(({ unitId }) => unitId === id);
    expect(figures(one.id)).toMatchObject({ before: { figures: { households: 1 } }, after: null });
    expect(figures(other.id)).toMatchObject({
      before: { figures: { households: 0 } },
      after: { figures: { households: 1 } },
    });
    expect(await whereabouts(settled)).toEqual(all(one.id));
    expect(await moveDueRows(db)).toBe(0);

    await dayComes(tomorrow());
    expect(await moveDueRows(db)).toBe(5);
    expect(await whereabouts(settled)).toEqual({ ...all(other.id), past: one.id });
    expect(await db.unitMove.count()).toBe(0);
  });

  test('what comes to the closing unit meanwhile goes on at the successor too, who moved away is left alone', async () => {
    const settled = await settle(one);
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, from: tomorrow() });
    const late = await settle(one);
    const data = { keeperUnitId: union.khuPho6.id };
    await db.person.update({ where: { id: settled.person }, data, select: { id: true } });
    await dayComes(tomorrow());
    await moveDueRows(db);
    expect((await whereabouts(settled)).person).toBe(union.khuPho6.id);
    expect(await whereabouts(late)).toMatchObject({ person: other.id, household: other.id, venue: other.id });
  });

  test('two processes see the day at once: it is done once', async () => {
    for (let at = 0; at < 3; at++) await settle(one);
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, from: tomorrow() });
    await dayComes(tomorrow());
    const moved = await Promise.all([moveDueRows(db), moveDueRows(db), moveDueRows(db)]);
    expect(moved.filter((count) => count > 0)).toHaveLength(1);
    expect(await db.household.count({ where: { unitId: one.id } })).toBe(0);
  });

  test('a preview of another change counts what will be there on its day, and carries out first what is due', async () => {
    await settle(one);
    await carriedOut(official, { kind: 'merge', unitId: one.id, targetId: other.id, from: tomorrow() });
    const third = await createSubAssociation(db, union.longHung, { name: 'Khu phố 53' });
    const next = { kind: 'merge', unitId: other.id, targetId: third.id } as const;
    const thirdFrom = async (from: Day) =>
      (await prepared(official, { ...next, from })).preview.units.find(({ unitId }) => unitId === third.id)?.after;
    expect((await thirdFrom(addDays(today(), 9)))?.figures.households).toBe(1);
    expect((await thirdFrom(today()))?.figures.households).toBe(0);
    await dayComes(tomorrow());
    expect((await thirdFrom(today()))?.figures.households).toBe(1);
  });
});

test('one merger after the other, or the later one decided for an earlier day: everything is at the last one in the end', async () => {
  for (const days of [5, 20]) {
    const [first, second, last] = [
      await createSubAssociation(db, union.longHung, { name: `Khu phố ${days}A` }),
      await createSubAssociation(db, union.longHung, { name: `Khu phố ${days}B` }),
      await createSubAssociation(db, union.longHung, { name: `Khu phố ${days}C` }),
    ];
    const settled = await settle(first);
    await carriedOut(official, { kind: 'merge', unitId: first.id, targetId: second.id, from: addDays(today(), 10) });
    await carriedOut(official, { kind: 'merge', unitId: second.id, targetId: last.id, from: addDays(today(), days) });
    expect(await whereabouts(settled)).toEqual(all(first.id));
    // both days lie in the past, in their order
    await db.$executeRaw`UPDATE unit_move SET on_day = on_day - 30`;
    await moveDueRows(db);
    expect(await whereabouts(settled)).toMatchObject({ person: last.id, household: last.id, venue: last.id });
    expect(await db.unitMove.count()).toBe(0);
  }
});

test('a split shares out by the rule when the day comes: the record with her, the household with its head', async () => {
  const settled = await settle(one);
  const group = await createGroup(db, one);
  const below = await settle(group);
  const from = addDays(today(), 3);
  const split = { kind: 'split', unitId: one.id, parts: ['Khu phố 51A', 'Khu phố 51B'], rule: 'first', from } as const;
  const { planId: _planId, ...seen } = await prepared(official, { ...split, parts: [...split.parts] });
  expect(seen.preview.moved).toMatchObject({ households: 1, records: 1 });
  await carriedOut(official, { ...split, parts: [...split.parts] });
  await dayComes(from);
  await moveDueRows(db);
  const home = await whereabouts(settled);
  const member = await db.membership.findFirstOrThrow({
    where: { personId: settled.person, validFrom: toDate(from) },
    select: { unitId: true },
  });
  expect([home.person, home.household]).toEqual([member.unitId, member.unitId]);
  expect((await whereabouts(below)).household).toBe(group.id);
});

test('records of communes go over when the day comes: until then the old commune keeps them, then the new one sees them', async () => {
  const province = await makeViewer('province_official', union.province);
  const commune = await createCommune(db, union.province, { name: 'Minh Lập' });
  const kept = await makeMember(commune);
  const from = addDays(today(), 2);
  await carriedOut(province, { kind: 'split', unitId: commune.id, parts: ['Minh Lập Một', 'Minh Lập Hai'], from });
  const keeper = async () =>
    (await db.person.findUniqueOrThrow({ where: { id: kept }, select: { keeperUnitId: true } })).keeperUnitId;
  expect(await keeper()).toBe(commune.id);
  await dayComes(from);
  await moveDueRows(db);
  const part = await db.unitLineage.findFirstOrThrow({
    where: { predecessorId: commune.id, successorId: await keeper() },
    select: { kind: true },
  });
  expect(part.kind).toBe('split_into');
});

test('an empty unit that closes from a coming day: what still hangs there goes to the unit above when the day comes', async () => {
  const from = addDays(today(), 4);
  const venue = await createVenue(db, one);
  await carriedOut(official, { kind: 'close', unitId: one.id, from });
  const at = async () =>
    (await db.venue.findUniqueOrThrow({ where: { id: venue.id }, select: { unitId: true } })).unitId;
  expect(await at()).toBe(one.id);
  await dayComes(from);
  await moveDueRows(db);
  expect(await at()).toBe(union.longHung.id);
});
