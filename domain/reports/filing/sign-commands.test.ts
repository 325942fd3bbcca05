import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createCommune } from '@/test/factories/units';
import { makeCityOfficial, makeCovered, makePastMonth, pastMonth, readyToSign, signCity } from '@/test/stages/reports';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { periodBefore } from '../periods/period';
import { findReport, listReports } from '../queries';
import { signReport, writeReportText } from './sign-commands';

let union: TestUnion;
let official: Viewer;
let deputy: Viewer;
let periodId: string;

beforeAll(async () => {
  periodId = await makePastMonth();
});
beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  deputy = await makeViewer('commune_official', union.longHung);
  await makeCovered(union.khuPho5);
});

const ready = (viewer = official, unitId = union.longHung.id) => readyToSign(viewer, unitId, periodId);
const problemOf = async (viewer: Viewer, input: Awaited<ReturnType<typeof ready>>) => {
  const result = await signReport(viewer, input);
  return result.ok ? 'done' : result.problem;
};

describe('a report that has written itself', () => {
  test('is signed as it stands: nothing is typed, and what it said is kept with the signing, byte for byte', async () => {
    const before = await findReport(official, union.longHung.id, periodId);
    expect(before?.content.coverage.sub_association).toMatchObject({ units: 2, covered: 1, percent: 50 });
    expect(before?.content.sentences[0]).toMatchObject({ say: 'coverage', covered: 1, units: 2, change: 0 });
    expect(await problemOf(official, await ready())).toBe('done');
    await makeCovered(union.khuPho6);
    const filed = await findReport(official, union.longHung.id, periodId);
    const { priorityGroups: _, ...said } = before?.content ?? {};
    expect(filed?.row).toMatchObject({ state: 'submitted', filings: 1, filedOn: today() });
    expect(filed?.content).toMatchObject({ ...said, priorityGroups: { state: 'nobody-reached' } });
    expect(filed?.actions.map(({ kind, by }) => [kind, by])).toEqual([['submitted', official.displayName]]);
    expect(filed?.actions[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('waits for nobody who is away: whoever holds the role that day signs it; nobody else does', async () => {
    const input = await ready();
    const beside = await makeViewer('commune_official', union.trangDai);
    for (const stranger of [
      beside,
      await makeViewer('sub_association_head', union.khuPho5),
      await makeViewer('trainer', union.longHung),
    ])
      expect(await problemOf(stranger, input)).toBe('not-found');
    expect(await problemOf(beside, input)).toBe(await problemOf(beside, { ...input, unitId: nothing }));
    for (const reader of [
      await makeViewer('viewer', union.longHung),
      await makeViewer('province_official', union.province),
    ])
      expect(await problemOf(reader, input)).toBe('not-allowed');
    expect(await problemOf(deputy, input)).toBe('done');
  });

  test('is signed once by two who sign at the same moment', async () => {
    const input = await ready();
    const answers = await Promise.all([problemOf(official, input), problemOf(deputy, input)]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(['filed-already', 'changed-meanwhile']).toContain(answers.find((answer) => answer !== 'done'));
    expect(await db.reportAction.count({ where: { report: { unitId: union.longHung.id } } })).toBe(1);
    expect(await db.snapshot.count({ where: { unitId: union.longHung.id } })).toBe(1);
  });

  test('is not signed over figures that she has not seen', async () => {
    const input = await ready();
    await makeCovered(union.khuPho6);
    expect(await problemOf(official, input)).toBe('figures-moved');
    expect(await db.snapshot.count({ where: { unitId: union.longHung.id } })).toBe(0);
    expect(await problemOf(official, await ready())).toBe('done');
  });

  test('is signed when its period is over, and not before', async () => {
    const running = await makePastMonth(0);
    expect(await problemOf(official, await readyToSign(official, union.longHung.id, running))).toBe('not-over');
    const coming = await makePastMonth(-1);
    expect(await findReport(official, union.longHung.id, coming)).toBeNull();
  });

  test('may be told in her own words in either language, with a comment; of two who write at once the second is shown both', async () => {
    const about = { unitId: union.longHung.id, periodId, version: 1 };
    const write = (viewer: Viewer, text: string, version = 1) =>
      writeReportText(viewer, { ...about, version, locale: 'vi', text, comment: 'Chị em đồng lòng' });
    expect(await write(official, 'Tháng này phường có thêm một Gia đình số.')).toMatchObject({ ok: true });
    expect(await write(deputy, 'Khác')).toMatchObject({
      problem: 'changed-meanwhile',
      detail: { text: 'Tháng này phường có thêm một Gia đình số.' },
    });
    expect(await write(await makeViewer('viewer', union.longHung), 'Khác', 2)).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await problemOf(deputy, await ready())).toBe('done');
    const filed = await findReport(official, union.longHung.id, periodId);
    expect(filed?.content.text).toEqual({ vi: 'Tháng này phường có thêm một Gia đình số.', en: null });
    expect(filed?.content.comment.vi).toBe('Chị em đồng lòng');
    expect(await write(official, 'Sau khi ký', filed?.row.version)).toMatchObject({ problem: 'filed-already' });
  });
});

describe('who owes a report', () => {
  const shown = async (viewer: Viewer, unitId: string) =>
    (await listReports(viewer, unitId, { kind: 'month' }))?.rows.find((row) => row.period.id === periodId);

  test('a commune that keeps its records here on the last day, also when it began in the middle, and then the report says so', async () => {
    const { from, to } = pastMonth();
    const commune = await createCommune(db, union.province, { name: 'Bàu Hàm' });
    const hers = await makeViewer('commune_official', commune);
    expect(await shown(hers, commune.id)).toMatchObject({ isKept: false });
    expect(await problemOf(hers, await ready(hers, commune.id))).toBe('not-kept');
    await db.recordKeeping.create({ data: { unitId: commune.id, validFrom: new Date(to) } });
    expect(await shown(hers, commune.id)).toMatchObject({ isKept: true, state: 'draft' });
    const found = await findReport(hers, commune.id, periodId);
    expect(found?.content.notes).toEqual([{ note: 'kept-since', day: to, name: '', kind: null }]);
    expect(found?.content.before).toEqual(periodBefore({ kind: 'month', from }));
    expect(await problemOf(hers, await ready(hers, commune.id))).toBe('done');
  });

  test('not one that was closed before its last day, nor one that was founded after it', async () => {
    const { to } = pastMonth();
    const closed = await createCommune(db, union.province, { name: 'Phú Lý', to });
    const young = await createCommune(db, union.province, { name: 'Mới Lập', from: today() });
    const province = await makeViewer('province_official', union.province);
    for (const { id } of [closed, young]) expect(await findReport(province, id, periodId)).toBeNull();
  });

  test('the city signs its own report over all communes, and a commune does not', async () => {
    const province = await makeCityOfficial(union.province);
    const found = await findReport(province, union.province.id, periodId);
    const own = [union.longHung.id, union.trangDai.id];
    const told = found?.content.communes.filter(({ id }) => own.includes(id));
    expect(told?.map(({ name, report, percents }) => [name, report, percents.sub_association])).toEqual([
      ['Long Hưng', 'draft', 50],
      ['Trảng Dài', 'draft', 0],
    ]);
    expect(await problemOf(official, await ready(province, union.province.id))).toBe('not-found');
    expect(await signCity(province, await ready(province, union.province.id))).toBe('signed');
  });
});
