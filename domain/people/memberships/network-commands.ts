import { may, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, fromDate, toDate, today } from '@/domain/days/day';
import { endDetail, endingTrail, firstDayWithout } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { findUnit } from '@/domain/units/queries';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { db, refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findPersonReached } from '../change-queries';
import { lockPerson, refusalOfDeath } from './leaving-writes';
import type { CreateNetworkInput, JoinNetworkInput, LeaveNetworkInput } from './network';
import { readReached } from './reached';
import { holdReached } from './reached-writes';

type Reached = 'not-found' | 'not-allowed';
export type CreateNetworkProblem =
  | Reached
  | 'has-died'
  | 'network-level'
  | 'network-stands'
  | 'from-in-future'
  | 'unit-not-open'
  | 'unit-closed';

/** Makes a network of a commune or sub-association, with its first member. One of a name and kind at a unit. */
export async function createNetwork(
  viewer: Viewer,
  input: CreateNetworkInput,
): Promise<Result<{ id: string }, CreateNetworkProblem>> {
  const { personId, unitId, kind, name, from } = input;
  const [person, unit] = await Promise.all([
    findPersonReached(viewer, personId, 'people.networks'),
    findUnit(viewer, unitId, 'people.see'),
  ]);
  if (!person || !unit) return problem('not-found');
  if (!may(viewer, 'people.networks', unit.path)) return problem('not-allowed');
  if (unit.level !== 'commune' && unit.level !== 'sub_association') return problem('network-level');
  if (from > today()) return problem('from-in-future');
  return transaction(async (tx) => {
    // of two who make it at once the second sees the first one's
    await tx.$executeRaw`SELECT 1 FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`;
    await lockPerson(tx, personId);
    if (!(await readReached(tx, viewer, personId, 'people.networks'))) return problem('not-found');
    const refused = (await refusalOfDeath(tx, personId)) ?? (await refusalOfUnitDay(tx, unitId, from));
    if (refused) return refused;
    const stands = await tx.network.count({ where: { unitId, kind, name, ...activeOn(today()) } });
    if (stands) return problem('network-stands');
    const { id } = await tx.network.create({
      data: {
        unitId,
        kind,
        name,
        validFrom: toDate(from),
        networkMembers: { create: { personId, validFrom: toDate(from) } },
      },
      select: { id: true },
    });
    await trail(tx, viewer, 'createNetwork', personId, unitId, { networkId: id, kind, from });
    return ok({ id: personId });
  });
}

export type JoinNetworkProblem =
  | Reached
  | 'has-died'
  | 'in-network-already'
  | 'from-in-future'
  | 'network-not-open'
  | 'unit-not-open'
  | 'unit-closed';

/** Puts somebody whom the viewer reaches into a network of hers, from a day on, while its unit stands. */
export async function joinNetwork(
  viewer: Viewer,
  input: JoinNetworkInput,
): Promise<Result<{ id: string }, JoinNetworkProblem>> {
  const { personId, networkId, from } = input;
  const person = await findPersonReached(viewer, personId, 'people.networks');
  if (!person) return problem('not-found');
  if (from > today()) return problem('from-in-future');
  const seen = await findNetwork(db, viewer, networkId);
  if (!seen.ok) return seen;
  try {
    return await transaction(async (tx) => {
      // its unit and she are held: whoever carries the unit over or moves her meanwhile waits, or has
      const held = await holdReached(tx, viewer, person, 'people.networks', seen.value.unitId);
      const network = await findNetwork(tx, viewer, networkId);
      if (!held) return problem('not-found');
      const died = await refusalOfDeath(tx, personId);
      if (died) return died;
      if (!network.ok) return network;
      const { validFrom, validTo, unitId } = network.value;
      if (from < fromDate(validFrom) || (validTo && from >= fromDate(validTo)))
        return problem('network-not-open', { day: fromDate(validFrom) });
      // she comes into it now, from whatever day
      const shut = await refusalOfUnitDay(tx, unitId, today());
      if (shut) return shut;
      await tx.networkMember.create({ data: { personId, networkId, validFrom: toDate(from) }, select: { id: true } });
      await trail(tx, viewer, 'joinNetwork', personId, unitId, { networkId, from });
      return ok({ id: personId });
    });
  } catch (error) {
    if (refusal(error) === 'one_network_member') return problem('in-network-already');
    throw error;
  }
}

export type LeaveNetworkProblem = Reached | 'already-ended' | 'end-too-early' | 'day-in-future';

/** Ends her part in a network after its last day, or takes it back as if it never was. */
export async function leaveNetwork(
  viewer: Viewer,
  input: LeaveNetworkInput,
): Promise<Result<{ id: string }, LeaveNetworkProblem>> {
  const { personId, networkMemberId, lastDay } = input;
  const person = await findPersonReached(viewer, personId, 'people.networks');
  if (!person) return problem('not-found');
  if (lastDay && lastDay > today()) return problem('day-in-future');
  return transaction(async (tx) => {
    if (!(await holdReached(tx, viewer, person, 'people.networks'))) return problem('not-found');
    const row = await tx.networkMember.findFirst({
      where: { id: networkMemberId, personId },
      select: { networkId: true, validFrom: true, validTo: true },
    });
    if (!row) return problem('not-found');
    const network = await findNetwork(tx, viewer, row.networkId);
    if (!network.ok) return network;
    const from = fromDate(row.validFrom);
    if (row.validTo) return problem('already-ended', endDetail(from, fromDate(row.validTo)));
    const end = firstDayWithout(input, from);
    if (!end.ok) return end;
    await tx.networkMember.update({
      where: { id: networkMemberId },
      data: { validTo: toDate(end.value) },
      select: { id: true },
    });
    await trail(tx, viewer, 'leaveNetwork', personId, network.value.unitId, {
      networkId: row.networkId,
      ...endingTrail(input),
    });
    return ok({ id: personId });
  });
}

/** A network where the viewer may say who takes part; of a place beyond her reach there is none. */
async function findNetwork(tx: Pick<Transaction, 'network'>, viewer: Viewer, networkId: string) {
  const select = { validFrom: true, validTo: true, unitId: true } as const;
  const row = await tx.network.findFirst({
    where: { id: networkId, unit: withinReach(viewer, 'people.see') },
    select,
  });
  if (!row) return problem('not-found');
  const allowed = await tx.network.count({ where: { id: networkId, unit: withinReach(viewer, 'people.networks') } });
  return allowed ? ok(row) : problem('not-allowed');
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  action: 'createNetwork' | 'joinNetwork' | 'leaveNetwork',
  subjectId: string,
  unitId: string,
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: action === 'createNetwork' ? 'created' : action === 'leaveNetwork' ? 'ended' : 'changed',
    action,
    subjectType: 'person',
    subjectId,
    unitId,
    change,
  });
