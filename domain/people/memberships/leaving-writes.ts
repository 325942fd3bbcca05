import type { Day } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { problem } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';

type Leaving = { personId: string; membershipId: string; unitId: string; day: Day };

/** Her record stays locked until the end of the change: offices and memberships of one woman change one after the other. */
export const lockPerson = (tx: Transaction, personId: string) => lockPersons(tx, [personId]);

/** The same for several, in one order for everybody. Units and models are held before: whoever keeps their people holds them so. */
export const lockPersons = (tx: Transaction, ids: readonly string[]) =>
  tx.$queryRaw`SELECT 1 AS held FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** Nothing begins for a woman who has died. Her record is locked already. */
export async function refusalOfDeath(tx: Transaction, personId: string) {
  const her = await tx.person.findUnique({ where: { id: personId }, select: { diedOn: true } });
  return her?.diedOn ? problem('has-died') : null;
}

/**
 * What she still carries in the unit that she is about to leave, to be handed over first: an office or a role there; when it was her last
 * membership, any office, pair or role of hers.
 */
export async function refusalOfLeaving(tx: Transaction, { personId, membershipId, unitId, day }: Leaving) {
  const others = await tx.membership.count({
    where: { personId, id: { not: membershipId }, ...lastingAfter(day, tx.membership.fields) },
  });
  const there = others > 0 ? { unitId } : {};
  const office = await tx.office.findFirst({
    where: { AND: [{ personId, ...there }, lastingAfter(day, tx.office.fields)] },
    select: { title: true },
  });
  if (office) return problem('holds-office', { title: office.title });
  const hosted =
    others > 0 ? { pairHosts: { some: { AND: [{ unitId }, lastingAfter(day, tx.pairHost.fields)] } } } : {};
  const pairs = await tx.pair.count({
    where: {
      AND: [{ OR: [{ instructorId: personId }, { learnerId: personId }] }, lastingAfter(day, tx.pair.fields), hosted],
    },
  });
  if (pairs > 0) return problem('in-pair', { count: String(pairs) });
  const roles = await tx.roleGrant.count({
    where: { AND: [{ account: { personId, disabledAt: null }, ...there }, lastingAfter(day, tx.roleGrant.fields)] },
  });
  return roles > 0 ? problem('holds-role', { count: String(roles) }) : null;
}

/** An office held in the unit she moves away from within the commune. */
export async function refusalOfMoving(tx: Transaction, { personId, unitId, day }: Leaving) {
  const office = await tx.office.findFirst({
    where: { AND: [{ personId, unitId }, lastingAfter(day, tx.office.fields)] },
    select: { title: true },
  });
  return office ? problem('holds-office', { title: office.title }) : null;
}
