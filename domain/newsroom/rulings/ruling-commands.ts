import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { findUnitToUse } from '@/domain/units/queries';
import { refusal, transaction } from '@/prisma/client';
import type { RevokeRulingInput, RulingInput } from './ruling';

export type RulingProblem = 'not-found' | 'ruled-already' | 'ruled-in-past' | 'revoked-already';

/** Rules that at a unit whoever wrote a text may approve it, from a day on that is not past; for the province alone to say. */
export async function ruleApproval(viewer: Viewer, input: RulingInput): Promise<Result<{ id: string }, RulingProblem>> {
  const unit = mayForProvince(viewer, 'articles.rule')
    ? await findUnitToUse(viewer, input.unitId, 'articles.rule')
    : null;
  if (!unit) return problem('not-found');
  const from = input.from ?? today();
  if (from < today()) return problem('ruled-in-past');
  try {
    return await transaction(async (tx) => {
      const ruling = await tx.approvalRuling.create({
        data: { unitId: unit.id, validFrom: toDate(from), reason: input.reason, ruledById: viewer.accountId },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'created',
        action: 'ruleApproval',
        subjectType: 'approval-ruling',
        subjectId: ruling.id,
        unitId: unit.id,
        change: { from },
      });
      return ok(ruling);
    });
  } catch (error) {
    if (refusal(error) === 'one_approval_ruling') return problem('ruled-already');
    throw error;
  }
}

/** Revokes a ruling from today on; what was approved by it stays approved, and says so. */
export async function revokeApprovalRuling(
  viewer: Viewer,
  { rulingId, reason }: RevokeRulingInput,
): Promise<Result<{ id: string }, RulingProblem>> {
  if (!mayForProvince(viewer, 'articles.rule')) return problem('not-found');
  return transaction(async (tx) => {
    const [ruling] = await tx.$queryRaw<{ unitId: string; end: Date }[]>`
      SELECT unit_id::text AS "unitId", greatest(valid_from, app.today()) AS "end" FROM approval_ruling WHERE id = ${rulingId}::uuid AND revoked_at IS NULL FOR UPDATE`;
    if (!ruling) return problem('revoked-already');
    await tx.approvalRuling.update({
      where: { id: rulingId },
      data: {
        validTo: ruling.end,
        revokeReason: reason,
        revokedAt: new Date(),
        revokedById: viewer.accountId,
      },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'ended',
      action: 'revokeApprovalRuling',
      subjectType: 'approval-ruling',
      subjectId: rulingId,
      unitId: ruling.unitId,
    });
    return ok({ id: rulingId });
  });
}
