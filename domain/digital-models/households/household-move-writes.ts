import { activeOn, type Day, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';

const HOUSEHOLDS_MAX = 400;

/** Keeps women and every household they were in as they are until the end of the transaction, in one order for all. */
export async function holdWithHouseholds(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS held FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 AS held FROM household WHERE id IN (SELECT household_id FROM household_member WHERE person_id = ANY (${ids}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Takes women out of households of no family into the one that takes them up. Answers false, and does nothing, where
 * a household is in a family or others stay in one that she heads.
 */
export async function freeFromHouseholds(tx: Transaction, ids: string[], day: Day): Promise<boolean> {
  // of two households that take a woman up at once the second waits and is told
  await holdWithHouseholds(tx, ids);
  const rows = await tx.householdMember.findMany({
    where: { personId: { in: ids }, ...activeOn(today()) },
    select: {
      id: true,
      personId: true,
      household: {
        select: {
          headPersonId: true,
          _count: {
            select: { modelHouseholds: { where: activeOn(today()) }, householdMembers: { where: activeOn(today()) } },
          },
        },
      },
    },
    take: HOUSEHOLDS_MAX,
  });
  const bound = rows.some(
    ({ personId, household: { headPersonId, _count } }) =>
      _count.modelHouseholds > 0 || (headPersonId === personId && _count.householdMembers > 1),
  );
  if (bound) return false;
  await tx.$executeRaw`
    UPDATE household_member SET valid_to = greatest(valid_from, ${day}::date) WHERE id = ANY (${rows.map(({ id }) => id)}::uuid[])`;
  return true;
}
