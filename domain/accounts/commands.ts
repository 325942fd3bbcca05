import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import { findUnitToUse } from '@/domain/units/queries';
import { db, refusal, transaction } from '@/prisma/client';
import { type DisableInput, type GrantInput, mayGrant, type RevokeInput } from './account';
import { findAccount } from './queries';
import { forgetDevices } from './second-factors/device-writes';

export type AccountProblem =
  | 'not-found'
  | 'not-allowed'
  | 'already-granted'
  | 'already-revoked'
  | 'days-turned'
  | 'yourself';

/** Gives an account a role at a unit, from a day, if wished up to a last day. */
export async function grantRole(viewer: Viewer, input: GrantInput): Promise<Result<{ id: string }, AccountProblem>> {
  const [account, unit] = await Promise.all([
    findAccount(viewer, input.accountId),
    findUnitToUse(viewer, input.unitId, 'accounts.grant'),
  ]);
  if (!account || !unit) return problem('not-found');
  if (!mayGrant(viewer, input.role, unit.path)) return problem('not-allowed');
  if (input.lastDay && input.lastDay < input.from) return problem('days-turned');

  try {
    return await transaction(async (tx) => {
      const grant = await tx.roleGrant.create({
        data: {
          accountId: account.id,
          role: input.role,
          unitId: unit.id,
          validFrom: toDate(input.from),
          validTo: input.lastDay ? toDate(addDays(input.lastDay, 1)) : null,
          grantedById: viewer.accountId,
        },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'created',
        action: 'grantRole',
        subjectType: 'account',
        subjectId: account.id,
        unitId: unit.id,
        change: { role: input.role, from: input.from, lastDay: input.lastDay ?? null },
      });
      return ok({ id: grant.id });
    });
  } catch (error) {
    if (refusal(error) === 'one_role') return problem('already-granted');
    throw error;
  }
}

/** Takes a role away from today on: it is gone at her very next request. Once taken it stays as it was taken, when and why. */
export async function revokeRole(
  viewer: Viewer,
  input: RevokeInput,
): Promise<Result<{ accountId: string }, AccountProblem>> {
  const grant = await db.roleGrant.findFirst({
    where: { id: input.grantId },
    select: { id: true, accountId: true, role: true, unitId: true, validFrom: true },
  });
  const account = grant && (await findAccount(viewer, grant.accountId));
  const seen = account?.grants.find(({ id }) => id === input.grantId);
  if (!grant || !account || !seen) return problem('not-found');
  if (seen.revoked) return problem('already-revoked');
  if (!seen.revocable) return problem('not-allowed');
  if (account.id === viewer.accountId) return problem('yourself');

  return transaction(async (tx) => {
    // A role that has not begun ends where it would have begun: an empty stretch of days.
    const end = seen.from > today() ? grant.validFrom : toDate(today());
    const { count } = await tx.roleGrant.updateMany({
      where: { id: grant.id, revokedAt: null },
      data: { validTo: end, revokedAt: new Date(), revokedById: viewer.accountId, reason: input.reason },
    });
    if (count === 0) return problem('already-revoked');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'revokeRole',
      subjectType: 'account',
      subjectId: account.id,
      unitId: grant.unitId,
      change: { role: grant.role },
    });
    return ok({ accountId: account.id });
  });
}

/** Closes an account: nobody signs in with it any more, and every session of it is over at once. */
export async function disableAccount(
  viewer: Viewer,
  input: DisableInput,
): Promise<Result<{ id: string }, AccountProblem>> {
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

/** The language the signed-in area speaks to her. */
export async function chooseLanguage(
  viewer: Viewer,
  { locale }: { locale: Locale },
): Promise<Result<{ locale: string }, never>> {
  await db.account.update({ where: { id: viewer.accountId }, data: { locale }, select: { id: true } });
  return ok({ locale });
}
