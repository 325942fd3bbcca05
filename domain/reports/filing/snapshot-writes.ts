import { toDate } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import type { Stretch } from '../periods/period';

/** What names a snapshot: its row, its hash, and the figures of its place. */
export type Taken = { id: string; sha256: string; digest: string };

/**
 * Freezes what a unit and its subtree come to on the last day of a stretch, in one statement; two of the same state have the same hash.
 * Whoever reads meanwhile waits for nothing.
 */
export async function takeSnapshot(
  tx: Transaction,
  unitId: string,
  { from, to }: Stretch,
  accountId: string | null,
): Promise<Taken> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    SELECT app.take_snapshot(${unitId}::uuid, ${toDate(from)}::date, ${toDate(to)}::date, ${accountId}::uuid)::text AS id`;
  const [taken] = await tx.$queryRaw<Taken[]>`
    SELECT s.id::text, encode(s.sha256, 'hex') AS sha256, coalesce((SELECT md5(r.figures::text) FROM snapshot_row r WHERE r.snapshot_id = s.id AND r.unit_id = s.unit_id), '') AS digest
    FROM snapshot s WHERE s.id = ${made?.id ?? null}::uuid`;
  if (!taken) throw new Error('a snapshot that was just taken is gone');
  return taken;
}
