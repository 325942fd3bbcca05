import type { Viewer } from '@/domain/access/viewer';
import type { AuditDraft } from '@/domain/audit-draft';
import { recordAll } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { Unveil, UnveiledPhone } from './phone';

/**
 * The one place where whole numbers come to light. Whoever makes them appear leaves an entry in the trail first, in the
 * transaction that reads them; the numbers themselves are written nowhere.
 */
export async function unveilPhones(
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  entries: readonly [AuditDraft, ...AuditDraft[]],
): Promise<Unveil> {
  await recordAll(tx, viewer, entries);
  return (phone) => phone as UnveiledPhone;
}
