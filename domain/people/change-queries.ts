import { may } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import { memberLevels } from './memberships/membership';
import { type PersonToChange, readReached } from './memberships/reached';

/**
 * A person of whom the viewer is about to change something. Beyond her reach 'not-found', as if there were none. `kept`
 * says whether the record is kept where she may do this.
 */
export const findPersonReached = async (
  viewer: Viewer,
  personId: string,
  permission: Permission,
): Promise<PersonToChange | null> => (isId(personId) ? readReached(db, viewer, personId, permission) : null);

/** The same where only who keeps the record may: 'not-allowed' for who sees her but does not keep it. */
export async function findPersonToChange(
  viewer: Viewer,
  personId: string,
  permission: Permission,
): Promise<Result<PersonToChange, 'not-found' | 'not-allowed'>> {
  const person = await findPersonReached(viewer, personId, permission);
  if (!person) return problem('not-found');
  return person.kept ? ok(person) : problem('not-allowed');
}

/** A unit that somebody may become a member of. */
export async function findUnitToJoin(
  viewer: Viewer,
  unitId: string,
): Promise<Result<Unit, 'not-found' | 'not-allowed' | 'member-level'>> {
  const unit = await findUnit(viewer, unitId, 'people.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'people.record', unit.path)) return problem('not-allowed');
  return memberLevels.includes(unit.level) ? ok(unit) : problem('member-level');
}
