import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { declareRecordKeeping } from '@/domain/coverage/record-keeping/record-keeping-commands';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCourse, createSession } from '@/test/factories/trainings';
import { createCommune, createGroup, createSubAssociation, type MadeUnit } from '@/test/factories/units';
import { makeCovered, makePastMonth, pastMonth, readyToSign } from '@/test/stages/reports';
import { carriedOut } from '@/test/stages/units';
import { makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { listChangedFigures } from '../changed-queries';
import { findReport } from '../queries';
import { signReport } from './sign-commands';

/** A day in the middle of the month that is reported on. */
const MIDDLE = addDays(pastMonth().from, 14);

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let last: string;
let before: string;
let running: string;

beforeAll(async () => {
  [last, before, running] = [await makePastMonth(1), await makePastMonth(2), await makePastMonth(0)];
});
/** Long Hưng has Khu phố 5, which is covered, with Tổ 1, and Khu phố 6; Trảng Dài has Ông Hường. */
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  await makeCovered(union.khuPho5);
});

const read = async (unitId: string, periodId = last, viewer = province) => {
  const found = await findReport(viewer, unitId, periodId);
  if (!found) throw new Error('no report');
  return found;
};
const contentOf = async (unit: TestUnit, periodId = last) => (await read(unit.id, periodId)).content;
const sign = async (viewer: Viewer, unit: TestUnit, periodId = last) => {
  const result = await signReport(viewer, await readyToSign(viewer, unit.id, periodId));
  return result.ok ? 'done' : result.problem;
};
/** All that was kept of the signings of a unit: what the reports said, and the rows and hashes of their snapshots. */
const kept = async ({ id }: TestUnit) => ({
  signed:
    await db.$queryRaw`SELECT a.id, a.content::text AS content FROM report_action a JOIN report r ON r.id = a.report_id WHERE r.unit_id = ${id}::uuid ORDER BY a.id`,
  frozen:
    await db.$queryRaw`SELECT s.sha256, s.row_count, r.unit_id, r.name, r.path, r.figures::text AS figures, app.snapshot_hash(s.id) = s.sha256 AS holds
    FROM snapshot s JOIN snapshot_row r ON r.snapshot_id = s.id WHERE s.unit_id = ${id}::uuid ORDER BY s.id, r.path COLLATE "C"`,
});
const shareOf = async (unit: TestUnit, periodId = last) => {
  const { units, covered, percent } = (await contentOf(unit, periodId)).coverage.sub_association;
  return [covered, units, percent];
};
const held = async (unit: TestUnit, day: Day) => {
  const course = await createCourse(db);
  await createSession(db, {
    course,
    unit,
    state: 'held',
    startsAt: `${day}T08:00:00+07:00`,
    endsAt: `${day}T10:00:00+07:00`,
  });
};
const sessionsOf = async (unit: TestUnit) =>
  (await contentOf(unit)).figures.find(({ code }) => code === 'sessions_held')?.now.since;
const communeIn = async (unit: TestUnit) => (await contentOf(union.province)).communes.find(({ id }) => id === unit.id);

describe('a commune that begins to keep its records here in the middle of the month', () => {
  test('owes the report of that month and of none before, compares with nothing, and counts in the city’s', async () => {
    const commune = await createCommune(db, union.province, { name: 'Bàu Hàm' });
    const units = [];
    for (const name of ['Ấp 1', 'Ấp 2', 'Ấp 3']) units.push(await createSubAssociation(db, commune, { name }));
    await makeCovered(units[0] as MadeUnit);
    const hers = await makeViewer('commune_official', commune);
    expect((await communeIn(commune))?.report).toBeNull();
    expect(await declareRecordKeeping(hers, { unitId: commune.id, from: MIDDLE })).toMatchObject({ ok: true });
    const { content } = await read(commune.id);
    expect(content.notes).toEqual([{ note: 'kept-since', day: MIDDLE, name: '', kind: null }]);
    expect(content.coverage.sub_association).toMatchObject({ covered: 1, units: 3, percent: 33.3, before: null });
    expect(content.sentences).toContainEqual(
      expect.objectContaining({ say: 'coverage', covered: 1, units: 3, change: null }),
    );
    expect(await communeIn(commune)).toMatchObject({ report: 'draft', percents: { sub_association: 33.3 } });
    expect(await sign(hers, commune, before)).toBe('not-kept');
    expect(await sign(hers, commune)).toBe('done');
  });
});

