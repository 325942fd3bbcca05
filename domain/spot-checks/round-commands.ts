import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { findPublishedReading } from '@/domain/coverage/rulings/ruling-queries';
import { addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { commitmentOf, makeSeed } from './drawing/draw';
import { drawRound } from './drawing/draw-writes';
import { listCovered, listOfficials } from './drawing/list-queries';
import { type AnnounceInput, lastDaysOf, type RoundInput, type RoundProblem } from './round';
import { lockRounds, roundToChange, trailOf } from './round-writes';

/**
 * Announces a round: which day's covered units, what share, until when; and commits to a seed, of which only the SHA-256 is told until
 * the draw. One round is under way at a time.
 */
export async function announceSpotRound(
  viewer: Viewer,
  input: AnnounceInput,
): Promise<Result<{ id: string }, RoundProblem>> {
  if (!mayForProvince(viewer, 'spot-checks.draw')) return problem('not-allowed');
  const { countedOn, percent, lastDay } = input;
  const refused = refusalOf(input);
  if (refused) return refused;
  const { reading } = await findPublishedReading(countedOn);
  const seed = makeSeed();
  return transaction(async (tx) => {
    await lockRounds(tx);
    const running = await tx.spotRound.count({ where: { closedAt: null, withdrawnAt: null } });
    if (running > 0) return problem('one-at-a-time');
    const { id, commitment } = await tx.spotRound.create({
      data: {
        countedOn: toDate(countedOn),
        reading,
        percent,
        endsOn: toDate(addDays(lastDay, 1)),
        commitment: commitmentOf(seed),
        seed,
        announcedById: viewer.accountId,
      },
      select: { id: true, commitment: true },
    });
    await record(tx, viewer, {
      ...trailOf('announceSpotRound', id),
      verb: 'created',
      change: { countedOn, percent, lastDay, commitment },
    });
    return ok({ id });
  });
}

function refusalOf({ countedOn, lastDay }: AnnounceInput) {
  const { first, last } = lastDaysOf(today());
  if (countedOn > today()) return problem('day-to-come', { day: today() });
  if (countedOn < FIRST_DAY) return problem('before-record', { day: FIRST_DAY });
  if (lastDay < first) return problem('last-day-too-early', { day: first });
  return lastDay > last ? problem('last-day-too-late', { day: last }) : null;
}

/** Draws the units of a round that was announced, and hands each to an official of a neighbouring commune; the seed is told. */
export async function drawSpotRound(viewer: Viewer, input: RoundInput): Promise<Result<{ id: string }, RoundProblem>> {
  if (!mayForProvince(viewer, 'spot-checks.draw')) return problem('not-allowed');
  const announced = await db.spotRound.findUnique({ where: { id: input.roundId }, select: { countedOn: true } });
  if (!announced) return problem('not-found');
  const [covered, officials] = await Promise.all([
    listCovered(viewer, fromDate(announced.countedOn)),
    listOfficials(viewer),
  ]);
  if (covered.length === 0) return problem('nothing-to-draw');
  return transaction(async (tx) => {
    const found = await roundToChange(tx, input);
    if (!found.ok) return found;
    const { value: round } = found;
    if (round.drawnAt) return problem('drawn-already');
    if (fromDate(round.endsOn) <= today()) return problem('last-day-too-early', { day: today() });
    const drawn = await drawRound(tx, round, covered, officials);
    await record(tx, viewer, {
      ...trailOf('drawSpotRound', round.id),
      verb: 'changed',
      change: { of: covered.length, drawn },
    });
    return ok({ id: round.id });
  });
}

/** Closes a round before its day: what was not answered counts as not seen, and every commune sees what was found there. */
export async function closeSpotRound(viewer: Viewer, input: RoundInput): Promise<Result<{ id: string }, RoundProblem>> {
  if (!mayForProvince(viewer, 'spot-checks.draw')) return problem('not-allowed');
  return transaction(async (tx) => {
    const found = await roundToChange(tx, input);
    if (!found.ok) return found;
    const { id, drawnAt, countedOn } = found.value;
    if (!drawnAt) return problem('not-open');
    const unanswered = await tx.spotCheck.count({ where: { roundId: id, result: null } });
    await tx.spotRound.update({
      where: { id },
      data: { closedAt: new Date(), closedById: viewer.accountId },
      select: { id: true },
    });
    await record(tx, viewer, {
      ...trailOf('closeSpotRound', id),
      verb: 'ended',
      change: { countedOn: fromDate(countedOn), unanswered },
    });
    return ok({ id });
  });
}

/** Takes back a round that was announced and not drawn yet. It stays on record. */
export async function withdrawSpotRound(
  viewer: Viewer,
  input: RoundInput,
): Promise<Result<{ id: string }, RoundProblem>> {
  if (!mayForProvince(viewer, 'spot-checks.draw')) return problem('not-allowed');
  return transaction(async (tx) => {
    const found = await roundToChange(tx, input);
    if (!found.ok) return found;
    const { id, drawnAt, countedOn } = found.value;
    if (drawnAt) return problem('drawn-already');
    await tx.spotRound.update({ where: { id }, data: { withdrawnAt: new Date() }, select: { id: true } });
    const day: Day = fromDate(countedOn);
    await record(tx, viewer, { ...trailOf('withdrawSpotRound', id), verb: 'ended', change: { countedOn: day } });
    return ok({ id });
  });
}
