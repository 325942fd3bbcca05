import type { Viewer } from '@/domain/access/viewer';
import type { AuditDraft, Opening } from '@/domain/audit-draft';
import { beginOpening, beginOpenings } from '@/domain/opening-writes';
import type { Transaction } from '@/prisma/transaction';
import type { Unveil, UnveiledPhone } from './phone';

const unveil: Unveil = (phone) => phone as UnveiledPhone;

/**
 * The one place where whole numbers come to light. Whoever makes them appear leaves an entry in the trail first, which opens a door of the
 * database (0270), for the row looked at; the numbers are written nowhere.
 */
export const unveilPhones = async (
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  entry: AuditDraft,
  row: string | null = null,
): Promise<{ opening: Opening; unveil: Unveil }> => ({ opening: await beginOpening(tx, viewer, entry, row), unveil });

/** The same with an entry for each of several women. */
export const unveilEach = async (
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  readings: readonly { draft: AuditDraft; row: string }[],
): Promise<{ entryIds: string[]; key: Opening['key']; unveil: Unveil }> => ({
  ...(await beginOpenings(tx, viewer, readings)),
  unveil,
});
