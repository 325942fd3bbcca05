import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { findIndicator } from '@/domain/indicators/queries';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCourse, createSession } from '@/test/factories/trainings';
import { createCommune, createGroup, createSubAssociation, keepRecords, type MadeUnit } from '@/test/factories/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { setTarget } from './commands';
import { paceDays } from './pace';
import { findPublishedCityPace, listPublishedPaces } from './pace-queries';
import { yearOf } from './target';
import { listUnitPaces } from './unit-pace-queries';

const DAY = today();
const weeks = paceDays(DAY, '2025-08-01');
const week = (at: number) => weeks[at] ?? DAY;
let union: TestUnion;
let province: Viewer;
/** twelve sub-associations, one of them with groups, of which one is covered at the end of each of the last eight weeks */
let steady: MadeUnit;
let first: MadeUnit;
let group: MadeUnit;

beforeAll(async () => {
  union = await makeUnion();
  await db.$executeRaw`SELECT app.define_indicators()`;
  province = await makeViewer('province_official', union.province);
  steady = await makeCommune(union.province, 'Đều');
  for (let at = 0; at < 12; at++) {
    const unit = await createSubAssociation(db, steady, { name: `Khu phố ${at}` });
    if (at === 0) first = unit;
    if (at < 8) await cover(unit, week(at + 1));
  }
  group = await createGroup(db, first, { name: 'Tổ 1' });
});

async function cover(unit: MadeUnit, from: Day) {
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  const family = await createModel(db, unit, { from });
  await createPair(db, unit, instructor, learner, { from, tiedTo: family });
}
const of = async (unit: { id: string }, { day = DAY, viewer = province } = {}) =>
  new Map((await listUnitPaces(viewer, { unitId: unit.id, day })).map((one) => [one.code, one]));
const ask = async (unit: { id: string }, indicator: string, value: number) => {
  const about = { unitId: unit.id, indicator, year: yearOf(DAY), version: 0, reason: 'Theo nghị quyết' };
  expect(await setTarget(province, { ...about, value })).toMatchObject({ ok: true });
};

describe('every target of a unit', () => {
  test('of coverage is told as the pages of coverage tell it, of the city and of a commune', async () => {
    const told = (await listPublishedPaces([steady.id], DAY)).get(steady.id)?.paces.sub_association;
    expect((await of(steady)).get('coverage_sub_association')).toMatchObject({ source: 'campaign', pace: told });
    expect(told).toMatchObject({ done: 8, achieved: 1 });
    const late = await createCommune(db, union.province, { name: 'Báo sau' });
    await cover(await createSubAssociation(db, late), '2025-09-01');
    await keepRecords(db, late, week(7));
    const { city } = await findPublishedCityPace(DAY);
    const whole = await of(union.province);
    expect(whole.get('coverage_sub_association')?.pace).toEqual(city.paces.sub_association);
    expect(whole.get('coverage_group')?.pace).toEqual(city.paces.group);
  });

  test('reaches a sub-association and a group by inheritance: whether the one unit is there', async () => {
    await ask(steady, 'coverage_group', 80);
    const there = await of(first);
    expect(there.get('coverage_sub_association')?.pace).toMatchObject({ whole: 1, done: 1, missing: 0 });
    expect(there.get('coverage_group')).toMatchObject({
      target: 80,
      from: { name: 'Đều' },
      pace: { whole: 1, done: 0 },
    });
    const below = await of(group);
    expect([...below.keys()]).toEqual(['coverage_group']);
    expect(below.get('coverage_group')).toMatchObject({ target: 80, source: 'asked', pace: { whole: 1, missing: 1 } });
  });

  test('that is a count has a pace of its own number, and is not that of what lies beneath', async () => {
    await ask(steady, 'models_digital_family', 12);
    await ask(union.province, 'models_digital_womens_club', 40);
    const told = await of(steady);
    expect(told.get('models_digital_family')).toMatchObject({
      measure: 'count',
      from: null,
      pace: { done: 8, whole: null, missing: 4, achieved: 1, weeks: 8 },
    });
    expect(told.has('models_digital_womens_club')).toBe(false);
    expect((await of(first)).has('models_digital_family')).toBe(false);
    expect((await of(union.province)).get('models_digital_womens_club')).toMatchObject({ pace: { done: 0 } });
  });

  test('of what is counted since the year began knows no week of the year before', async () => {
    const course = await createCourse(db);
    for (const day of ['2025-12-15', '2026-01-13', '2026-01-20', '2026-01-27'] as const)
      await createSession(db, {
        unit: steady,
        course,
        startsAt: `${day}T08:00:00+07:00`,
        endsAt: `${day}T10:00:00+07:00`,
        state: 'held',
      });
    await ask(steady, 'sessions_held', 10);
    const pace = (await of(steady, { day: '2026-01-28' })).get('sessions_held')?.pace;
    // no word of it had been said by then
    expect(pace).toBeUndefined();
    const counted = await findIndicator(province, { code: 'sessions_held', unitId: steady.id, day: DAY, trend: [] });
    expect((await of(steady)).get('sessions_held')?.pace).toMatchObject({ done: counted?.figure.done, whole: null });
  });

  test('in January begins at nothing: last year’s sessions are none of this year’s', async () => {
    await db.$executeRaw`INSERT INTO target (id, indicator_code, unit_id, year, value, number, voice, reason, set_at)
      SELECT app.uuid7(), 'sessions_held', ${steady.id}::uuid, 2026, 5, 9, 'asked', 'x', '2026-01-02T05:00:00Z'`;
    const pace = (await of(steady, { day: '2026-01-28' })).get('sessions_held')?.pace;
    expect(pace).toMatchObject({ done: 3, missing: 2 });
    expect(pace?.weeks).toBeLessThan(4);
    expect(pace?.verdict).toEqual({ name: 'too-few-weeks' });
  });
});

describe('what is not told', () => {
  test('nothing beyond her reach, and of people nothing to who may not see it', async () => {
    await ask(steady, 'women_guided', 30);
    expect((await of(steady)).get('women_guided')?.pace).toMatchObject({ done: 8, missing: 22 });
    const neighbour = await makeViewer('commune_official', union.longHung);
    expect((await of(steady, { viewer: neighbour })).size).toBe(0);
    const editor = await makeViewer('editor', union.province);
    const seen = await of(steady, { viewer: editor });
    expect(seen.has('coverage_sub_association')).toBe(true);
    expect(seen.has('women_guided')).toBe(false);
  });

  test('of a silent commune that it is far or near, and of a day to come any pace', async () => {
    const silent = await createCommune(db, union.province, { name: 'Lặng' });
    await cover(await createSubAssociation(db, silent), '2025-09-01');
    expect((await of(silent)).get('coverage_sub_association')?.pace?.verdict).toEqual({ name: 'silent' });
    const ahead = (await of(steady, { day: addDays(DAY, 1) })).get('coverage_sub_association');
    expect(ahead === undefined || ahead.pace === null).toBe(true);
  });
});

test('of the whole city what goes through all women has its pace: what is counted on each day, one more a week', async () => {
  await ask(union.province, 'women_guided', 1000);
  const { pace } = (await of(union.province)).get('women_guided') ?? {};
  const counted = await findIndicator(province, {
    code: 'women_guided',
    unitId: union.province.id,
    day: DAY,
    trend: [],
  });
  expect(pace).toMatchObject({ done: counted?.figure.done, achieved: 1, weeks: 8 });
  expect(pace?.missing).toBe(1000 - (counted?.figure.done ?? 0));
});
