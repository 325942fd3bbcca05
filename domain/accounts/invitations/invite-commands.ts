import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { readLocale } from '@/domain/messages/message';
import { ok, problem, type Result } from '@/domain/result';
import { findUnitToUse } from '@/domain/units/queries';
import { db, transaction } from '@/prisma/client';
import { type InviteInput, mayGrant } from '../account';
import { findPersonToTie, refusalOfTaken, type TakenProblem } from '../persons/person-queries';
import type { InvitationInput, MadeInvitation } from './invitation';
import { endInvitations, lockAddress, renewInvitation, writeInvitation } from './invitation-writes';
import { findOpenInvitation } from './open-invitation-queries';

export type InviteProblem = 'not-found' | 'not-allowed' | 'already-known' | TakenProblem;

/**
 * Invites someone to a role at a unit; to an e-mail address a mail goes. The answer holds the token of her link, kept nowhere.
 * Whoever has an account is granted the role instead.
 */
export async function inviteAccount(
  viewer: Viewer,
  input: InviteInput,
): Promise<Result<MadeInvitation, InviteProblem>> {
  const [unit, person] = await Promise.all([
    findUnitToUse(viewer, input.unitId, 'accounts.invite'),
    input.personId ? findPersonToTie(viewer, input.personId) : null,
  ]);
  if (!unit || (input.personId && !person)) return problem('not-found');
  if (!mayGrant(viewer, input.role, unit.path, 'accounts.invite')) return problem('not-allowed');
  if (await db.account.findFirst({ where: input.contact, select: { id: true } })) return problem('already-known');
  const taken = person && (await refusalOfTaken(viewer, person.id));
  if (taken) return taken;

  const address = 'email' in input.contact ? input.contact.email : input.contact.phone;
  return transaction(async (tx) => {
    await lockAddress(tx, address);
    // one link opens an account at an address: the newest
    await endInvitations(tx, { address });
    const made = await writeInvitation(tx, viewer, { ...input, address, personId: person?.id ?? null });
    await record(tx, viewer, {
      verb: 'created',
      action: 'inviteAccount',
      subjectType: 'invitation',
      subjectId: made.id,
      unitId: unit.id,
      change: { role: input.role, personId: person?.id ?? null },
    });
    return ok({ ...made, unitName: unit.name });
  });
}

/**
 * Sends an invitation again that nobody has taken up, for three more days under a new link; the one before is dead.
 * 'invitation-over': it was taken up or withdrawn meanwhile.
 */
export async function sendInvitationAgain(
  viewer: Viewer,
  { invitationId }: InvitationInput,
): Promise<Result<MadeInvitation, 'not-found' | 'not-allowed' | 'already-known' | 'invitation-over'>> {
  const found = await findOpenInvitation(viewer, invitationId);
  if (!found) return problem('not-found');
  if (!found.mayChange || !found.isUnitOpen) return problem('not-allowed');
  const { address, role, unitId, unitName } = found;
  const contact = address.startsWith('+') ? { phone: address } : { email: address };
  if (await db.account.findFirst({ where: contact, select: { id: true } })) return problem('already-known');
  return transaction(async (tx) => {
    const renewed = await renewInvitation(tx, viewer, invitationId);
    if (!renewed) return problem('invitation-over');
    await record(tx, viewer, {
      verb: 'changed',
      action: 'sendInvitationAgain',
      subjectType: 'invitation',
      subjectId: invitationId,
      unitId,
      change: { role },
    });
    return ok({ ...renewed, role, unitName, locale: readLocale(found.locale) });
  });
}

/** Takes an invitation back that nobody has taken up: its link is worth nothing from now on. */
export async function withdrawInvitation(
  viewer: Viewer,
  { invitationId }: InvitationInput,
): Promise<Result<{ id: string }, 'not-found' | 'not-allowed' | 'invitation-over'>> {
  const found = await findOpenInvitation(viewer, invitationId);
  if (!found) return problem('not-found');
  if (!found.mayChange) return problem('not-allowed');
  return transaction(async (tx) => {
    if ((await endInvitations(tx, { id: invitationId })) === 0) return problem('invitation-over');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawInvitation',
      subjectType: 'invitation',
      subjectId: invitationId,
      unitId: found.unitId,
      change: { role: found.role },
    });
    return ok({ id: invitationId });
  });
}
