import { beforeAll, expect, test } from 'vitest';
import { today } from '@/domain/days/day';
import { acceptReport, reopenReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { makeCovered, makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { readQuestion } from '../question';
import { filedFigureRow } from '../rows';
import { findPublishedSnapshot, listPublishedFiledFigures, listPublishedSnapshotRows } from './snapshot-queries';

let union: TestUnion;
let periodId: string;
beforeAll(async () => {
  periodId = await makePastMonth();
  union = await makeUnion();
  await makeCovered(union.khuPho5);
});

const question = (name: 'snapshots' | 'snapshot', id?: string) => {
  const read = readQuestion(name, id, {}, today());
  if (!read.ok) throw new Error(read.problem);
  return read.value;
};
const listed = async () => {
  const told = await listPublishedSnapshotRows(question('snapshots'));
  return told.ok ? told.value.rows : [];
};
const figures = async (id: string) => {
  const told = await listPublishedFiledFigures(question('snapshot', id));
  return told?.ok ? told.value.rows : null;
};
const snapshotsOf = (unitId: string) =>
  db.snapshot.findMany({ where: { unitId }, orderBy: { takenAt: 'asc' }, select: { id: true } });

test('a report can be cited once it is accepted, says no more than public figures, and stays when it is filed anew', async () => {
  const unitId = union.longHung.id;
  const official = await makeViewer('commune_official', union.longHung);
  const city = await makeViewer('province_official', union.province);
  const about = async () => {
    const report = await findReport(city, unitId, periodId);
    return { unitId, periodId, version: report?.row.version ?? 0 };
  };
  expect((await signReport(official, await readyToSign(official, unitId, periodId))).ok).toBe(true);
  const [first] = await snapshotsOf(unitId);
  expect(await findPublishedSnapshot(first?.id ?? '')).toBeNull();
  expect(await listed()).toEqual([]);

  expect((await acceptReport(city, await about())).ok).toBe(true);
  expect(await listed()).toMatchObject([{ snapshot: first?.id, name: 'Long Hưng', is_current: true }]);
  const filed = await figures(first?.id ?? '');
  expect(filed?.find(({ indicator }) => indicator === 'coverage_sub_association')).toMatchObject({
    figure_state: 'known',
    done: 1,
    whole: 2,
    percent: 50,
    edition: 1,
  });
  for (const row of filed ?? []) expect(filedFigureRow.strict().safeParse(row).error).toBeUndefined();
  const codes = new Set(filed?.map(({ indicator }) => indicator));
  for (const code of ['members', 'people_trained', 'attendances', 'women_guided', 'women_waiting'] as const)
    expect(codes.has(code), code).toBe(false);
  expect(new Set(filed?.map(({ name }) => name))).toEqual(new Set(['Long Hưng']));

  expect((await reopenReport(city, { ...(await about()), remark: 'Sửa số liệu' })).ok).toBe(true);
  await makeCovered(union.khuPho6);
  expect((await signReport(official, await readyToSign(official, unitId, periodId))).ok).toBe(true);
  expect(await listed()).toMatchObject([{ snapshot: first?.id, is_current: false }]);
  expect(await figures(first?.id ?? '')).toEqual(filed);
  expect((await acceptReport(city, await about())).ok).toBe(true);
  expect((await listed()).map(({ is_current }) => is_current).sort()).toEqual([false, true]);
});

test('what is no snapshot of a report is not found', async () => {
  for (const id of [nothing, 'x', '']) expect(await figures(id)).toBeNull();
});