describe('communes that merge', () => {
  const merge = (from: Day, unit = union.trangDai, target = union.longHung) =>
    carriedOut(province, { kind: 'merge', unitId: unit.id, targetId: target.id, from });

  test('in the middle of the month: who takes over reports the units of the last day and its own work; the other’s is in the city’s', async () => {
    await makeCovered(union.ongHuong);
    await held(union.ongHuong, addDays(MIDDLE, -10));
    await held(union.khuPho6, addDays(MIDDLE, 5));
    await merge(MIDDLE);
    expect(await shareOf(union.longHung)).toEqual([2, 3, 66.7]);
    expect(await shareOf(union.longHung, before)).toEqual([1, 2, 50]);
    expect((await contentOf(union.longHung)).coverage.sub_association.before).toBe(50);
    expect((await contentOf(union.longHung)).notes).toEqual([
      { note: 'took-over', day: MIDDLE, name: 'Trảng Dài', kind: 'ward' },
    ]);
    expect([await sessionsOf(union.longHung), await sessionsOf(union.province)]).toEqual([1, 2]);
    expect(await findReport(province, union.trangDai.id, last)).toBeNull();
    expect(await shareOf(union.trangDai, before)).toEqual([1, 1, 100]);
    expect(await communeIn(union.trangDai)).toBeUndefined();
    expect(await sign(official, union.longHung)).toBe('done');
  });

  test('after both were filed: neither changes, the one that is gone can still be read, and the next month says what came', async () => {
    const neighbour = await makeViewer('commune_official', union.trangDai);
    expect([await sign(official, union.longHung), await sign(neighbour, union.trangDai)]).toEqual(['done', 'done']);
    const was = [await kept(union.longHung), await kept(union.trangDai)];
    await merge(monthStart(today()));
    expect([await kept(union.longHung), await kept(union.trangDai)]).toEqual(was);
    expect(await shareOf(union.longHung)).toEqual([1, 2, 50]);
    expect(await shareOf(union.trangDai)).toEqual([0, 1, 0]);
    expect(await listChangedFigures(province, union.longHung, last)).toEqual([]);
    expect(await shareOf(union.longHung, running)).toEqual([1, 3, 33.3]);
    const next = await contentOf(union.longHung, running);
    expect(next.coverage.sub_association.before).toBe(50);
    expect(next.restated).toEqual([]);
    expect(await communeIn(union.trangDai)).toMatchObject({ report: 'submitted', percents: { sub_association: 0 } });
  });

  test('a silent one into one that reports: its units count from that day, and it says since when', async () => {
    const silent = await createCommune(db, union.province, { name: 'Bàu Cạn', kind: 'commune' });
    for (const name of ['Ấp 1', 'Ấp 2']) await createSubAssociation(db, silent, { name });
    await merge(MIDDLE, silent);
    expect(await shareOf(union.longHung, before)).toEqual([1, 2, 50]);
    expect(await shareOf(union.longHung)).toEqual([1, 4, 25]);
    expect((await contentOf(union.longHung)).notes).toEqual([
      { note: 'took-over', day: MIDDLE, name: 'Bàu Cạn', kind: 'commune' },
    ]);
  });

  test('one that reports into a silent one: nobody owes the month, the months before were hers', async () => {
    const silent = await createCommune(db, union.province, { name: 'Bàu Cạn', kind: 'commune' });
    await createSubAssociation(db, silent, { name: 'Ấp 1' });
    await merge(MIDDLE, union.longHung, silent);
    const theirs = await makeViewer('commune_official', silent);
    expect((await contentOf(silent)).coverage.sub_association).toMatchObject({ percent: null, state: 'not_reported' });
    expect(await sign(theirs, silent)).toBe('not-kept');
    expect((await communeIn(silent))?.report).toBeNull();
    expect(await findReport(province, union.longHung.id, last)).toBeNull();
    expect(await shareOf(union.longHung, before)).toEqual([1, 2, 50]);
  });
});

