import { may, pathOf, spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { mayGrant } from '@/domain/accounts/account';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsKeptWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { Death } from './death';

const ROLES_MAX = 100;

/** What is known of her death, for whoever may say it: she keeps her record. Null for anybody else. */
export async function findDeath(viewer: Viewer, personId: string): Promise<Death | null> {
  if (!isId(personId)) return null;
  const row = await db.person.findFirst({
    where: { id: personId, ...personsKeptWithin(viewer, 'merging.hand-over') },
    select: { id: true, fullName: true, version: true, demo: true, diedOn: true },
  });
  if (!row) return null;
  const { fullName, diedOn, ...person } = row;
  return {
    person: { ...person, name: fullName ?? '' },
    diedOn: diedOn && fromDate(diedOn),
    roles: await countRolesOfOthers(viewer, [personId]),
  };
}

/** Roles of her open account after a day that the viewer may not end. */
export async function countRolesOfOthers(
  viewer: Viewer,
  ids: readonly string[],
  after: Day = today(),
  tx: Pick<Transaction, 'roleGrant'> = db,
): Promise<number> {
  const grants = await tx.roleGrant.findMany({
    where: {
      account: { personId: { in: [...ids] }, disabledAt: null },
      OR: [{ validTo: null }, { validTo: { gt: toDate(after) } }],
    },
    select: { role: true, unit: { select: { unitSpans: spanToday() } } },
    take: ROLES_MAX,
  });
  const mayEnd = ({ role, unit }: (typeof grants)[number]) =>
    mayGrant(viewer, role, pathOf(unit), 'accounts.revoke') ||
    // as whoever hands her work over ends what she could do as a head
    (role === 'sub_association_head' && may(viewer, 'merging.hand-over', pathOf(unit)));
  return grants.filter((grant) => !mayEnd(grant)).length;
}
