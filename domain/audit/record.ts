import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import type { AuditDraft } from './audit';

/** Writes the trail of a change, in the change's own transaction: neither exists without the other. */
export async function record(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'> | null,
  draft: AuditDraft,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorId: viewer?.accountId ?? null,
      verb: draft.verb,
      action: draft.action,
      subjectType: draft.subjectType,
      subjectId: draft.subjectId ?? null,
      unitId: draft.unitId ?? null,
      ...(draft.change ? { change: JSON.parse(JSON.stringify(draft.change)) } : {}),
    },
    select: { id: true },
  });
}
