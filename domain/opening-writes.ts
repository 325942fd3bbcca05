import { createHash, randomBytes } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import type { AuditDraft, Opening } from './audit-draft';
import { recordReadings } from './audit-writes';

type Reader = Pick<Viewer, 'accountId'> | null;

/**
 * Writes the entry of a reading and begins what it opens once this transaction stays. `row`: the one row that a look is at; of an
 * export the entry says how many there are (`rows`), and `askRows` says which.
 */
export async function beginOpening(
  tx: Transaction,
  viewer: Reader,
  draft: AuditDraft,
  row: string | null = null,
): Promise<Opening> {
  const { entryIds, key } = await beginOpenings(tx, viewer, [{ draft, row }]);
  const [entryId] = entryIds;
  if (!entryId) throw new Error('no entry was written');
  return { entryId, key };
}

/** The same with an entry for each of several rows, and one key for all. */
export async function beginOpenings(
  tx: Transaction,
  viewer: Reader,
  readings: readonly { draft: AuditDraft; row: string | null }[],
): Promise<{ entryIds: string[]; key: Opening['key'] }> {
  const drafts = readings.map(({ draft }) => draft);
  const entryIds = await recordReadings(tx, viewer, drafts);
  const key = Uint8Array.from(randomBytes(32));
  const print = Uint8Array.from(createHash('sha256').update(key).digest());
  const rows = readings.map(({ row }) => row);
  await tx.$executeRaw`SELECT app.begin_openings(${entryIds}::uuid[], ${print}::bytea, ${rows}::uuid[])`;
  return { entryIds, key };
}
