import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { longTransaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type ImportPhase, type SheetColumns, STEP_ROWS } from './import';
import { findImport } from './queries';
import { applyRows } from './rows/apply-writes';
import { checkRows } from './rows/check-writes';
import type { BatchAtWork, StoredRow } from './rows/match-rows';
import { undoRows } from './rows/undo-writes';
import { type WrittenNumber, withNumbers } from './rows/written-numbers';

/** `wrote`: rows of people were carried out or taken back. */
export type Step = { phase: ImportPhase; done: number; total: number; wrote: boolean };

/**
 * The next step of an import: a thousand rows checked, carried out or taken back, in one transaction. Any process
 * goes on from there; of two that ask at once the second does the step after.
 */
export async function stepImport(viewer: Viewer, { batchId }: { batchId: string }): Promise<Result<Step, 'not-found'>> {
  const seen = await findImport(viewer, batchId);
  if (!seen) return problem('not-found');
  return longTransaction(async (tx) => {
    const batch = await takeBatch(tx, seen.id);
    const next = nextPhase[batch.phase];
    if (!next) return ok({ phase: batch.phase, done: seen.rowCount, total: seen.rowCount, wrote: false });
    const rows = await takeRows(tx, viewer, batch);
    const last = rows.at(-1);
    // imports into one place follow one another: neither makes a woman whom the other is just making
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${batch.scopePath}`}, 0))`;
    if (batch.phase === 'checking') await checkRows(tx, batch, rows);
    if (batch.phase === 'applying') await applyRows(tx, viewer, batch, rows.flatMap(toBeApplied));
    if (batch.phase === 'undoing')
      await undoRows(
        tx,
        viewer,
        batch.id,
        rows.flatMap(({ no, outcome }) => (outcome === 'done' ? [no] : [])),
      );
    const ended = rows.length < STEP_ROWS;
    const phase = ended ? next : batch.phase;
    await tx.importBatch.update({
      where: { id: batch.id },
      data: {
        phase,
        doneRowNo: last?.no ?? batch.doneRowNo,
        ...(ended && batch.phase === 'undoing' ? { state: 'undone' as const } : {}),
      },
      select: { id: true },
    });
    if (ended && batch.phase !== 'checking') await recordEnd(tx, viewer, batch);
    const done = await tx.importRow.count({
      where: { batchId: batch.id, rowNo: { lte: last?.no ?? batch.doneRowNo } },
    });
    return ok({ phase, done, total: seen.rowCount, wrote: batch.phase !== 'checking' && rows.length > 0 });
  });
}

const nextPhase: Record<ImportPhase, ImportPhase | null> = {
  checking: 'checked',
  checked: null,
  applying: 'finished',
  undoing: 'finished',
  finished: null,
};

type Taken = BatchAtWork & { phase: ImportPhase; doneRowNo: number };

async function takeBatch(tx: Transaction, id: string): Promise<Taken> {
  const [row] = await tx.$queryRaw<(Omit<Taken, 'columns'> & { columns: SheetColumns })[]>`
    SELECT b.id, b.unit_id AS "unitId", b.columns, b.phase, b.done_row_no AS "doneRowNo",
      (SELECT s.path FROM unit_span s WHERE s.unit_id = b.scope_unit_id AND s.valid_from <= app.today()
        AND (s.is_last OR s.valid_to > app.today()) LIMIT 1) AS "scopePath"
    FROM import_batch b WHERE b.id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new Error(`The import ${id} is gone.`);
  return row;
}

type TakenRow = StoredRow & {
  verdict: string | null;
  outcome: string | null;
  subjectId: string | null;
  before: { version: number; membershipVersion: number | null } | null;
};

/** The next rows, with the numbers of the sheet, which a door of the database hands out for this work (0271). */
async function takeRows(tx: Transaction, viewer: Viewer, { id, doneRowNo }: Taken): Promise<TakenRow[]> {
  const rows = await tx.$queryRaw<TakenRow[]>`
    SELECT row_no AS no, cells, verdict::text AS verdict, outcome, subject_id AS "subjectId", before
    FROM import_row WHERE batch_id = ${id}::uuid AND row_no > ${doneRowNo} ORDER BY row_no LIMIT ${STEP_ROWS}`;
  const nos = rows.map(({ no }) => no);
  const numbers = await tx.$queryRaw<WrittenNumber[]>`
    SELECT n.row_no AS no, n.place, n.written FROM app.sheet_numbers_of(${viewer.accountId}::uuid, ${id}::uuid, ${nos}::int[]) n`;
  return withNumbers(rows, numbers);
}

const toBeApplied = ({ verdict, ...row }: TakenRow) =>
  verdict === 'create' || verdict === 'update' ? [{ ...row, verdict } as const] : [];

async function recordEnd(tx: Transaction, viewer: Viewer, batch: Taken) {
  const counts = await tx.importRow.groupBy({
    by: ['outcome'],
    where: { batchId: batch.id, outcome: { not: null } },
    _count: true,
  });
  await record(tx, viewer, {
    verb: 'changed',
    action: batch.phase === 'undoing' ? 'finishUndo' : 'finishImport',
    subjectType: 'import',
    subjectId: batch.id,
    unitId: batch.unitId,
    change: Object.fromEntries(counts.map(({ outcome, _count }) => [outcome, _count])),
  });
}