test('a commune that becomes a ward: each report calls it as it was on its last day, and the one of that month says so', async () => {
  const commune = await createCommune(db, union.province, { name: 'Phú Lý', kind: 'commune' });
  await createSubAssociation(db, commune, { name: 'Ấp 1' });
  const hers = await makeViewer('commune_official', commune);
  await declareRecordKeeping(hers, { unitId: commune.id, from: '2025-09-01' });
  expect(await sign(hers, commune, before)).toBe('done');
  const was = await kept(commune);
  await carriedOut(province, { kind: 'change_kind', unitId: commune.id, unitKind: 'ward', from: MIDDLE });
  await carriedOut(province, { kind: 'rename', unitId: commune.id, name: 'Phú Lợi', from: monthStart(today()) });
  expect(await kept(commune)).toEqual(was);
  const calledIn = async (periodId: string) => (await contentOf(commune, periodId)).unit;
  expect(await calledIn(before)).toMatchObject({ kind: 'commune', name: 'Phú Lý' });
  expect(await calledIn(last)).toMatchObject({ kind: 'ward', name: 'Phú Lý' });
  expect(await calledIn(running)).toMatchObject({ kind: 'ward', name: 'Phú Lợi' });
  expect((await contentOf(commune)).notes).toEqual([{ note: 'became', day: MIDDLE, name: '', kind: 'ward' }]);
  const { notes } = await contentOf(commune, running);
  expect(notes).toEqual([]);
  expect(await sign(hers, commune)).toBe('done');
  const frozen =
    await db.$queryRaw`SELECT w.name, w.kind::text AS kind FROM report r JOIN snapshot_row w ON w.snapshot_id = r.snapshot_id AND w.unit_id = r.unit_id
    WHERE r.unit_id = ${commune.id}::uuid AND r.period_id = ${last}::uuid`;
  expect(frozen).toEqual([{ name: 'Phú Lý', kind: 'ward' }]);
});

describe('after a report was filed', () => {
  test('a group that is split and one that goes to another commune change nothing of it; the next month counts what is there then', async () => {
    const group = await createGroup(db, union.khuPho6, { name: 'Tổ 9' });
    await makeCovered(union.to1);
    expect(await sign(official, union.longHung)).toBe('done');
    const was = await kept(union.longHung);
    const { content } = await read(union.longHung.id);
    const from = monthStart(today());
    await carriedOut(official, { kind: 'split', unitId: union.to1.id, parts: ['Tổ 1A', 'Tổ 1B'], from });
    await carriedOut(province, { kind: 'move', unitId: group.id, targetId: union.ongHuong.id, from });
    expect(await kept(union.longHung)).toEqual(was);
    expect((await read(union.longHung.id)).content).toEqual(content);
    expect(await listChangedFigures(official, union.longHung, last)).toEqual([]);
    expect(content.coverage.group).toMatchObject({ covered: 1, units: 2, percent: 50 });
    const next = (await contentOf(union.longHung, running)).coverage.group;
    expect(next).toMatchObject({ covered: 1, units: 2, before: 50 });
    expect((await contentOf(union.trangDai, running)).coverage.group).toMatchObject({ covered: 0, units: 1 });
  });

  test('a sub-association that goes to another commune, and comes to be split there, stays in it as it stood', async () => {
    expect(await sign(official, union.longHung)).toBe('done');
    const was = await kept(union.longHung);
    const from = monthStart(today());
    await carriedOut(province, { kind: 'move', unitId: union.khuPho5.id, targetId: union.trangDai.id, from });
    await carriedOut(province, {
      kind: 'split',
      unitId: union.khuPho5.id,
      parts: ['Khu phố 5A', 'Khu phố 5B'],
      from: today(),
    });
    expect(await kept(union.longHung)).toEqual(was);
    expect(await listChangedFigures(official, union.longHung, last)).toEqual([]);
    expect(await shareOf(union.longHung)).toEqual([1, 2, 50]);
    expect(await shareOf(union.longHung, running)).toEqual([0, 1, 0]);
    expect(await shareOf(union.trangDai, running)).toEqual([1, 3, 33.3]);
  });
});
