import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, type Result } from '@/domain/result';
import { countedTransaction } from '../period/period-writes';
import { takeBack } from './take-back-writes';
import type { UndoInput, UndoPreview, UndoProblem } from './undo';
import { allowUndo } from './undo-queries';

export type Undone = Pick<UndoPreview, 'unitId' | 'ahead'> & { state: 'undone' | 'stale'; changeId: string };

/** Leaves the transaction without its changes: the preview she saw is no longer what would happen. */
class Stale extends Error {
  constructor(readonly undone: Undone) {
    super('stale');
  }
}

/**
 * Withdraws a restructuring whose day is to come, or undoes one that was carried out, as it was previewed. When figures have
 * changed since, the answer is 'stale' and nothing is done.
 */
export async function undoChange(
  viewer: Viewer,
  { changeId, digest }: UndoInput,
): Promise<Result<Undone, UndoProblem>> {
  const allowed = await allowUndo(viewer, changeId);
  if (!allowed.ok) return allowed;
  try {
    return await countedTransaction(async (tx): Promise<Result<Undone, UndoProblem>> => {
      const done = await takeBack(tx, changeId);
      if (!done.ok) return done;
      const { unitId, ahead, kind, from } = done.value;
      if (done.value.digest !== digest) throw new Stale({ state: 'stale', changeId, unitId, ahead });
      await tx.unitChange.update({
        where: { id: changeId },
        data: { undoneAt: new Date(), undoneById: viewer.accountId },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'changed',
        action: 'undoChange',
        subjectType: 'unit',
        subjectId: unitId,
        unitId,
        change: { changeId, kind, from, ahead },
      });
      return ok({ state: 'undone', changeId, unitId, ahead });
    });
  } catch (error) {
    if (error instanceof Stale) return ok(error.undone);
    throw error;
  }
}
