import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db } from '@/prisma/client';
import { createCourse, createSession } from '@/test/factories/trainings';
import { createCommune } from '@/test/factories/units';
import { makeCovered, makePastMonth, makePastPeriod, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listCityReports } from '../city-queries';
import { findReport } from '../queries';
import { isOwed, shownState } from '../report';
import { listWaitingReports } from '../task-queries';
import { acceptReport, reopenReport } from './decide-commands';
import { signReport } from './sign-commands';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let family: { id: string };
let quarter: Awaited<ReturnType<typeof makePastPeriod>>;
/** The second month of the quarter, and its last, which ends with it. */
let month: string;
let lastMonth: string;
const dayIn = (months: number, days = 9) => addDays(monthStart(quarter.from, months), days);

beforeAll(async () => {
  quarter = await makePastPeriod('quarter');
  const back =
    (Number(today().slice(0, 4)) - Number(dayIn(1).slice(0, 4))) * 12 +
    Number(today().slice(5, 7)) -
    Number(dayIn(1).slice(5, 7));
  month = await makePastMonth(back);
  lastMonth = await makePastMonth(back - 1);
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  family = await makeCovered(union.khuPho5);
});

const held = async (day: Day) => {
  const times = { startsAt: `${day}T08:00:00+07:00`, endsAt: `${day}T10:00:00+07:00` };
  await createSession(db, { course: await createCourse(db), unit: union.khuPho5, state: 'held', ...times });
};
const sign = async (periodId: string) => signReport(official, await readyToSign(official, union.longHung.id, periodId));
const about = async (periodId: string) => {
  const found = await findReport(province, union.longHung.id, periodId);
  return { unitId: union.longHung.id, periodId, version: found?.row.version ?? 0, remark: 'Xem lại một buổi' };
};
const close = async (periodId: string) => {
  await sign(periodId);
  return acceptReport(province, await about(periodId));
};
const pause = async (from: Day) => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: family.id }, select: { version: true } });
  return changeStatus(official, { modelId: family.id, version, status: 'paused', from });
};

describe('a quarter', () => {
  test('says what belongs to its three months, and compares with the quarter before', async () => {
    await makeCovered(union.khuPho6, dayIn(1));
    for (const day of [dayIn(-1), dayIn(0), dayIn(0, 10), dayIn(2), dayIn(3)]) await held(day);
    const found = await findReport(official, union.longHung.id, quarter.id);
    expect(found?.content.before).toEqual({ from: monthStart(quarter.from, -3), to: addDays(quarter.from, -1) });
    const sessions = found?.content.figures.find(({ code }) => code === 'sessions_held');
    expect([sessions?.now.since, sessions?.before?.since]).toEqual([3, 1]);
    expect(found?.content.coverage.sub_association).toMatchObject({ covered: 2, units: 2, percent: 100, before: 50 });
  });

  test('that the city accepts closes all its days, and none after it', async () => {
    expect(await close(quarter.id)).toMatchObject({ ok: true });
    for (const day of [quarter.from, dayIn(1), quarter.to])
      expect(await pause(day)).toMatchObject({ problem: 'period-locked', detail: { until: addDays(quarter.to, 1) } });
    expect(await pause(addDays(quarter.to, 1))).toMatchObject({ ok: true });
  });

  test('is opened before a month in it, which is closed on its own: then the month is', async () => {
    expect([(await close(month)).ok, (await close(quarter.id)).ok]).toEqual([true, true]);
    expect(await reopenReport(province, await about(month))).toMatchObject({ problem: 'later-first' });
    expect(await reopenReport(province, await about(quarter.id))).toMatchObject({ ok: true });
    expect(await pause(dayIn(1))).toMatchObject({
      problem: 'period-locked',
      detail: { until: monthStart(quarter.from, 2) },
    });
    expect(await reopenReport(province, await about(month))).toMatchObject({ ok: true });
    expect(await pause(dayIn(1))).toMatchObject({ ok: true });
  });

  test('is opened before the month that ends with it', async () => {
    expect([(await close(lastMonth)).ok, (await close(quarter.id)).ok]).toEqual([true, true]);
    expect(await reopenReport(province, await about(lastMonth))).toMatchObject({ problem: 'later-first' });
    expect(await reopenReport(province, await about(quarter.id))).toMatchObject({ ok: true });
    expect(await reopenReport(province, await about(lastMonth))).toMatchObject({ ok: true });
  });

  test('is owed: it waits for the commune, and the city sees who has not signed it', async () => {
    const waiting = async (viewer: Viewer) =>
      (await listWaitingReports(viewer)).filter(({ periodId }) => periodId === quarter.id);
    const hers = (await waiting(official)).map(({ waits, kind }) => [waits, kind]);
    expect(hers).toEqual([['to-sign', 'quarter']]);
    await sign(quarter.id);
    expect(await waiting(official)).toEqual([]);
    const silent = await createCommune(db, union.province, { name: 'Bàu Cạn' });
    const year = Number(quarter.from.slice(0, 4));
    const { communes = [], periods = [] } = (await listCityReports(province, year, 'quarter')) ?? {};
    expect(periods.every(({ kind }) => kind === 'quarter')).toBe(true);
    const stateOf = (unitId: string) => {
      const row = communes.find(({ id }) => id === unitId)?.reports.find(({ period }) => period.id === quarter.id);
      return row && [shownState(row, addDays(row.period.due, 1)), isOwed(row)];
    };
    expect([stateOf(union.longHung.id), stateOf(union.trangDai.id), stateOf(silent.id)]).toEqual([
      ['submitted', true],
      ['late', true],
      ['not-owed', false],
    ]);
  });
});

test('half a year and a year are reported in the same way', async () => {
  for (const kind of ['half_year', 'year'] as const) {
    const { id, from, to } = await makePastPeriod(kind);
    const found = await findReport(official, union.longHung.id, id);
    expect(found?.content, kind).toMatchObject({ day: to, period: { kind, from, to } });
    expect(await sign(id), kind).toMatchObject({ ok: true });
    expect(await acceptReport(province, await about(id)), kind).toMatchObject({ ok: true });
  }
});
