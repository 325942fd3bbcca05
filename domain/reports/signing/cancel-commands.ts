import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { trail } from '../filing/action-writes';
import { findReportHead } from '../queries';
import type { CancelInput, CancelProblem } from './signing';

/** Cancels a signing of the city's report that is not done yet: nothing of it stays but who asked and who cancelled. */
export async function cancelSigning(
  viewer: Viewer,
  { unitId, periodId }: CancelInput,
): Promise<Result<CancelInput, CancelProblem>> {
  const head = await findReportHead(viewer, unitId, periodId);
  if (!head) return problem('not-found');
  if (!head.report.mayFile) return problem('not-allowed');
  return transaction(async (tx) => {
    const [cancelled] = await tx.$queryRaw<{ reportId: string }[]>`
      UPDATE report_signing s SET state = 'cancelled', ended_at = now() FROM report r
      WHERE r.id = s.report_id AND r.unit_id = ${unitId}::uuid AND r.period_id = ${periodId}::uuid AND s.state = 'waiting' RETURNING r.id::text AS "reportId"`;
    if (!cancelled) return problem('signing-ended');
    await trail(tx, viewer, { action: 'cancelSigning', reportId: cancelled.reportId, unitId }, {});
    return ok({ unitId, periodId });
  });
}
