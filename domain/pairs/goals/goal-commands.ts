import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { endDetail, hasEndedBy, type Stretch } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';
import { lockedUntil } from '@/domain/units/period/period';
import { holdVersion } from '@/domain/version-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { refusalOfGuidingDay } from '../guiding';
import { GOALS_MAX, type PairRow } from '../pair';
import { findPair } from '../queries';
import type { AddGoalInput, MarkGoalInput, RemoveGoalInput } from './goal';
import { findGoal } from './goal-queries';

type OfPair = { id: string; pairId: string };

/** The days of a pair, held until the change is done: who ends it waits, and of two who add at once the second counts the first one's goal. */
async function holdDays(tx: Transaction, pairId: string): Promise<Stretch> {
  const [days] = await tx.$queryRaw<Stretch[]>`
    SELECT valid_from::text AS "from", valid_to::text AS "to" FROM pair WHERE id = ${pairId}::uuid FOR NO KEY UPDATE`;
  if (!days) throw new Error('a pair that was just found is gone');
  return days;
}

const refusalOfEnded = (days: Stretch) =>
  hasEndedBy(days, today()) ? problem('already-ended', endDetail(days.from, days.to ?? today())) : null;

export type AddGoalProblem = 'not-found' | 'not-allowed' | 'already-ended' | 'goals-full';

/** Adds a skill of the campaign to what a pair sets out to learn; one that is there already stays as it is. */
export async function addGoal(viewer: Viewer, input: AddGoalInput): Promise<Result<OfPair, AddGoalProblem>> {
  const { pairId, skillId } = input;
  const pair = await findPair(viewer, pairId);
  if (!pair) return problem('not-found');
  if (!pair.may.guide) return problem('not-allowed');

  return transaction(async (tx) => {
    const ended = refusalOfEnded(await holdDays(tx, pairId));
    if (ended) return ended;
    const skill = await tx.skill.findFirst({ where: { id: skillId, retiredOn: null }, select: { id: true } });
    if (!skill) return problem('not-found');
    const there = await tx.pairGoal.findFirst({ where: { pairId, skillId }, select: { id: true } });
    if (there) return ok({ id: there.id, pairId });
    if ((await tx.pairGoal.count({ where: { pairId } })) >= GOALS_MAX)
      return problem('goals-full', { count: String(GOALS_MAX) });
    const { id } = await tx.pairGoal.create({ data: { pairId, skillId }, select: { id: true } });
    await trail(tx, viewer, pair, 'addGoal', { skillId });
    return ok({ id, pairId });
  });
}

export type RemoveGoalProblem = 'not-found' | 'not-allowed' | 'already-ended' | 'goal-marked';

/** Takes a goal back in which nothing was seen yet; one with a level stays, for it tells what she learned. */
export async function removeGoal(viewer: Viewer, input: RemoveGoalInput): Promise<Result<OfPair, RemoveGoalProblem>> {
  const goal = await findGoal(viewer, input.goalId);
  const pair = goal && (await findPair(viewer, goal.pairId));
  if (!goal || !pair) return problem('not-found');
  if (!pair.may.guide) return problem('not-allowed');

  try {
    return await transaction(async (tx) => {
      const ended = refusalOfEnded(await holdDays(tx, pair.id));
      if (ended) return ended;
      // all of it, a level set meanwhile too: the database refuses that one by name
      const { count } = await tx.pairGoal.deleteMany({ where: { id: goal.id } });
      if (count > 0) await trail(tx, viewer, pair, 'removeGoal', { skillId: goal.skillId });
      return ok({ id: goal.id, pairId: pair.id });
    });
  } catch (error) {
    if (refusal(error) === 'goal_marked') return problem('goal-marked');
    throw error;
  }
}

export type MarkGoalProblem =
  | 'not-found'
  | 'not-allowed'
  | 'before-pair'
  | 'after-pair'
  | 'not-yet'
  | 'period-locked'
  | 'mark-locked'
  | 'changed-meanwhile';

/**
 * Sets a learner's level for a skill, seen on one of the pair's days; without a level takes it back. However often it
 * is sent it stands the same: a level is set, never turned over.
 */
export async function markGoal(viewer: Viewer, input: MarkGoalInput): Promise<Result<OfPair, MarkGoalProblem>> {
  const goal = await findGoal(viewer, input.goalId);
  const pair = goal && (await findPair(viewer, goal.pairId));
  if (!goal || !pair) return problem('not-found');
  if (!pair.may.guide) return problem('not-allowed');
  const { level = null, day, version } = input;
  return transaction(async (tx) => {
    const refused = refusalOfGuidingDay(await holdDays(tx, pair.id), day);
    if (refused) return refused;
    const until = await lockedUntil(tx, { pairId: pair.id }, day, day);
    if (until) return problem('period-locked', { until });
    const data = { level, markedOn: level && toDate(day) };
    if (!(await holdVersion(tx, 'pair_goal', goal.id, version))) return standsAlready(tx, goal.id, pair.id, data);
    const closed = await refusalOfStanding(tx, goal.id, pair.id, { level, day });
    if (closed) return closed;
    await tx.pairGoal.update({ where: { id: goal.id }, data, select: { id: true } });
    await trail(tx, viewer, pair, 'markGoal', { skillId: goal.skillId, level, day });
    return ok({ id: goal.id, pairId: pair.id });
  });
}

/** A level that was seen in a closed month stays, until she comes further: neither taken back, nor lowered, nor given another day. */
async function refusalOfStanding(
  tx: Transaction,
  goalId: string,
  pairId: string,
  wanted: { level: LearnedLevel | null; day: Day },
) {
  const { level, markedOn } = await tx.pairGoal.findUniqueOrThrow({
    where: { id: goalId },
    select: { level: true, markedOn: true },
  });
  if (!level || !markedOn) return null;
  const seen = fromDate(markedOn);
  const goesOn =
    wanted.level && wanted.day > seen && learnedLevels.indexOf(wanted.level) > learnedLevels.indexOf(level);
  if (goesOn) return null;
  return (await lockedUntil(tx, { pairId }, seen, seen)) ? problem('mark-locked', { day: seen }) : null;
}

/** Somebody was first: the same level is what she wanted, another one she is shown. */
async function standsAlready(
  tx: Transaction,
  goalId: string,
  pairId: string,
  wanted: { level: string | null; markedOn: Date | null },
) {
  const now = await tx.pairGoal.findFirst({
    where: { id: goalId },
    select: { level: true, markedOn: true, version: true },
  });
  if (!now) return problem('not-found');
  if (now.level === wanted.level && now.markedOn?.getTime() === wanted.markedOn?.getTime())
    return ok({ id: goalId, pairId });
  const { level, markedOn, version } = now;
  const day = markedOn ? fromDate(markedOn) : today();
  return problem('changed-meanwhile', { level: level ?? '', day, version: String(version) });
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  pair: PairRow,
  action: 'addGoal' | 'removeGoal' | 'markGoal',
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: 'changed',
    action,
    subjectType: 'pair',
    subjectId: pair.id,
    unitId: pair.host?.unitId ?? null,
    change,
  });
