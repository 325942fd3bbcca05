import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { allowPlan, TakenBack } from '../restructuring/plan-queries';
import { type KeptChange, takeBack } from './take-back-writes';
import type { UndoPreview, UndoProblem } from './undo';

/** Whether the viewer may take a restructuring back: whoever might carry it out. Beyond her reach there is none. */
export async function allowUndo(viewer: Viewer, changeId: string): Promise<Result<true, 'not-found' | 'not-allowed'>> {
  if (!isId(changeId)) return problem('not-found');
  const change = await db.unitChange.findUnique({ where: { id: changeId }, select: { preview: true } });
  if (!change) return problem('not-found');
  const { plan } = change.preview as unknown as Partial<KeptChange>;
  return plan ? allowPlan(viewer, { ...plan, placed: {} }) : problem('not-found');
}

/** Everything that taking a restructuring back would change, found by doing it and leaving it. */
export async function previewUndo(viewer: Viewer, changeId: string): Promise<Result<UndoPreview, UndoProblem>> {
  const allowed = await allowUndo(viewer, changeId);
  if (!allowed.ok) return allowed;
  try {
    return await transaction(async (tx) => {
      throw new TakenBack(await takeBack(tx, changeId));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as Result<UndoPreview, UndoProblem>;
    throw error;
  }
}
