import type { Viewer } from '@/domain/access/viewer';
import type { AuditDraft } from '@/domain/audit-draft';
import { recordReading, recordReadings } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { Unveil, UnveiledPhone } from './phone';

const unveil: Unveil = (phone) => phone as UnveiledPhone;

/**
 * The one place where whole numbers come to light. Whoever makes them appear leaves an entry in the trail first, whose id opens what
 * stands behind a door of the database (0245); the numbers themselves are written nowhere.
 */
export const unveilPhones = async (
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  entry: AuditDraft,
): Promise<{ entryId: string; unveil: Unveil }> => ({ entryId: await recordReading(tx, viewer, entry), unveil });

/** The same with an entry for each of several women. */
export const unveilEach = async (
  tx: Transaction,
  viewer: Pick<Viewer, 'accountId'>,
  entries: readonly AuditDraft[],
): Promise<{ entryIds: string[]; unveil: Unveil }> => ({
  entryIds: await recordReadings(tx, viewer, entries),
  unveil,
});
