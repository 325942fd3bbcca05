import { activeOn, type Day, today } from '@/domain/days/day';
import { searchKey } from '@/domain/texts/clean-text';
import type { Transaction } from '@/prisma/transaction';
import type { ModelKind } from '../digital-model';

/**
 * The days of a unit, which stays locked until the end of the transaction: of two who found a model there at once the
 * second sees the first one's.
 */
export async function lockHost(tx: Transaction, unitId: string): Promise<{ opened: Day; closed: Day | null } | null> {
  const [days] = await tx.$queryRaw<{ opened: Day; closed: Day | null }[]>`
    SELECT opened_on::text AS opened, closed_on::text AS closed FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
  return days ?? null;
}

/** How many models of a kind (and name, read without marks) stand at a unit today, ended ones and `exceptId` aside. */
export const countStanding = (
  tx: Transaction,
  { unitId, kind, name, exceptId }: { unitId: string; kind: ModelKind; name?: string; exceptId?: string },
) =>
  tx.digitalModel.count({
    where: {
      kind,
      modelHosts: { some: { ...activeOn(today()), unitId } },
      modelStatuses: { none: { ...activeOn(today()), status: 'ended' } },
      ...(name ? { searchKey: searchKey(name) } : {}),
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  });
