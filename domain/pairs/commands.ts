import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { activeOn, addDays, type Day, fromDate, latestOf, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { lastingAfter } from '@/domain/days/ending';
import { findModelToChange, type ModelToChange } from '@/domain/digital-models/change-queries';
import { refusalOfEnded } from '@/domain/digital-models/refusals';
import { lockPersons } from '@/domain/people/memberships/leaving-writes';
import { membersWithin } from '@/domain/people/person';
import { findMember } from '@/domain/people/queries';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { findUnit } from '@/domain/units/queries';
import { refusalOfUnitDay } from '@/domain/units/unit-day';
import { refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { earlierOf, LEARNERS_MAX, laterOf, type PairUpInput } from './pair';
import { problemOf, type RefusedPair } from './refused';

export type PairUpProblem =
  | 'not-found'
  | 'not-allowed'
  | 'pair-level'
  | 'too-far-ahead'
  | 'before-member'
  | 'no-member'
  | 'instructor-full'
  | 'family-elsewhere'
  | 'family-ended'
  | 'period-locked'
  | 'unit-not-open'
  | 'unit-closed'
  | RefusedPair;

/**
 * Pairs two members within the viewer's reach at a sub-association or group from a day on, with goals, tied to a
 * Digital Family of that unit where one is named. A woman beyond her reach is not found.
 */
export async function pairUp(viewer: Viewer, input: PairUpInput): Promise<Result<{ id: string }, PairUpProblem>> {
  const unit = await findUnit(viewer, input.unitId, 'pairs.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'pairs.pair-up', unit.path)) return problem('not-allowed');
  if (unit.level !== 'sub_association' && unit.level !== 'group') return problem('pair-level');
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  if (input.from > latest) return problem('too-far-ahead', { day: latest });

  const { instructorId, learnerId, modelId } = input;
  const found = await Promise.all([findMember(viewer, instructorId), findMember(viewer, learnerId)]);
  if (found.includes(null)) return problem('not-found');
  const goals = [...new Set(input.goals ?? [])];
  const family = modelId ? await findModelToChange(viewer, modelId, 'pairs.pair-up') : null;
  if (family && !family.ok) return family;
  if (family && family.value.unitId !== unit.id) return problem('family-elsewhere');
  if (family?.value.status === 'ended') return problem('family-ended');

  try {
    return await countedTransaction(async (tx) => {
      const refused = await refusalOfPair(tx, input);
      if (refused) return refused;
      const since = await membersSince(tx, input);
      if (!since.ok) return since;
      // one may have moved to another commune while she was paired here
      const women = [...new Set([instructorId, learnerId])];
      const reached = await tx.person.count({ where: { id: { in: women }, ...membersWithin(viewer) } });
      if (reached < women.length) return problem('not-found');
      const early = since.value;
      // before both were members it begins for a reason only, which the trail keeps
      if (early && !input.earlierReason) return problem('before-member', { day: early });
      const skills = await tx.skill.count({ where: { id: { in: goals }, retiredOn: null } });
      if (skills < goals.length) return problem('not-found');
      const id = await insertPair(tx, viewer, input, family?.value ?? null);
      await tx.pairGoal.createMany({ data: goals.map((skillId) => ({ pairId: id, skillId })) });
      const earlier = early ? { reason: input.earlierReason } : {};
      await record(tx, viewer, {
        verb: 'created',
        action: 'pairUp',
        subjectType: 'pair',
        subjectId: id,
        unitId: unit.id,
        change: { instructorId, learnerId, from: input.from, modelId: modelId ?? null, goals, ...earlier },
      });
      return ok({ id });
    });
  } catch (error) {
    const name = problemOf(refusal(error));
    if (name) return problem(name);
    throw error;
  }
}

async function refusalOfPair(tx: Transaction, { instructorId, learnerId, unitId, modelId, from }: PairUpInput) {
  const shut = await refusalOfUnitDay(tx, unitId, from);
  if (shut) return shut;
  const until = await lockedUntil(tx, { unitId }, from);
  if (until) return problem('period-locked', { until });
  // the family before its women, as whoever keeps its people holds them
  if (modelId && (await refusalOfEnded(tx, { id: modelId }))) return problem('family-ended');
  // both women: of two who pair one up at once the second counts the first pair, and nobody leaves meanwhile
  await lockPersons(tx, [instructorId, learnerId]);
  const learners = await tx.pair.count({ where: { instructorId, ...lastingAfter(from, tx.pair.fields) } });
  return learners >= LEARNERS_MAX ? problem('instructor-full', { count: String(learners) }) : null;
}

/** The day from which both are members, where the pair would begin before it. 'no-member': one has left before that day. */
async function membersSince(
  tx: Transaction,
  { instructorId, learnerId, from }: PairUpInput,
): Promise<Result<Day | null, 'no-member'>> {
  const rows = await tx.membership.groupBy({
    by: ['personId'],
    where: { personId: { in: [instructorId, learnerId] }, ...lastingAfter(from, tx.membership.fields) },
    _min: { validFrom: true },
  });
  const gone = [instructorId, learnerId].find((id) => !rows.some(({ personId }) => personId === id));
  if (gone) return problem('no-member', { who: gone === instructorId ? 'instructor' : 'learner' });
  const days = rows.flatMap(({ _min: { validFrom } }) => (validFrom ? [fromDate(validFrom)] : []));
  const since = latestOf(from, ...days);
  return ok(since > from ? since : null);
}

async function insertPair(tx: Transaction, viewer: Viewer, input: PairUpInput, family: ModelToChange | null) {
  const { instructorId, learnerId, unitId, from } = input;
  const frame = await tx.digitalModel.findFirst({
    where: {
      kind: 'one_plus_one_instructor',
      modelHosts: { some: { ...activeOn(today()), unitId } },
      modelStatuses: { none: { ...activeOn(today()), status: 'ended' } },
    },
    select: { id: true },
  });
  const { id } = await tx.pair.create({
    data: {
      instructorId,
      learnerId,
      modelId: frame?.id ?? null,
      validFrom: toDate(from),
      // an announced pair has its place at once, or nobody could see it; it counts from its own first day
      pairHosts: { create: { unitId, validFrom: toDate(earlierOf(from, today())) } },
    },
    select: { id: true },
  });
  if (family)
    await tx.pairTie.create({
      data: {
        pairId: id,
        modelId: family.id,
        validFrom: toDate(laterOf(from, family.foundedOn)),
        tiedById: viewer.accountId,
      },
      select: { id: true },
    });
  return id;
}
