import { beforeAll, describe, expect, test } from 'vitest';
import { findPublishedProvinceCoverage, listPublishedCoverage } from '@/domain/coverage/queries';
import { addDays, type Day, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createSubAssociation, keepRecords, type MadeUnit } from '@/test/factories/units';
import { makeIndicators } from '@/test/stages/coverage/targets';
import { makeCommune, makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { setTarget } from './commands';
import { paceDays } from './pace';
import { findPublishedCityPace, listPublishedPaces, listPublishedTargets } from './pace-queries';
import { countAtTarget, coverageIndicators, yearOf } from './target';
import { moveByCampaignDays } from './tet';

const DAY = today();
const weeks = paceDays(DAY, '2025-08-01');
const week = (at: number) => weeks[at] ?? DAY;
let union: TestUnion;
/** twelve sub-associations, of which one is covered at the end of each of the last eight weeks */
let steady: MadeUnit;

beforeAll(async () => {
  union = await makeUnion();
  await makeIndicators();
  steady = await makeCommune(union.province, 'Đều');
  for (let at = 0; at < 12; at++) {
    const unit = await createSubAssociation(db, steady, { name: `Khu phố ${at}` });
    if (at < 8) await cover(unit, week(at + 1));
  }
});

async function cover(unit: MadeUnit, from: Day) {
  const [instructor, learner] = [await createMember(db, unit), await createMember(db, unit)];
  const family = await createModel(db, unit, { from });
  await createPair(db, unit, instructor, learner, { from, tiedTo: family });
}
const of = async (commune: MadeUnit, day = DAY) => (await listPublishedPaces([commune.id], day)).get(commune.id);

describe('the pace of a commune', () => {
  test('one unit a week: the four that are missing are there four weeks of the campaign on', async () => {
    const pace = (await of(steady))?.paces.sub_association;
    expect(pace).toMatchObject({ done: 8, whole: 12, missing: 4, achieved: 1, weeks: 8, target: 100 });
    expect(pace?.verdict).toMatchObject({ on: moveByCampaignDays(DAY, 28) });
    expect((await of(steady))?.paces.group).toMatchObject({ verdict: { name: 'silent' } });
  });

  test('of an earlier day is told from what was known then', async () => {
    const then = (await of(steady, week(6)))?.paces.sub_association;
    expect(then).toMatchObject({ day: week(6), done: 6, missing: 6, deadline: `${week(6).slice(0, 4)}-12-31` });
    expect((await of(steady, week(2)))?.paces.sub_association).toMatchObject({ done: 2, achieved: 0 });
  });

  test('of a day to come is not told: plans are no pace', async () => {
    expect(await of(steady, addDays(DAY, 1))).toMatchObject({
      targets: { group: 100 },
      paces: { sub_association: null },
    });
  });

  test('is silent while the commune is, and unknown of one that is none', async () => {
    const silent = await createCommune(db, union.province, { name: 'Lặng' });
    await cover(await createSubAssociation(db, silent), '2025-09-01');
    expect((await of(silent))?.paces.sub_association).toMatchObject({ verdict: { name: 'silent' }, achieved: null });
    await keepRecords(db, silent, DAY);
    expect((await of(silent))?.paces.sub_association).toMatchObject({
      verdict: { name: 'reached', on: null },
      weeks: 0,
    });
    expect((await listPublishedPaces([nothing], DAY)).size).toBe(0);
  });
});

describe('the pace of the city', () => {
  test('counts as missing what the sentence leaves, and gains nothing by a commune that begins to report', async () => {
    const before = (await findPublishedCityPace(DAY)).city.paces.sub_association;
    expect(before).toMatchObject({ done: 9, achieved: 1 });
    const late = await createCommune(db, union.province, { name: 'Báo sau' });
    for (let at = 0; at < 5; at++) await cover(await createSubAssociation(db, late), '2025-09-01');
    await keepRecords(db, late, week(7));
    const [{ city }, { sub_association }] = [
      await findPublishedCityPace(DAY),
      await findPublishedProvinceCoverage(DAY),
    ];
    expect(city.paces.sub_association).toMatchObject({ done: 14, achieved: 1 });
    // what they gain from then on is gained
    const both = (await listPublishedPaces([steady.id, late.id], DAY)).get(late.id)?.paces.sub_association;
    expect(both).toMatchObject({ weeks: 1, verdict: { name: 'reached' } });
    expect([city.paces.sub_association?.done, city.paces.sub_association?.whole]).toEqual([
      sub_association.covered,
      sub_association.units,
    ]);
  });

  test('knows each commune’s own target: one that is reached below 100 % is at its target and not at 100 %', async () => {
    const province = await makeViewer('province_official', union.province);
    const about = {
      unitId: steady.id,
      indicator: coverageIndicators.sub_association,
      year: yearOf(DAY),
      version: 0,
      reason: 'Năm đầu',
    };
    const at = async () => {
      const [rows, { communes }] = [await listPublishedCoverage(DAY), await findPublishedCityPace(DAY)];
      return {
        count: countAtTarget(
          rows.filter(({ level }) => level === 'sub_association'),
          communes,
        ),
        targets: communes[steady.id],
      };
    };
    const before = await at();
    expect(before.targets).toEqual({ sub_association: 100, group: 100 });
    expect(await setTarget(province, { ...about, value: 60 })).toMatchObject({ ok: true });
    expect(await at()).toEqual({ count: before.count + 1, targets: { sub_association: 60, group: 100 } });
    expect((await of(steady))?.paces.sub_association?.verdict).toEqual({ name: 'reached', on: DAY });
    expect((await listPublishedTargets([steady.id], DAY))[steady.id]).toEqual({ sub_association: 60, group: 100 });
    expect((await findPublishedCityPace(DAY)).city.targets.sub_association).toBe(100);
  });
});
