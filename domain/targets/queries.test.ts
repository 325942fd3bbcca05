import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, today } from '@/domain/days/day';
import { indicatorCodes } from '@/domain/indicators/indicator';
import { db } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { makeIndicators } from '@/test/stages/coverage/targets';
import { carriedOut } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { setTarget } from './commands';
import { findTarget, listPublishedTargetIndicators, listTargets } from './queries';
import { coverageIndicators, yearOf } from './target';

const YEAR = yearOf(today());
const INDICATOR = coverageIndicators.sub_association;
let union: TestUnion;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  province = await makeViewer('province_official', union.province);
  await makeIndicators();
});

const valueAt = async (unit: TestUnit, year = YEAR) => (await findTarget(province, INDICATOR, unit.id, year))?.value;
const set = async (unit: TestUnit, value: number, year = YEAR) => {
  const about = { unitId: unit.id, indicator: INDICATOR, year, version: 0, reason: 'Theo nghị quyết của Hội' };
  expect(await setTarget(province, { ...about, value })).toMatchObject({ ok: true });
};
/** A word as if it had been said on a day; the portal says when by itself. */
const saidOn = (unit: TestUnit, value: number, at: Day, number = 1) =>
  db.target.create({
    data: {
      indicatorCode: INDICATOR,
      unitId: unit.id,
      year: YEAR,
      value,
      number,
      reason: 'x',
      setAt: new Date(`${at}T05:00:00Z`),
    },
    select: { id: true },
  });
const onDay = async (unit: TestUnit, day: Day) => {
  const [row] = await db.$queryRaw<{ value: number }[]>`
    SELECT value::float8 FROM app.targets_on(ARRAY[${unit.id}::uuid], ARRAY[${INDICATOR}], ${day}::date)`;
  return row?.value;
};

describe('without any word', () => {
  test('100 % of both levels holds in every year and for every unit, and nothing else has a target', async () => {
    for (const indicator of Object.values(coverageIndicators))
      for (const [unit, year] of [
        [union.province, 2025],
        [union.longHung, YEAR],
        [union.khuPho5, YEAR + 5],
      ] as const)
        expect(await findTarget(province, indicator, unit.id, year)).toMatchObject({ value: 100, source: 'campaign' });
    expect(await findTarget(province, 'sessions_held', union.longHung.id, YEAR)).toMatchObject({ value: null });
  });

  test('indicators are offered in the order in which lists show them', async () => {
    const offered = (await listPublishedTargetIndicators(today())).map(({ code }) => code);
    expect(offered.length).toBeGreaterThan(2);
    expect(offered).toEqual(indicatorCodes.filter((code) => offered.includes(code)));
  });
});

describe('a target follows the place', () => {
  test('of the last day of its year: what a unit had before it moved stays in the year that was over', async () => {
    const [old, next] = [await makeCommune(union.province, 'Nơi Cũ'), await makeCommune(union.province, 'Nơi Mới')];
    const moved = await createSubAssociation(db, old, { name: 'Khu phố sang' });
    for (const year of [YEAR - 1, YEAR]) {
      await set(old, 70, year);
      await set(next, 90, year);
    }
    await carriedOut(province, { kind: 'move', unitId: moved.id, targetId: next.id });
    expect([await valueAt(moved, YEAR - 1), await valueAt(moved)]).toEqual([70, 90]);
  });

  test('a commune that was merged keeps its own in its last place, and what it hosted has that of the commune it is in now', async () => {
    const [one, other] = [await makeCommune(union.province, 'Nhập'), await makeCommune(union.province, 'Nhận')];
    const hosted = await createSubAssociation(db, one, { name: 'Khu phố ở' });
    await set(one, 70);
    await set(other, 85);
    expect(await valueAt(hosted)).toBe(70);
    await carriedOut(province, { kind: 'merge', unitId: one.id, targetId: other.id });
    expect([await valueAt(one), await valueAt(hosted), await valueAt(other)]).toEqual([70, 85, 85]);
  });
});

describe('a target as it was known', () => {
  test('is inherited by the place of that day: before a unit moved, from where it was', async () => {
    const [old, next] = [await makeCommune(union.province, 'Hôm qua'), await makeCommune(union.province, 'Hôm nay')];
    const moved = await createSubAssociation(db, old, { name: 'Khu phố đổi' });
    const before = addDays(today(), -1);
    await saidOn(old, 70, before);
    await saidOn(next, 90, before);
    await carriedOut(province, { kind: 'move', unitId: moved.id, targetId: next.id });
    expect([await onDay(moved, before), await onDay(moved, today())]).toEqual([70, 90]);
  });

  test('a word of September is not known in June; a year that is over is corrected on its last day alone', async () => {
    const commune = await makeCommune(union.province, 'Theo ngày');
    const [spring, now] = [addDays(today(), -60), today()];
    await saidOn(commune, 80, spring);
    await saidOn(commune, 90, now, 2);
    const days = [addDays(spring, -1), spring, addDays(now, -1), now];
    const known = days.filter((day) => yearOf(day) === YEAR);
    expect(await Promise.all(known.map((day) => onDay(commune, day)))).toEqual([100, 80, 80, 90].slice(-known.length));
    await set(commune, 60, YEAR - 1);
    expect([
      await onDay(commune, `${YEAR - 1}-12-30` as Day),
      await onDay(commune, `${YEAR - 1}-12-31` as Day),
    ]).toEqual([100, 60]);
  });
});

describe('the list', () => {
  test('a unit first and what is right beneath it in order of names, each with where its target comes from; null beyond reach', async () => {
    const commune = await makeCommune(union.province, 'Danh sách');
    const [ten, two] = [
      await createSubAssociation(db, commune, { name: 'Khu phố 10' }),
      await createSubAssociation(db, commune, { name: 'Khu phố 2' }),
    ];
    await set(commune, 80);
    await set(ten, 95);
    const asked = { indicator: INDICATOR, unitId: commune.id, year: YEAR };
    const list = await listTargets(await makeViewer('commune_official', commune), asked);
    expect(list?.targets.map(({ name, value, source, from }) => [name, value, source, from?.name ?? null])).toEqual([
      ['Danh sách', 80, 'asked', null],
      ['Khu phố 2', 80, 'asked', 'Danh sách'],
      ['Khu phố 10', 95, 'asked', null],
    ]);
    expect([list?.voice, list?.unit.id, two.id.length]).toEqual(['pledged', commune.id, 36]);
    expect(await listTargets(await makeViewer('commune_official', union.longHung), asked)).toBeNull();
    expect(await listTargets(await makeViewer('viewer', commune), asked)).toMatchObject({ voice: null });
    const all = await listTargets(province, { ...asked, unitId: union.province.id });
    expect(all?.targets.map(({ name }) => name)).toContain('Danh sách');
    expect(all?.targets.every(({ level }, at) => (at === 0 ? level === 'province' : level === 'commune'))).toBe(true);
  });
});
