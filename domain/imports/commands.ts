import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { Second, StandingProblem } from '@/domain/second-pairs/second-pair';
import { bySecond, noteDone } from '@/domain/second-pairs/second-pair-writes';
import { holdVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type ChangeInput, type ColumnsInput, type ImportBatch, undoable } from './import';
import { countImportRows, findImport } from './queries';
import { readClosedRows } from './rows/closed-rows';
import { hasName } from './sheets/columns';

type Done = { id: string };

export type ColumnsProblem = 'not-found' | 'already-decided' | 'changed-meanwhile' | 'no-name-column' | 'column-twice';

/** Says what the columns hold where the portal did not know, or knew wrongly; the rows are then checked anew. */
export async function assignColumns(viewer: Viewer, input: ColumnsInput): Promise<Result<Done, ColumnsProblem>> {
  const batch = await findImport(viewer, input.batchId);
  if (!batch) return problem('not-found');
  if (batch.state !== 'previewed') return problem('already-decided');
  const { columns } = batch;
  const fields = columns.headings.map((heading, at) =>
    columns.identity.includes(heading) ? null : input[`column${at}`] || null,
  );
  if (!hasName({ fields })) return problem('no-name-column');
  const said = fields.filter(Boolean);
  if (new Set(said).size < said.length) return problem('column-twice');
  return transaction(async (tx) => {
    if (!(await isAsSeen(tx, batch, input))) return problem('changed-meanwhile', { version: String(batch.version) });
    await tx.importBatch.update({
      where: { id: batch.id },
      data: { columns: { ...columns, fields }, phase: 'checking', doneRowNo: 0 },
      select: { id: true },
    });
    await tx.$executeRaw`
      UPDATE import_row SET verdict = NULL, reasons = '{}', plan = NULL, before = NULL, match_key = NULL, subject_id = NULL
      WHERE batch_id = ${batch.id}::uuid`;
    return ok({ id: batch.id });
  });
}

export type ConfirmProblem =
  | 'not-found'
  | 'already-decided'
  | 'still-checking'
  | 'nothing-to-import'
  | 'already-imported'
  | 'changed-meanwhile';

/** Decides that the previewed rows are carried out. The steps do it; from here on they may be taken back for a day. */
export async function confirmImport(viewer: Viewer, input: ChangeInput): Promise<Result<Done, ConfirmProblem>> {
  const batch = await findImport(viewer, input.batchId);
  if (!batch) return problem('not-found');
  if (batch.state !== 'previewed' || batch.purged) return problem('already-decided');
  if (batch.phase !== 'checked') return problem('still-checking');
  const { verdicts } = await countImportRows(viewer, batch.id);
  if (verdicts.create + verdicts.update === 0) return problem('nothing-to-import');
  try {
    return await transaction(async (tx) => {
      if (!(await isAsSeen(tx, batch, input))) return problem('changed-meanwhile', { version: String(batch.version) });
      await tx.importBatch.update({
        where: { id: batch.id },
        data: {
          state: 'applied',
          phase: 'applying',
          doneRowNo: 0,
          appliedAt: new Date(),
          appliedById: viewer.accountId,
        },
        select: { id: true },
      });
      await record(tx, viewer, trail('confirmImport', 'changed', batch, verdicts));
      return ok({ id: batch.id });
    });
  } catch (error) {
    if (refusal(error) === 'one_applied_file') return problem('already-imported');
    throw error;
  }
}

/** Held as she saw it and as it was just read, in the same state and phase. */
const isAsSeen = async (tx: Transaction, batch: ImportBatch, { version }: { version: number }) =>
  batch.version === version && (await holdVersion(tx, 'import_batch', batch.id, version));

/** Drops a preview: its rows are gone at once. Twice is once. */
export async function discardImport(
  viewer: Viewer,
  { batchId }: { batchId: string },
): Promise<Result<Done, 'not-found' | 'already-decided'>> {
  const batch = await findImport(viewer, batchId);
  if (!batch) return problem('not-found');
  if (batch.state === 'discarded') return ok({ id: batch.id });
  return transaction(async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { id: batch.id, state: 'previewed' },
      data: { state: 'discarded', phase: 'finished' },
    });
    if (count === 0) return problem('already-decided');
    await tx.importRow.deleteMany({ where: { batchId: batch.id } });
    await record(tx, viewer, trail('discardImport', 'ended', batch));
    return ok({ id: batch.id });
  });
}

export type UndoProblem = 'not-found' | 'not-imported' | 'undo-too-late' | 'period-locked' | StandingProblem;

/**
 * Takes a whole import back, within a day of it, also one that is still carried out; of many by the word of two (0262). A record
 * edited since stays. 'period-locked': a month was closed with it (0356).
 */
export async function undoImport(
  viewer: Viewer,
  { batchId }: { batchId: string },
  second?: Second,
): Promise<Result<Done & { asked?: boolean }, UndoProblem>> {
  const batch = await findImport(viewer, batchId);
  if (!batch) return problem('not-found');
  if (batch.state === 'undone' || batch.phase === 'undoing') return ok({ id: batch.id });
  if (batch.state !== 'applied') return problem('not-imported');
  if (!undoable(batch)) return problem('undo-too-late');
  return transaction(async (tx) => {
    // nobody carries it further meanwhile
    await tx.$queryRaw`SELECT 1 FROM import_batch WHERE id = ${batch.id}::uuid FOR UPDATE`;
    const { until } = await readClosedRows(tx, batch.id);
    if (until) return problem('period-locked', { until });
    const written = await tx.importRow.count({ where: { batchId: batch.id, outcome: 'done' } });
    const deed = { what: 'undoImport' as const, unitId: batch.unit.id, count: written };
    const standing = await bySecond(tx, viewer, { ...deed, content: { batchId: batch.id, rows: written } }, second);
    if (!standing.ok) return standing;
    if (standing.value.asked) return ok({ id: batch.id, asked: true });
    const { requestId } = standing.value;
    const undone = { undoneAt: new Date(), undoneById: viewer.accountId, undoRequestId: requestId };
    const { count } = await tx.importBatch.updateMany({
      where: { id: batch.id, state: 'applied', phase: { in: ['applying', 'finished'] } },
      data: { phase: 'undoing', doneRowNo: 0, ...undone },
    });
    if (count > 0) await record(tx, viewer, trail('undoImport', 'changed', batch));
    await noteDone(tx, standing.value);
    return ok({ id: batch.id });
  });
}

const trail = (action: string, verb: 'changed' | 'ended', batch: ImportBatch, change?: Record<string, number>) => ({
  verb,
  action,
  subjectType: 'import',
  subjectId: batch.id,
  unitId: batch.unit.id,
  ...(change ? { change } : {}),
});
