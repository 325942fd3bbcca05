import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate, toDate, today } from '@/domain/days/day';
import { endingTrail, firstDayWithout } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findPersonReached, findPersonToChange, findUnitToJoin } from '../change-queries';
import { refusalOfDeath, refusalOfLeaving, refusalOfMoving } from './leaving-writes';
import type { EndMembershipInput, MoveMembershipInput, StartMembershipInput } from './membership';
import {
  changedMeanwhile,
  closeMembership,
  findMembership,
  refusalOfEnding,
  refusalOfMove,
  refusalOfPeriod,
  trail,
} from './membership-writes';
import { holdReached } from './reached-writes';

type Reached = 'not-found' | 'not-allowed' | 'period-locked' | 'unit-not-open' | 'unit-closed';

export type StartMembershipProblem = Reached | 'member-level' | 'from-in-future' | 'member-already' | 'has-died';

/**
 * A further membership, from a day on: of a person whose record is kept within the viewer's reach, in a unit within it.
 * `late`: it reaches into a closed month, as a record that comes late may (0144).
 */
export async function startMembership(
  viewer: Viewer,
  input: StartMembershipInput,
): Promise<Result<{ id: string; late: boolean }, StartMembershipProblem>> {
  const person = await findPersonToChange(viewer, input.personId, 'people.record');
  if (!person.ok) return person;
  const unit = await findUnitToJoin(viewer, input.unitId);
  if (!unit.ok) return unit;
  const { personId, unitId, kind, from } = input;
  if (from > today()) return problem('from-in-future');
  return onceAMember(async (tx) => {
    const now = await holdReached(tx, viewer, person.value, 'people.record', unitId);
    if (!now) return problem('not-found');
    if (!now.kept) return problem('not-allowed');
    const refused =
      (await refusalOfUnitDay(tx, unitId, from)) ??
      (await refusalOfDeath(tx, personId)) ??
      (await refusalOfPeriod(tx, personId, from));
    if (refused) return refused;
    const data = { personId, unitId, kind, validFrom: toDate(from) };
    const { id } = await tx.membership.create({ data, select: { id: true } });
    await trail(tx, viewer, 'startMembership', personId, unitId, { membershipId: id, kind, from });
    return ok({ id: personId, late: (await lockedUntil(tx, { unitId }, from)) !== null });
  });
}

type Changing =
  | 'changed-meanwhile'
  | 'already-ended'
  | 'end-too-early'
  | 'day-in-future'
  | 'holds-office'
  | 'in-pair'
  | 'holds-role';
export type EndMembershipProblem = Reached | Changing;

/**
 * Ends a membership after its last day, or takes it back as if it never was. The keeper of her record or of that
 * unit may; `kept`: the viewer still sees her then. Offices and pairs are handed over first.
 */
export async function endMembership(
  viewer: Viewer,
  input: EndMembershipInput,
): Promise<Result<{ id: string; kept: boolean }, EndMembershipProblem>> {
  const { personId, membershipId, reason } = input;
  const seen = await findPersonReached(viewer, personId, 'people.record');
  if (!seen) return problem('not-found');
  return countedTransaction(async (tx) => {
    const person = await holdReached(tx, viewer, seen, 'people.record');
    const found = person && (await findMembership(tx, input));
    if (!found) return problem('not-found');
    if (!person.kept && !may(viewer, 'people.record', found.unit.path)) return problem('not-allowed');
    const unitId = found.unit.id;
    const end = refusalOfEnding(found, input) ?? firstDayWithout(input, fromDate(found.validFrom));
    if (!end.ok) return end;
    const day = end.value;
    const refused =
      (await refusalOfPeriod(tx, personId, day)) ??
      (await refusalOfLeaving(tx, { personId, membershipId, unitId, day }));
    if (refused) return refused;
    if (!(await closeMembership(tx, input, day, reason))) return changedMeanwhile(found);
    await trail(tx, viewer, 'endMembership', personId, unitId, { membershipId, ...endingTrail(input) });
    return ok({ id: personId, kept: person.kept });
  });
}

export type MoveMembershipProblem =
  | Reached
  | Changing
  | 'member-level'
  | 'member-already'
  | 'other-commune'
  | 'nothing-moves';

/**
 * Moves a member within her commune, or to another kind of membership: the old one ends on the day the new one
 * begins. Where the unit she leaves kept her record, the new one keeps it.
 */
export async function moveMembership(
  viewer: Viewer,
  input: MoveMembershipInput,
): Promise<Result<{ id: string }, MoveMembershipProblem>> {
  const { personId, membershipId, unitId, kind, day } = input;
  const person = await findPersonToChange(viewer, personId, 'people.record');
  if (!person.ok) return person;
  const unit = await findUnitToJoin(viewer, unitId);
  if (!unit.ok) return unit;
  return onceAMember(async (tx) => {
    const now = await holdReached(tx, viewer, person.value, 'people.record', unitId);
    const found = now && (await findMembership(tx, input));
    if (!found) return problem('not-found');
    if (!now.kept || !may(viewer, 'people.record', found.unit.path)) return problem('not-allowed');
    const leaves = found.unit.id;
    if (found.unit.communeId === null || found.unit.communeId !== unit.value.communeId) return problem('other-commune');
    if (leaves === unitId && found.kind === kind) return problem('nothing-moves');
    const refused =
      refusalOfMove(found, day) ??
      (await refusalOfUnitDay(tx, unitId, day)) ??
      (await refusalOfPeriod(tx, personId, day)) ??
      (leaves === unitId ? null : await refusalOfMoving(tx, { personId, membershipId, unitId: leaves, day }));
    if (refused) return refused;
    if (!(await closeMembership(tx, input, day, input.reason ?? null))) return changedMeanwhile(found);
    await tx.membership.create({ data: { personId, unitId, kind, validFrom: toDate(day) }, select: { id: true } });
    if (now.keeper.id === leaves && leaves !== unitId)
      await tx.person.update({ where: { id: personId }, data: { keeperUnitId: unitId }, select: { id: true } });
    await trail(tx, viewer, 'moveMembership', personId, unitId, { membershipId, from: leaves, to: unitId, kind, day });
    return ok({ id: personId });
  });
}

/** Two memberships of one woman in one unit never overlap: the database holds that, also for two who write at once. */
async function onceAMember<Value, Problem extends string>(run: (tx: Transaction) => Promise<Result<Value, Problem>>) {
  try {
    return await countedTransaction(run);
  } catch (error) {
    if (refusal(error) === 'one_membership') return problem('member-already');
    throw error;
  }
}
