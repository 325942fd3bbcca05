import { activeOn, type Day, today } from '@/domain/day';
import type { Transaction } from '@/prisma/transaction';

const HOMES_MAX = 400;

/** Keeps women and every household they were in as they are until the end of the transaction, in one order for all. */
export async function holdWithHomes(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS held FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 AS held FROM household WHERE id IN (SELECT household_id FROM household_member WHERE person_id = ANY (${ids}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Takes women out of households that no family counts on, into the one that takes them up. False, and nothing done, when
 * one belongs to a household of a family, or heads one in which others stay. They and their households stay locked: of two
 * that take her up at once the second waits and is told.
 */
export async function freeFromHomes(tx: Transaction, ids: string[], day: Day): Promise<boolean> {
  await holdWithHomes(tx, ids);
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
    take: HOMES_MAX,
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
