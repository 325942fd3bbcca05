import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { ok, problem, type Result } from '@/domain/result';
import {
  ALONE,
  type Deed,
  GIVE_ROLE,
  refusedOfSecond,
  type Second,
  type StandingProblem,
} from '@/domain/second-pairs/second-pair';
import { bySecond, noteDone } from '@/domain/second-pairs/second-pair-writes';
import { findUnitToUse } from '@/domain/units/queries';
import { db, refusal, transaction } from '@/prisma/client';
import { type GrantInput, isTooNarrow, mayGrant, type RevokeInput } from './account';
import { findAccount } from './queries';

export type AccountProblem =
  | StandingProblem
  | 'not-found'
  | 'not-allowed'
  | 'role-of-whole-city'
  | 'already-granted'
  | 'already-revoked'
  | 'days-turned'
  | 'yourself';

/**
 * Gives an account a role at a unit, from a day, if wished up to a last day. One for the whole province two decide, as the rules say (0262):
 * `asked` then, and nothing is given yet.
 */
export async function grantRole(
  viewer: Viewer,
  input: GrantInput,
  second?: Second,
): Promise<Result<{ id: string; asked: boolean }, AccountProblem>> {
  const [account, unit] = await Promise.all([
    findAccount(viewer, input.accountId),
    findUnitToUse(viewer, input.unitId, 'accounts.grant'),
  ]);
  if (!account || !unit) return problem('not-found');
  if (!mayGrant(viewer, input.role, unit.path)) return problem('not-allowed');
  if (isTooNarrow(input.role, unit)) return problem('role-of-whole-city');
  if (input.lastDay && input.lastDay < input.from) return problem('days-turned');

  try {
    return await transaction(async (tx) => {
      const standing = unit.level === 'province' ? await bySecond(tx, viewer, grantDeed(input), second) : ok(ALONE);
      if (!standing.ok) return standing;
      if (standing.value.asked) return ok({ id: account.id, asked: true });
      const { requestId } = standing.value;
      const grant = await tx.roleGrant.create({
        data: {
          accountId: account.id,
          role: input.role,
          unitId: unit.id,
          validFrom: toDate(input.from),
          validTo: input.lastDay ? toDate(addDays(input.lastDay, 1)) : null,
          grantedById: viewer.accountId,
          requestId,
        },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'created',
        action: 'grantRole',
        subjectType: 'account',
        subjectId: account.id,
        unitId: unit.id,
        change: { role: input.role, from: input.from, lastDay: input.lastDay ?? null, ...(requestId && { requestId }) },
      });
      await noteDone(tx, standing.value);
      return ok({ id: grant.id, asked: false });
    });
  } catch (error) {
    if (refusal(error) === 'one_role') return problem('already-granted');
    const refused = refusedOfSecond[refusal(error) ?? ''];
    if (refused) return problem(refused);
    throw error;
  }
}

/** What two decide of a role: whose, which, where and for how long. */
const grantDeed = ({ accountId, role, unitId, from, lastDay }: GrantInput): Deed => ({
  what: GIVE_ROLE,
  unitId,
  role,
  count: 1,
  content: { accountId, role, unitId, from, lastDay: lastDay ?? null },
});

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

/** The language the signed-in area speaks to her. */
export async function chooseLanguage(
  viewer: Viewer,
  { locale }: { locale: Locale },
): Promise<Result<{ locale: string }, never>> {
  await db.account.update({ where: { id: viewer.accountId }, data: { locale }, select: { id: true } });
  return ok({ locale });
}
