import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { changeStatus } from '@/domain/digital-models/status-commands';
import { db } from '@/prisma/client';
import { createCourse, createSession } from '@/test/factories/trainings';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findReport } from '../queries';
import { askToReopen } from './ask-commands';
import { acceptReport, acceptReports, refuseToReopen, reopenReport, returnReport } from './decide-commands';
import { signReport } from './sign-commands';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let family: { id: string };
let last: string;
let before: string;

beforeAll(async () => {
  last = await makePastMonth(1);
  before = await makePastMonth(2);
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  family = await makeCovered(union.khuPho5);
});

const sign = async (periodId = last, viewer = official, unitId = union.longHung.id) =>
  signReport(viewer, await readyToSign(viewer, unitId, periodId));
const about = async (periodId = last, unitId = union.longHung.id) => {
  const found = await findReport(province, unitId, periodId);
  return { unitId, periodId, version: found?.row.version ?? 0, remark: 'Xem lại số tổ ở Khu phố 5' };
};
const accept = async (periodId = last) => acceptReport(province, await about(periodId));
const stateOf = async (periodId = last, unitId = union.longHung.id) =>
  (await findReport(province, unitId, periodId))?.row.state;
const pause = async (from: Day) => {
  const { version } = await db.digitalModel.findUniqueOrThrow({ where: { id: family.id }, select: { version: true } });
  return changeStatus(official, { modelId: family.id, version, status: 'paused', from });
};
const snapshotsOf = () =>
  db.snapshot.findMany({
    where: { unitId: union.longHung.id },
    orderBy: { takenAt: 'asc' },
    select: { id: true, sha256: true, snapshotRows: { select: { unitId: true, figures: true } } },
  });

