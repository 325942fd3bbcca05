import { may, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey } from '@/domain/page';
import { nameToday, toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type ImportBatch, type ImportCounts, type ImportPhase, type SheetColumns, undoable } from './import';
import { readClosedRows } from './rows/closed-rows';
import { type RowFilter, type RowPage, readRows, shownRow } from './rows/import-rows';

const BATCHES_PAGE = 30;
const ROWS_PAGE = 100;

export type BatchPage = { batches: ImportBatch[]; next: string | null };

/** Imports that the viewer reaches whole, the youngest first, thirty a page. */
export async function listImports(viewer: Viewer, after?: string): Promise<BatchPage> {
  const key = readKey(after);
  const last = key ? await findImport(viewer, key) : null;
  const rows = await db.importBatch.findMany({
    where: { AND: [{ scopeUnit: withinReach(viewer, 'imports.members') }, behind(last, 'uploadedAt', 'desc')] },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
    select: batchSelect(),
    take: BATCHES_PAGE + 1,
  });
  const { page, next } = pageOf(rows, BATCHES_PAGE);
  const batches = page.map((row) => toBatch(viewer, row));
  return { batches, next };
}

/** One import, or null where there is none that the viewer may see: that of a neighbour is none. */
export async function findImport(viewer: Viewer, batchId: string): Promise<ImportBatch | null> {
  if (!isId(batchId)) return null;
  const row = await db.importBatch.findFirst({
    where: { id: batchId, scopeUnit: withinReach(viewer, 'imports.members') },
    select: batchSelect(),
  });
  return row && toBatch(viewer, row);
}

/** The names of the files of these imports, as far as she may see them. */
export async function listFileNames(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.importBatch.findMany({
    where: { id: { in: [...ids] }, scopeUnit: withinReach(viewer, 'imports.members') },
    select: { id: true, fileName: true },
    take: ids.length,
  });
  return new Map(rows.map(({ id, fileName }) => [id, fileName]));
}

/** Rows of an import in the order of the sheet, a hundred a page; none where the import is not hers to see or purged. */
export async function listImportRows(viewer: Viewer, batchId: string, filter: RowFilter = {}): Promise<RowPage> {
  const batch = await findImport(viewer, batchId);
  if (!batch || batch.purged) return { rows: [], next: null };
  const { rows, next } = await readRows(db, batch.id, filter, ROWS_PAGE);
  return { rows: rows.map(shownRow), next };
}

/** How many rows were judged how, how many stand, and how many were left alone since their record had changed. */
export async function countImportRows(viewer: Viewer, batchId: string): Promise<ImportCounts> {
  const counts = { verdicts: { error: 0, update: 0, create: 0, same: 0 }, leftAlone: 0, done: 0 };
  const batch = await findImport(viewer, batchId);
  if (!batch) return counts;
  const [byVerdict, byOutcome] = await Promise.all([
    db.importRow.groupBy({ by: ['verdict'], where: { batchId: batch.id }, _count: true }),
    db.importRow.groupBy({ by: ['outcome'], where: { batchId: batch.id }, _count: true }),
  ]);
  for (const { verdict, _count } of byVerdict) if (verdict) counts.verdicts[verdict] = _count;
  for (const { outcome, _count } of byOutcome) {
    if (outcome === 'left-alone') counts.leftAlone = _count;
    if (outcome === 'done') counts.done = _count;
  }
  return counts;
}

/** How many of its members came late, into a month that is closed; none of an import that does not stand. */
export async function countLateRows(viewer: Viewer, batchId: string): Promise<number> {
  const batch = await findImport(viewer, batchId);
  return batch?.state === 'applied' && batch.phase === 'finished' ? (await readClosedRows(db, batch.id)).late : 0;
}

/** How many rows of the present phase are behind it. */
export async function countRowsDone(viewer: Viewer, { id, doneRowNo }: ImportBatch): Promise<number> {
  const batch = await findImport(viewer, id);
  return batch ? db.importRow.count({ where: { batchId: batch.id, rowNo: { lte: doneRowNo } } }) : 0;
}

const batchSelect = () => ({
  id: true,
  fileName: true,
  columns: true,
  state: true,
  phase: true,
  uploadedAt: true,
  uploadedBy: { select: { displayName: true } },
  appliedAt: true,
  rowCount: true,
  doneRowNo: true,
  purgeOn: true,
  purgedOn: true,
  version: true,
  unit: { select: unitSelect() },
  scopeUnit: { select: { unitNames: nameToday(), unitSpans: unitSelect().unitSpans } },
});

type Row = Prisma.ImportBatchGetPayload<{ select: ReturnType<typeof batchSelect> }>;

function toBatch(viewer: Viewer, row: Row): ImportBatch {
  const { unit, scopeUnit, columns, phase, uploadedBy, purgeOn, purgedOn, ...rest } = row;
  const { id, name, path } = toUnit(unit);
  const work = may(viewer, 'imports.members', scopeUnit.unitSpans[0]?.path ?? '');
  const batch = { ...rest, phase: phase as ImportPhase };
  return {
    ...batch,
    unit: { id, name, path },
    columns: columns as SheetColumns,
    uploadedBy: uploadedBy.displayName,
    purged: purgedOn !== null || fromDate(purgeOn) <= today(),
    may: { work, undo: work && undoable(batch) },
  };
}
