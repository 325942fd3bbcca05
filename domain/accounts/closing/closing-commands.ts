import { wholeCityRoles } from '@/domain/access/grantable';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { DisableInput } from '../account';
import { findAccount } from '../queries';
import { forgetDevices } from '../second-factors/device-writes';

export type ClosingProblem =
  | 'not-found'
  | 'not-allowed'
  | 'yourself'
  | 'not-closed'
  | 'holds-city-role'
  | 'holder-left'
  | 'erased';

/** Closes an account: nobody signs in with it any more, and every session of it is over at once. */
export async function disableAccount(
  viewer: Viewer,
  input: DisableInput,
): Promise<Result<{ id: string }, ClosingProblem>> {
  const account = await findAccount(viewer, input.accountId);
  if (!account) return problem('not-found');
  const open = account.grants.filter((grant) => grant.active);
  if (open.some((grant) => !grant.revocable)) return problem('not-allowed');
  if (account.id === viewer.accountId) return problem('yourself');

  return transaction(async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: { disabledAt: new Date(), disabledById: viewer.accountId },
      select: { id: true },
    });
    await tx.accountSession.updateMany({
      where: { accountId: account.id, endedAt: null },
      data: { endedAt: new Date(), endReason: 'disabled' },
    });
    // a link from before would set a password for whoever is let in again
    await tx.passwordReset.updateMany({ where: { accountId: account.id, usedAt: null }, data: { usedAt: new Date() } });
    await forgetDevices(tx, account.id);
    await record(tx, viewer, {
      verb: 'ended',
      action: 'disableAccount',
      subjectType: 'account',
      subjectId: account.id,
      change: { reason: input.reason },
    });
    return ok({ id: account.id });
  });
}

/**
 * Opens a closed account again, with the roles that it still holds and she could give. First taken are those for the whole city, which two
 * give (0262), and those of a holder who has left.
 */
export async function reopenAccount(
  viewer: Viewer,
  { accountId, reason }: DisableInput,
): Promise<Result<{ id: string }, ClosingProblem>> {
  const account = await findAccount(viewer, accountId);
  if (!account) return problem('not-found');
  if (!account.mayVouch) return problem('not-allowed');
  try {
    return await transaction(async (tx) => {
      const refused = await refusalOfRoles(tx, accountId);
      if (refused) return refused;
      const { count } = await tx.account.updateMany({
        where: { id: accountId, disabledAt: { not: null } },
        data: { disabledAt: null, disabledById: null },
      });
      if (count === 0) return problem('not-closed');
      const subject = { subjectType: 'account', subjectId: accountId } as const;
      await record(tx, viewer, { verb: 'changed', action: 'reopenAccount', ...subject, change: { reason } });
      return ok({ id: accountId });
    });
  } catch (error) {
    if (refusal(error) === 'erased_stays_closed') return problem('erased');
    throw error;
  }
}

/** Roles that would be in force again and are not for one voice to give back. */
async function refusalOfRoles(tx: Transaction, accountId: string) {
  const lasting = lastingAfter(today(), tx.roleGrant.fields);
  const ofCity = { OR: [{ unit: { level: 'province' as const } }, { role: { in: [...wholeCityRoles] } }] };
  if ((await tx.roleGrant.count({ where: { AND: [{ accountId }, lasting, ofCity] } })) > 0)
    return problem('holds-city-role');
  const left = { memberships: { some: {}, none: lastingAfter(today(), tx.membership.fields) } };
  const hers = { accountId, account: { person: left } };
  return (await tx.roleGrant.count({ where: { AND: [hers, lasting] } })) > 0 ? problem('holder-left') : null;
}
