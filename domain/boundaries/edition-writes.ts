import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';

/** Of two who keep boundaries at once the second sees what the first did. */
export const lockBoundaries = (tx: Transaction) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('boundaries of communes'))`;

export const isDraft = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.boundaryEdition.count({ where: { id, shownAt: null, removedAt: null } })) === 1;

type Which = { id: string } | { shownAt: null } | { shownAt: { not: null } };

/** What is there of these goes: its lines are forgotten, its facts stay. Answers with the ids that went. */
export async function leave(tx: Transaction, viewer: Viewer, which: Which): Promise<string[]> {
  const there = await tx.boundaryEdition.findMany({
    where: { ...which, removedAt: null },
    select: { id: true },
    take: 2,
  });
  const ids = there.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE boundary_edition SET topology = NULL, removed_at = now(), removed_by_id = ${viewer.accountId}::uuid
    WHERE id = ANY (${ids}::uuid[])`;
  return ids;
}