describe('a report that the city accepts', () => {
  test('closes its month: a correction of it is refused with the first open day, of later days it is not', async () => {
    await sign();
    expect(await accept()).toMatchObject({ ok: true });
    expect(await stateOf()).toBe('locked');
    const { from, to } = pastMonth();
    expect(await pause(from)).toMatchObject({ problem: 'period-locked', detail: { until: monthStart(today()) } });
    expect(await pause(addDays(to, 1))).toMatchObject({ ok: true });
  });

  test('goes back with a remark instead, is corrected and signed anew', async () => {
    await sign();
    expect(await returnReport(province, await about())).toMatchObject({ ok: true });
    const returned = await findReport(official, union.longHung.id, last);
    expect(returned?.row.state).toBe('returned');
    expect(returned?.actions[0]).toMatchObject({
      kind: 'returned',
      remark: 'Xem lại số tổ ở Khu phố 5',
      by: province.displayName,
    });
    expect(await returnReport(province, await about())).toMatchObject({ problem: 'not-filed' });
    expect(await sign()).toMatchObject({ ok: true });
    expect(await stateOf()).toBe('submitted');
  });

  test('must still be what the records say: what counts has moved since, and it is refused until it was filed anew', async () => {
    await sign();
    await makeCovered(union.khuPho6);
    expect(await accept()).toMatchObject({ problem: 'moved-since-filed', detail: { units: '1' } });
    expect(await stateOf()).toBe('submitted');
    await returnReport(province, await about());
    await sign();
    expect(await accept()).toMatchObject({ ok: true });
  });

  test('the same of what is no coverage: a session that came to be held since then is told by its number', async () => {
    await sign();
    const { from } = pastMonth();
    const times = { startsAt: `${from}T08:00:00+07:00`, endsAt: `${from}T10:00:00+07:00` };
    await createSession(db, { course: await createCourse(db), unit: union.khuPho6, state: 'held', ...times });
    expect(await accept()).toMatchObject({ problem: 'moved-since-filed', detail: { units: '0', figures: '2' } });
  });

  test('by nobody but the city; the neighbour learns no more than of nothing', async () => {
    await sign();
    const input = await about();
    for (const deed of [acceptReport, returnReport, reopenReport, refuseToReopen]) {
      expect(await deed(official, input)).toMatchObject({ problem: 'not-allowed' });
      expect(await deed(await makeViewer('viewer', union.province), input)).toMatchObject({ problem: 'not-allowed' });
      expect(await deed(await makeViewer('commune_official', union.trangDai), input)).toMatchObject({
        problem: 'not-found',
      });
    }
    expect(await stateOf()).toBe('submitted');
  });

  test('several at once: all that can be, the others are left and counted', async () => {
    const neighbour = await makeViewer('commune_official', union.trangDai);
    await sign();
    await sign(last, neighbour, union.trangDai.id);
    await makeCovered(union.khuPho6);
    const reports = [await about(), await about(last, union.trangDai.id)];
    expect(await acceptReports(neighbour, { periodId: last, reports })).toMatchObject({ problem: 'not-found' });
    expect(await acceptReports(province, { periodId: last, reports })).toMatchObject({
      ok: true,
      value: { accepted: 1, left: 1 },
    });
    expect([await stateOf(), await stateOf(last, union.trangDai.id)]).toEqual(['submitted', 'locked']);
    expect(await acceptReports(province, { periodId: last, reports })).toMatchObject({ problem: 'none-accepted' });
  });

  test('of two deeds at the same moment one is done: it is accepted or given back, never both', async () => {
    await sign();
    const input = await about();
    const answers = await Promise.all([acceptReport(province, input), returnReport(province, input)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(['locked', 'returned']).toContain(await stateOf());
  });

  test('waits for who is changing its figures: of a correction and an acceptance at once, the report says what the records say', async () => {
    await sign();
    const { from } = pastMonth();
    const input = await about();
    const [paused, accepted] = await Promise.all([pause(from), acceptReport(province, input)]);
    expect([paused.ok, accepted.ok].filter(Boolean)).toHaveLength(1);
    expect(accepted.ok ? paused : accepted).toMatchObject({
      problem: accepted.ok ? 'period-locked' : 'moved-since-filed',
    });
  });
});

describe('a closed report is opened again', () => {
  const closeBoth = async () => {
    for (const periodId of [before, last]) {
      await sign(periodId);
      await accept(periodId);
    }
  };

  test('when the commune asks and the city grants it, the latest first; refiled, both snapshots stay and the series says old, new, who and why', async () => {
    await closeBoth();
    const [first] = await snapshotsOf();
    expect(await askToReopen(official, await about(before))).toMatchObject({ ok: true });
    expect(await askToReopen(official, await about(before))).toMatchObject({ problem: 'asked-already' });
    expect((await findReport(official, union.longHung.id, before))?.row).toMatchObject({
      asked: true,
      state: 'locked',
    });
    expect(await reopenReport(province, await about(before))).toMatchObject({ problem: 'later-first' });
    expect(await reopenReport(province, await about(last))).toMatchObject({ ok: true });
    expect(await reopenReport(province, await about(before))).toMatchObject({ ok: true });
    expect(await pause(pastMonth(2).from)).toMatchObject({ ok: true });
    await sign(before);
    await accept(before);
    expect((await snapshotsOf()).find(({ id }) => id === first?.id)).toEqual(first);
    const series = await findReport(official, union.longHung.id, last);
    const told = series?.content.restated.find(({ code }) => code === 'coverage_sub_association');
    expect(told).toMatchObject({
      period: { from: pastMonth(2).from },
      was: { done: 1, whole: 2 },
      now: { done: 0, whole: 2 },
      filed: { by: official.displayName, why: 'Xem lại số tổ ở Khu phố 5', on: today() },
    });
    expect(series?.content.sentences).toContainEqual({ say: 'restated', count: series?.content.restated.length });
  });

  test('not where the city says no: nothing moves, and it may be asked again', async () => {
    await closeBoth();
    expect(await refuseToReopen(province, await about(last))).toMatchObject({ problem: 'not-asked' });
    await askToReopen(official, await about(last));
    expect(await refuseToReopen(province, await about(last))).toMatchObject({ ok: true });
    expect((await findReport(official, union.longHung.id, last))?.row).toMatchObject({ asked: false, state: 'locked' });
    expect(await askToReopen(official, await about(last))).toMatchObject({ ok: true });
  });

  test('asked by whom it is to correct alone, and of what is closed alone', async () => {
    await sign();
    expect(await askToReopen(official, await about())).toMatchObject({ problem: 'not-locked' });
    await accept();
    expect(await askToReopen(await makeViewer('viewer', union.longHung), await about())).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await askToReopen(await makeViewer('commune_official', union.trangDai), await about())).toMatchObject({
      problem: 'not-found',
    });
  });

  test('accepted and opened at the same moment it is one after the other', async () => {
    await sign();
    const input = await about();
    const [accepted, reopened] = await Promise.all([acceptReport(province, input), reopenReport(province, input)]);
    expect(accepted.ok).toBe(true);
    expect(reopened).toMatchObject({ ok: false });
    expect(await stateOf()).toBe('locked');
  });
});
