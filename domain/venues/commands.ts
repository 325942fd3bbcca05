import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { dayOf, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { queueFor } from '@/domain/trainings/booking/booking-writes';
import { standing } from '@/domain/trainings/session';
import { holdVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findUnitOfVenue, findVenue } from './queries';
import { type EditVenueInput, type RetireVenueInput, type Venue, type VenueInput, venueFields } from './venue';

export type VenueProblem = 'not-found' | 'venue-taken-name' | 'other-commune';

/** A new hall of a commune or a unit in it, where the viewer may keep halls. One name stands once in a unit. */
export async function createVenue(
  viewer: Viewer,
  input: VenueInput,
): Promise<Result<{ id: string; communeId: string | null }, VenueProblem>> {
  const unit = await findUnitOfVenue(viewer, input.unitId);
  if (!unit) return problem('not-found');
  return transaction(async (tx) => {
    if (await nameTaken(tx, input)) return problem('venue-taken-name');
    const { id } = await tx.venue.create({ data: columnsOf(input), select: { id: true } });
    await note(tx, viewer, 'created', 'createVenue', { id, unitId: unit.id }, { seats: input.seats ?? null });
    return ok({ id, communeId: unit.communeId });
  });
}

/** Changes a hall; it stays in its commune. Sessions already planned there keep it, whatever its seats are now. */
export async function editVenue(
  viewer: Viewer,
  input: EditVenueInput,
): Promise<Result<{ id: string; communeId: string | null }, VenueProblem | 'changed-meanwhile'>> {
  const { venueId, version } = input;
  const [venue, unit] = await Promise.all([findVenue(viewer, venueId), findUnitOfVenue(viewer, input.unitId)]);
  if (!venue || !unit) return problem('not-found');
  if (unit.communeId !== venue.unit.communeId) return problem('other-commune');
  const result = await transaction(async (tx) => {
    if (await nameTaken(tx, input, venueId)) return problem('venue-taken-name');
    if (!(await holdVersion(tx, 'venue', venueId, version))) return problem('changed-meanwhile');
    await tx.venue.update({ where: { id: venueId }, data: columnsOf(input), select: { id: true } });
    await note(tx, viewer, 'changed', 'editVenue', { id: venueId, unitId: unit.id }, { seats: input.seats ?? null });
    return ok({ id: venueId, communeId: unit.communeId });
  });
  if (result.ok || result.problem !== 'changed-meanwhile') return result;
  const now = await findVenue(viewer, venueId);
  return now ? problem('changed-meanwhile', venueFields(now)) : problem('not-found');
}

/**
 * Takes a hall out of what can be chosen from today on, or back into it. Not while approved sessions are still to be held
 * there (`hall-still-booked`, with how many and the day of the next).
 */
export async function retireVenue(
  viewer: Viewer,
  { venueId, version, step }: RetireVenueInput,
): Promise<
  Result<{ id: string; communeId: string | null }, VenueProblem | 'hall-still-booked' | 'changed-since-read'>
> {
  const venue = await findVenue(viewer, venueId);
  if (!venue) return problem('not-found');
  return transaction(async (tx) => {
    // whoever books this hall at the same moment is waited for
    await queueFor(tx, [venueId]);
    const booked = step === 'retire' ? await bookedIn(tx, venue) : null;
    if (booked) return problem('hall-still-booked', booked);
    if (!(await holdVersion(tx, 'venue', venueId, version))) return problem('changed-since-read');
    const retiredOn = step === 'retire' ? toDate(today()) : null;
    await tx.venue.update({ where: { id: venueId }, data: { retiredOn }, select: { id: true } });
    const verb = step === 'retire' ? 'ended' : 'changed';
    await note(tx, viewer, verb, `${step}Venue`, { id: venueId, unitId: venue.unit.id }, { step });
    return ok({ id: venueId, communeId: venue.unit.communeId });
  });
}

async function bookedIn(tx: Transaction, { id }: Venue) {
  const { _count, _min } = await tx.session.aggregate({
    where: { venueId: id, state: { in: standing }, endsAt: { gt: new Date() } },
    _count: { _all: true },
    _min: { startsAt: true },
  });
  return _min.startsAt && { count: String(_count._all), day: dayOf(_min.startsAt) };
}

/** Two of one unit that are called the same could not be told apart in the form of a session. */
async function nameTaken(tx: Transaction, { unitId, name }: VenueInput, exceptId?: string): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('venue of ' || ${unitId}, 0))::text`;
  const found = await tx.venue.findFirst({
    where: { unitId, name, retiredOn: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  });
  return found !== null;
}

const columnsOf = ({ unitId, name, address, seats, stepFree, screen, wifi, lat, lon }: VenueInput) => ({
  unitId,
  name,
  address: address ?? null,
  seats: seats ?? null,
  stepFree: stepFree === 'yes',
  screen: screen === 'yes',
  wifi: wifi === 'yes',
  lat: lat ?? null,
  lon: lon ?? null,
});

const note = (
  tx: Transaction,
  viewer: Viewer,
  verb: 'created' | 'changed' | 'ended',
  action: string,
  { id, unitId }: { id: string; unitId: string },
  change: Record<string, unknown>,
) => record(tx, viewer, { verb, action, subjectType: 'venue', subjectId: id, unitId, change });
