import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import { db, transaction } from '@/prisma/client';
import { createSubAssociation } from '@/test/factories/units';
import { confirmed, fresh, previewed, run } from '@/test/stages/imports';
import { lockPeriod, makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { undoImport } from '../commands';
import { countLateRows, listImportRows } from '../queries';
import { undoRows } from './undo-writes';

let union: TestUnion;

beforeAll(async () => {
  union = await makeUnion();
});

const OLD = '15/8/2025';
const isMember = (name: string) => db.person.count({ where: { fullName: name, erasedOn: null } });

/** An official of a commune of its own, and an import there: one woman of August, one of October. */
async function imported(closedBefore: boolean) {
  const commune = await makeCommune(union.province, `Nhập ${fresh()}`);
  const unit = await createSubAssociation(db, commune);
  const close = () => lockPeriod(commune, '2025-08-01', '2025-09-01');
  if (closedBefore) await close();
  const official = await makeViewer('commune_official', commune);
  const [late, young] = [fresh(), fresh()];
  const { id } = await previewed(official, unit, `${late};1980;;;;;${OLD};`, `${young};1980;;;;;1/10/2025;`);
  await confirmed(official, id);
  return { commune, official, id, late, young, close };
}
const undo = (viewer: Viewer, batchId: string) => undoImport(viewer, { batchId });

test('who comes by an import into a month that is closed is told of, once and by number; taken back she leaves it as it was filed', async () => {
  const { official, id, late } = await imported(true);
  expect(await countLateRows(official, id)).toBe(1);
  expect(await countLateRows(await makeViewer('commune_official', union.trangDai), id)).toBe(0);
  expect(await undo(official, id)).toMatchObject({ ok: true });
  await run(official, id);
  expect(await isMember(late)).toBe(0);
  expect(await countLateRows(official, id)).toBe(0);
});

test('an import that a month was closed with is not taken back, and the first open day is said; a reopened month lets it go', async () => {
  const { commune, official, id, late, close } = await imported(false);
  await close();
  expect(await countLateRows(official, id)).toBe(0);
  expect(await undo(official, id)).toEqual({ ok: false, problem: 'period-locked', detail: { until: '2025-09-01' } });
  expect(await isMember(late)).toBe(1);
  const report = await db.report.findFirstOrThrow({ where: { unitId: commune.id }, select: { id: true } });
  await db.reportAction.create({
    data: { reportId: report.id, kind: 'reopened', remark: 'Sửa' },
    select: { id: true },
  });
  expect(await undo(official, id)).toMatchObject({ ok: true });
  await run(official, id);
  expect(await isMember(late)).toBe(0);
});

test('a month that closes while an import is being taken back keeps whom it counts, and she says why she stays', async () => {
  const { official, id, late, young, close } = await imported(false);
  await close();
  await transaction((tx) => undoRows(tx, official, id, [1, 2, 3]));
  expect([await isMember(late), await isMember(young)]).toEqual([1, 0]);
  const { rows } = await listImportRows(official, id, { leftAlone: true });
  expect(rows.map(({ plan, reasons }) => [plan?.name, reasons])).toEqual([[late, ['month-closed']]]);
  const kept = await db.membership.findFirstOrThrow({
    where: { person: { fullName: late } },
    select: { validFrom: true, validTo: true },
  });
  expect(kept).toEqual({ validFrom: toDate('2025-08-15'), validTo: null });
});
