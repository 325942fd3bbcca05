import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { refusal, transaction } from '@/prisma/client';
import { findReporter, mayFile } from '../queries';
import type { ReopenInput, ReopenProblem } from '../report';
import { holdReport, trail, writeAction } from './action-writes';
import { problemOf } from './refused';

/** A commune asks to have a closed report opened, with its reason; the city answers. Asked once until it is answered. */
export async function askToReopen(
  viewer: Viewer,
  { unitId, periodId, version, remark }: ReopenInput,
): Promise<Result<{ unitId: string; periodId: string }, ReopenProblem>> {
  const unit = await findReporter(viewer, unitId);
  if (!unit) return problem('not-found');
  if (unit.level !== 'commune' || !mayFile(viewer, unit)) return problem('not-allowed');
  try {
    return await transaction(async (tx) => {
      const held = await holdReport(tx, unitId, periodId);
      if (held.state !== 'locked' && held.state !== 'accepted') return problem('not-locked');
      if (held.version !== version) return problem('changed-meanwhile', { version: String(held.version) });
      await writeAction(tx, viewer, held.id, { kind: 'reopen_asked', remark });
      await trail(tx, viewer, { action: 'askToReopen', reportId: held.id, unitId }, { remark });
      return ok({ unitId, periodId });
    });
  } catch (error) {
    const name = problemOf(refusal(error), 'asked-already');
    if (name) return problem(name);
    throw error;
  }
}
