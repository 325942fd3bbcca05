import { may, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate, today } from '@/domain/day';
import { isId } from '@/domain/id';
import { nameToday, toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import {
  type ImportBatch,
  type ImportCounts,
  type ImportPhase,
  type ImportRow,
  type ImportState,
  type Outcome,
  type Plan,
  type SheetColumns,
  undoable,
  type Verdict,
} from './import';

const BATCHES_PAGE = 30;
const ROWS_PAGE = 100;
const BAD_ROWS_CHUNK = 1000;

export type BatchPage = { batches: ImportBatch[]; next: string | null };

/** Imports that the viewer reaches whole, the youngest first, thirty a page. */
export async function listImports(viewer: Viewer, after?: string): Promise<BatchPage> {
  const last = after && isId(after) ? await findImport(viewer, after) : null;
  const rows = await db.importBatch.findMany({
    where: {
      AND: [
        { scopeUnit: withinReach(viewer, 'imports.members') },
        last
          ? { OR: [{ uploadedAt: { lt: last.uploadedAt } }, { uploadedAt: last.uploadedAt, id: { lt: last.id } }] }
          : {},
      ],
    },
    orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
    select: batchSelect(),
    take: BATCHES_PAGE + 1,
  });
  const batches = rows.slice(0, BATCHES_PAGE).map((row) => toBatch(viewer, row));
  return { batches, next: rows.length > BATCHES_PAGE ? (batches.at(-1)?.id ?? null) : null };
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

export type RowFilter = { verdict?: Verdict; leftAlone?: boolean; after?: number };
export type RowPage = { rows: ImportRow[]; next: number | null };

/** Rows of an import in the order of the sheet, a hundred a page; none where the import is not hers to see or purged. */
export async function listImportRows(
  viewer: Viewer,
  batchId: string,
  filter: RowFilter = {},
  take: number = ROWS_PAGE,
): Promise<RowPage> {
  const batch = await findImport(viewer, batchId);
  if (!batch || batch.purged) return { rows: [], next: null };
  const rows = await db.importRow.findMany({
    where: {
      batchId: batch.id,
      ...(filter.verdict ? { verdict: filter.verdict } : {}),
      ...(filter.leftAlone ? { outcome: 'left-alone' } : {}),
      ...(filter.after ? { rowNo: { gt: filter.after } } : {}),
    },
    orderBy: { rowNo: 'asc' },
    select: {
      rowNo: true,
      verdict: true,
      reasons: true,
      cells: true,
      plan: true,
      subjectId: true,
      outcome: true,
    },
    take: take + 1,
  });
  const shown = rows.slice(0, take).map(({ rowNo, cells, plan, outcome, ...row }) => ({
    ...row,
    no: rowNo,
    cells: cells as string[],
    plan: plan as Plan | null,
    outcome: outcome as Outcome | null,
  }));
  return { rows: shown, next: rows.length > take ? (shown.at(-1)?.no ?? null) : null };
}

/** The rows with errors of an import, read in chunks, with its columns; null where there is none that she may see. */
export async function badRows(viewer: Viewer, batchId: string) {
  const batch = await findImport(viewer, batchId);
  if (!batch || batch.purged) return null;
  async function* rows(): AsyncGenerator<ImportRow> {
    let after: number | null = 0;
    while (after !== null) {
      const page: RowPage = await listImportRows(viewer, batchId, { verdict: 'error', after }, BAD_ROWS_CHUNK);
      yield* page.rows;
      after = page.next;
    }
  }
  return { columns: batch.columns, rows: rows() };
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

type Row = {
  id: string;
  fileName: string;
  columns: unknown;
  state: ImportState;
  phase: string;
  uploadedAt: Date;
  uploadedBy: { displayName: string };
  appliedAt: Date | null;
  rowCount: number;
  doneRowNo: number;
  purgeOn: Date;
  purgedOn: Date | null;
  version: number;
  unit: Parameters<typeof toUnit>[0];
  scopeUnit: { unitSpans: { path: string }[] };
};

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
