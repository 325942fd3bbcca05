import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import type { AuditDraft } from './audit-draft';

/** Writes the trail of a change, in the change's own transaction: neither exists without the other. */
export async function record(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'> | null,
  draft: AuditDraft,
): Promise<void> {
  await recordReading(tx, viewer, draft);
}

/** The same for what is opened by its entry: answers with the entry's id. */
export async function recordReading(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'> | null,
  draft: AuditDraft,
): Promise<string> {
  return (await tx.auditEntry.create({ data: entryOf(viewer, draft), select: { id: true } })).id;
}

/** The same for a change that leaves a line for each of several subjects. */
export async function recordAll(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'> | null,
  drafts: readonly AuditDraft[],
): Promise<void> {
  await tx.auditEntry.createMany({ data: drafts.map((draft) => entryOf(viewer, draft)) });
}

/** The same for what is opened by its entries: answers with their ids. */
export async function recordReadings(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'> | null,
  drafts: readonly AuditDraft[],
): Promise<string[]> {
  const data = drafts.map((draft) => entryOf(viewer, draft));
  const rows = await tx.auditEntry.createManyAndReturn({ data, select: { id: true } });
  return rows.map(({ id }) => id);
}

const entryOf = (viewer: Pick<Viewer, 'accountId'> | null, draft: AuditDraft) => ({
  actorId: viewer?.accountId ?? null,
  verb: draft.verb,
  action: draft.action,
  subjectType: draft.subjectType,
  subjectId: draft.subjectId ?? null,
  unitId: draft.unitId ?? null,
  ...(draft.change ? { change: JSON.parse(JSON.stringify(draft.change)) } : {}),
});
