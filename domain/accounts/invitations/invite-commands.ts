import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { readLocale } from '@/domain/messages/message';
import { ok, problem, type Result } from '@/domain/result';
import { ALONE, GIVE_ROLE, type Second, type StandingProblem } from '@/domain/second-pairs/second-pair';
import { bySecond, noteDone } from '@/domain/second-pairs/second-pair-writes';
import { findUnitToUse } from '@/domain/units/queries';
import { db, transaction } from '@/prisma/client';
import { type InviteInput, isTooNarrow, mayGrant } from '../account';
import { findPersonToAttach, refusalOfTaken, type TakenProblem } from '../persons/person-queries';
import type { InvitationInput, MadeInvitation } from './invitation';
import { endInvitations, lockAddress, renewInvitation, writeInvitation } from './invitation-writes';
import { findOpenInvitation } from './open-invitation-queries';

export type InviteProblem =
  | 'not-found'
  | 'not-allowed'
  | 'role-of-whole-city'
  | 'already-known'
  | TakenProblem
  | StandingProblem;
/** It waits for a second person: no link was made. */
export type AskedInvitation = { asked: true };

/**
 * Invites someone to a role at a unit; the answer holds the token of her link, kept nowhere. Whoever has an account is granted the role
 * instead. For the whole province two invite (0262).
 */
export async function inviteAccount(
  viewer: Viewer,
  input: InviteInput,
  second?: Second,
): Promise<Result<MadeInvitation | AskedInvitation, InviteProblem>> {
  const [unit, person] = await Promise.all([
    findUnitToUse(viewer, input.unitId, 'accounts.invite'),
    input.personId ? findPersonToAttach(viewer, input.personId) : null,
  ]);
  if (!unit || (input.personId && !person)) return problem('not-found');
  if (!mayGrant(viewer, input.role, unit.path, 'accounts.invite')) return problem('not-allowed');
  if (isTooNarrow(input.role, unit)) return problem('role-of-whole-city');
  if (await db.account.findFirst({ where: input.contact, select: { id: true } })) return problem('already-known');
  const taken = person && (await refusalOfTaken(viewer, person.id));
  if (taken) return taken;

  const address = 'email' in input.contact ? input.contact.email : input.contact.phone;
  return transaction(async (tx) => {
    await lockAddress(tx, address);
    const { role, unitId, locale = 'vi' } = input;
    const content = { address, role, unitId, personId: person?.id ?? null, locale };
    const deed = { what: GIVE_ROLE, unitId, role, count: 1, content };
    const standing = unit.level === 'province' ? await bySecond(tx, viewer, deed, second) : ok(ALONE);
    if (!standing.ok) return standing;
    if (standing.value.asked) return ok({ asked: true as const });
    const { requestId } = standing.value;
    // one link opens an account at an address: the newest
    await endInvitations(tx, { address });
    const made = await writeInvitation(tx, viewer, { ...input, address, personId: person?.id ?? null, requestId });
    await noteDone(tx, standing.value);
    await record(tx, viewer, {
      verb: 'created',
      action: 'inviteAccount',
      subjectType: 'invitation',
      subjectId: made.id,
      unitId: unit.id,
      change: { role, personId: person?.id ?? null, ...(requestId && { requestId }) },
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
