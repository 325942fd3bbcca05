import { record } from '@/domain/audit-writes';
import { toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { readLocale } from '@/domain/messages/message';
import { ok, problem, type Result } from '@/domain/result';
import { db, type Prisma, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { AcceptInput } from './account';
import { isPublishedInvitationGood } from './invitations/open-invitation-queries';
import { hashPassword } from './password';
import { type PasswordProblem, whyGuessed } from './passwords/guessed-password';
import { listPublishedNamesNear } from './passwords/near-queries';
import { attached, takeFreePerson } from './persons/person-writes';
import { tokenHash } from './token';

export type AcceptProblem = 'invitation-over' | 'already-known' | PasswordProblem;

/**
 * Takes up an invitation: the account is made with its role, from today. Of two who try with one link, the first wins. It is over
 * once its unit is closed, or whoever invited lost the right.
 */
export async function acceptInvitation(
  input: AcceptInput,
): Promise<Result<{ accountId: string; locale: Locale }, AcceptProblem>> {
  const open = () => ({
    tokenHash: tokenHash(input.token),
    acceptedAt: null,
    endedAt: null,
    expiresAt: { gt: new Date() },
  });
  // a made-up link costs a look, and no hash
  const invitation = await db.invitation.findFirst({ where: open(), select: invitationSelect });
  if (!invitation || !(await isPublishedInvitationGood(invitation))) return problem('invitation-over');
  const guessed = await whyGuessed(input.password, await textsNear(invitation, input));
  if (guessed) return problem(guessed);
  const passwordHash = await hashPassword(input.password);
  try {
    return await transaction(async (tx) => {
      // whoever comes second waits here, and finds it taken up
      const taken = await tx.invitation.updateMany({ where: open(), data: { acceptedAt: new Date() } });
      if (taken.count === 0) return problem('invitation-over');
      const person = invitation.personId ? await takeFreePerson(tx, invitation.personId) : null;
      const account = await makeInvited(tx, invitation, {
        displayName: input.displayName,
        passwordHash,
        personId: person?.id ?? null,
      });
      await record(
        tx,
        { accountId: account.id },
        {
          verb: 'created',
          action: 'acceptInvitation',
          subjectType: 'account',
          subjectId: account.id,
          unitId: invitation.unitId,
          change: { role: invitation.role },
        },
      );
      if (person) await record(tx, { accountId: account.id }, attached(account.id, person, null));
      return ok({ accountId: account.id, locale: readLocale(invitation.locale) });
    });
  } catch (error) {
    // An account with this address was made meanwhile, by another way.
    if (/email|phone/.test(refusal(error) ?? '') || (error as { code?: string }).code === 'P2002')
      return problem('already-known');
    throw error;
  }
}

/** What somebody near her knows. */
const textsNear = async ({ address, unitId }: Invitation, { displayName }: AcceptInput) => [
  displayName,
  address,
  ...(await listPublishedNamesNear([unitId])),
];

const invitationSelect = {
  id: true,
  address: true,
  role: true,
  unitId: true,
  personId: true,
  invitedById: true,
  requestId: true,
  locale: true,
} as const;
type Invitation = Prisma.InvitationGetPayload<{ select: typeof invitationSelect }>;
type Invited = { displayName: string; passwordHash: string; personId: string | null };

/** The account of an invitation that is just being used up, with its role from today. */
async function makeInvited(tx: Transaction, invitation: Invitation, invited: Invited) {
  const { id, address, role, unitId, invitedById, requestId, locale } = invitation;
  const contact = address.startsWith('+') ? { phone: address } : { email: address };
  const account = await tx.account.create({ data: { ...invited, ...contact, locale }, select: { id: true } });
  await tx.invitation.update({ where: { id }, data: { acceptedById: account.id }, select: { id: true } });
  await tx.roleGrant.create({
    data: { accountId: account.id, role, unitId, validFrom: toDate(today()), grantedById: invitedById, requestId },
    select: { id: true },
  });
  return account;
}

export type AdministratorProblem = 'already-known' | 'no-province' | PasswordProblem;

/** The first account of a portal with a database of its own, made by command: a system administrator of the province. */
export async function createAdministrator(input: {
  email: string;
  displayName: string;
  password: string;
}): Promise<Result<{ accountId: string }, AdministratorProblem>> {
  const guessed = await whyGuessed(input.password, [input.displayName, input.email]);
  if (guessed) return problem(guessed);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    if (await tx.account.findFirst({ where: { email: input.email }, select: { id: true } }))
      return problem('already-known');
    const province = await tx.unit.findFirst({ where: { level: 'province' }, select: { id: true } });
    if (!province) return problem('no-province');
    const account = await tx.account.create({
      data: { displayName: input.displayName, email: input.email, passwordHash },
      select: { id: true },
    });
    const isFirst = (await tx.roleGrant.count({ where: { role: 'system_administrator' } })) === 0;
    await tx.roleGrant.create({
      data: { accountId: account.id, role: 'system_administrator', unitId: province.id, validFrom: toDate(today()) },
      select: { id: true },
    });
    if (isFirst) await beginSecondFactors(tx);
    await record(tx, null, {
      verb: 'created',
      action: 'createAdministrator',
      subjectType: 'account',
      subjectId: account.id,
      unitId: province.id,
    });
    return ok({ accountId: account.id });
  });
}

/** From her first administrator on a portal counts the days until a second factor is asked for. */
const beginSecondFactors = (tx: Transaction) =>
  tx.secondFactorStart.update({ where: { id: true }, data: { beganAt: new Date() }, select: { id: true } });
