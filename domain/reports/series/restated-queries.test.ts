import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import type { IndicatorCode } from '@/domain/indicators/indicator';
import { findIndicator } from '@/domain/indicators/queries';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { asOwner } from '@/test/stages/coverage/indicators';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { returnReport } from '../filing/decide-commands';
import { signReport } from '../filing/sign-commands';
import { findReport } from '../queries';
import { findFiledSeries } from './restated-queries';

const WHY = 'Ghi nhầm ngày của một Gia đình số';
const CODE = 'coverage_sub_association';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let family: { id: string };
let periodId: string;
beforeAll(async () => {
  periodId = await makePastMonth(2);
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  family = await makeCovered(union.khuPho5);
});

const lastDay = () => addDays(pastMonth(1).from, -1);
const sign = async () => {
  expect(await signReport(official, await readyToSign(official, union.longHung.id, periodId))).toMatchObject({
    ok: true,
  });
};
const giveBack = async () => {
  const found = await findReport(province, union.longHung.id, periodId);
  const about = { unitId: union.longHung.id, periodId, version: found?.row.version ?? 0, remark: WHY };
  expect(await returnReport(province, about)).toMatchObject({ ok: true });
};
const pause = async () => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: family.id }, select: { version: true } });
  const paused = { modelId: family.id, version, status: 'paused' as const, from: pastMonth(2).from };
  expect(await changeStatus(official, paused)).toMatchObject({ ok: true });
};
/** What reports say of a series, as the page of an indicator asks for it: with what the records say of the same days. */
const series = async (code: IndicatorCode, viewer = official, days = [lastDay(), today()]) => {
  const found = await findIndicator(province, { code, unitId: union.longHung.id, day: today(), trend: days });
  return findFiledSeries(viewer, union.longHung, code, found?.trend ?? []);
};
const points = async (viewer = official, days = [lastDay(), today()]) => (await series(CODE, viewer, days)).restated;

test('a month that was signed anew with another number says in its series what was filed, what stands, who and why', async () => {
  await sign();
  expect(await points()).toEqual([]);
  await giveBack();
  await pause();
  await sign();
  for (const viewer of [official, province])
    expect(await points(viewer)).toMatchObject([
      {
        day: lastDay(),
        was: { done: 1, whole: 2, percent: 50 },
        now: { done: 0, whole: 2, percent: 0 },
        by: official.displayName,
        why: WHY,
      },
    ]);
});

test('one that was signed anew with the same number, a month that the series leaves out, and another indicator say nothing', async () => {
  await sign();
  await giveBack();
  await sign();
  expect(await points()).toEqual([]);
  await giveBack();
  await pause();
  await sign();
  expect(await points(official, [today()])).toEqual([]);
  expect(await points(official, [])).toEqual([]);
  expect(await series('sessions_held')).toEqual({ restated: [], moved: [] });
});

test('the neighbour and who sees no reports are told nothing of it', async () => {
  await sign();
  await giveBack();
  await pause();
  await sign();
  expect(await points()).toHaveLength(1);
  for (const viewer of [
    await makeViewer('commune_official', union.trangDai),
    await makeViewer('trainer', union.longHung),
  ])
    expect(await points(viewer)).toEqual([]);
});

test('a month that stands as it was filed while the records say otherwise shows both numbers, until it is signed anew', async () => {
  await sign();
  for (const code of ['members', CODE] as const) expect((await series(code)).moved).toEqual([]);
  const filed = (await findReport(official, union.longHung.id, periodId))?.content.figures;
  const members = filed?.find(({ code }) => code === 'members')?.now.done ?? 0;
  // a woman who belonged then, and whose record comes late: no closed month keeps her out (0144)
  await createMember(db, union.khuPho5, { from: pastMonth(2).from });
  for (const viewer of [official, province]) {
    const { moved, restated } = await series('members', viewer);
    expect(moved).toMatchObject([{ day: lastDay(), filed: { done: members }, now: { done: members + 1 } }]);
    expect(restated).toEqual([]);
  }
  expect((await series(CODE)).moved).toEqual([]);
  expect(await series('members', await makeViewer('commune_official', union.trangDai))).toEqual({
    restated: [],
    moved: [],
  });

  // given back, it does not stand: nothing is held against the records
  await giveBack();
  expect((await series('members')).moved).toEqual([]);
  await sign();
  expect(await series('members')).toMatchObject({
    moved: [],
    restated: [{ was: { done: members }, now: { done: members + 1 } }],
  });
});

test('a month that was signed before an indicator existed is not said to have told nothing of it', async () => {
  const beginsOn = (day: string) =>
    asOwner('UPDATE indicator SET valid_from = $2 WHERE code = $1', ['models_digital_family', day]);
  const [{ began } = { began: '' }] = await db.$queryRaw<{ began: string }[]>`
    SELECT valid_from::text AS began FROM indicator WHERE code = 'models_digital_family'`;
  await beginsOn(today());
  try {
    await sign();
  } finally {
    await beginsOn(began);
  }
  expect(await series('models_digital_family')).toEqual({ restated: [], moved: [] });
  // the family of Khu phố 5 is in the records of that day
  const found = await findIndicator(official, {
    code: 'models_digital_family',
    unitId: union.longHung.id,
    day: lastDay(),
    trend: [],
  });
  expect(found?.figure.done).toBe(1);
});
