import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { AHEAD_DAYS_MAX } from '@/domain/days/day-input';
import { endDetail, endingTrail, firstDayWithout } from '@/domain/days/ending';
import { findModelToChange } from '@/domain/digital-models/change-queries';
import { refusalOfEnded } from '@/domain/digital-models/refusals';
import { lockPersons } from '@/domain/people/memberships/leaving-writes';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { takeVersion } from '@/domain/version-writes';
import { refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type EndPairInput, laterOf, type PairRow, type TieInput } from './pair';
import { findPair } from './queries';
import { problemOf, type RefusedPair } from './refused';

type Reached = 'not-found' | 'not-allowed' | 'changed-meanwhile' | 'already-ended' | 'too-far-ahead' | 'period-locked';

export type TieProblem = Reached | 'tie-too-early' | 'family-elsewhere' | 'family-ended' | RefusedPair;

/** Ties a pair to a Digital Family of its unit from a day on: from that day the two together cover the unit. */
export async function tiePair(viewer: Viewer, input: TieInput): Promise<Result<{ id: string }, TieProblem>> {
  const pair = await findPair(viewer, input.pairId);
  if (!pair) return problem('not-found');
  if (!pair.may.tie) return problem('not-allowed');
  const family = await findModelToChange(viewer, input.modelId, 'pairs.pair-up');
  if (!family.ok) return family;
  if (family.value.unitId !== pair.host?.unitId) return problem('family-elsewhere');
  if (family.value.status === 'ended') return problem('family-ended');
  const refused = refusalOfDay(pair, input.from);
  if (refused) return refused;
  const first = laterOf(pair.from, family.value.foundedOn);
  if (input.from < first) return problem('tie-too-early', { day: first });

  try {
    return await changePair(viewer, pair, input, {
      action: 'tiePair',
      day: input.from,
      before: async (tx) => ((await refusalOfEnded(tx, { id: input.modelId })) ? problem('family-ended') : null),
      change: async (tx) => {
        const { id: pairId } = pair;
        const tie = { pairId, modelId: input.modelId, validFrom: toDate(input.from), tiedById: viewer.accountId };
        await tx.pairTie.create({ data: tie, select: { id: true } });
        return ok({ modelId: input.modelId, from: input.from });
      },
    });
  } catch (error) {
    const name = problemOf(refusal(error));
    if (name) return problem(name);
    throw error;
  }
}

export type EndPairProblem = Reached | 'end-too-early' | 'met-later';

/**
 * Ends a pair after its last day, never before its last contact, or takes it back as if it never was. Its reason and
 * outcome stay.
 */
export async function endPair(viewer: Viewer, input: EndPairInput): Promise<Result<{ id: string }, EndPairProblem>> {
  const pair = await findPair(viewer, input.pairId);
  if (!pair) return problem('not-found');
  if (!pair.may.end) return problem('not-allowed');
  const refused = refusalOfDay(pair, input.lastDay ?? pair.from);
  if (refused) return refused;
  const end = firstDayWithout(input, pair.from);
  if (!end.ok) return end;

  return changePair(viewer, pair, input, {
    action: 'endPair',
    day: end.value,
    change: async (tx) => {
      const later = await tx.pairContact.findFirst({
        where: { pairId: pair.id, onDay: { gte: toDate(end.value) } },
        orderBy: { onDay: 'desc' },
        select: { onDay: true },
      });
      if (later) return problem('met-later', { day: fromDate(later.onDay) });
      const { reason: endReason, note: endNote = null, outcome = null } = input;
      const data = { validTo: toDate(end.value), endReason, endNote, outcome };
      await tx.pair.update({ where: { id: pair.id }, data, select: { id: true } });
      return ok({ ...endingTrail(input), reason: endReason });
    },
  });
}

function refusalOfDay(pair: PairRow, day: Day) {
  if (pair.state === 'ended') return problem('already-ended', endDetail(pair.from, pair.to ?? today()));
  const latest = addDays(today(), AHEAD_DAYS_MAX);
  return day > latest ? problem('too-far-ahead', { day: latest }) : null;
}

type PairChange<Refused extends string> = {
  action: 'tiePair' | 'endPair';
  day: Day;
  /** asked of what is held before the women of the pair */
  before?: (tx: Transaction) => Promise<{ ok: false; problem: Refused } | null>;
  change: (tx: Transaction) => Promise<Result<Record<string, unknown>, Refused>>;
};

/**
 * The steps that both share, in one transaction: the family, its women, then the pair held as everybody holds them,
 * closed periods, the version she saw, the change itself and its trail.
 */
function changePair<Refused extends string>(
  viewer: Viewer,
  pair: PairRow,
  { version }: { version: number },
  { action, day, before, change }: PairChange<Refused>,
) {
  return countedTransaction(async (tx) => {
    const unitId = pair.host?.unitId ?? null;
    const refused = await before?.(tx);
    if (refused) return refused;
    await lockPersons(tx, [pair.instructor.id, pair.learner.id]);
    const until = await lockedUntil(tx, { pairId: pair.id }, day);
    if (until) return problem('period-locked', { until });
    if (!(await takeVersion(tx, 'pair', pair.id, version)))
      return problem('changed-meanwhile', { version: String(pair.version) });
    const done = await change(tx);
    if (!done.ok) return done;
    await record(tx, viewer, {
      verb: action === 'endPair' ? 'ended' : 'changed',
      action,
      subjectType: 'pair',
      subjectId: pair.id,
      unitId,
      change: done.value,
    });
    return ok({ id: pair.id });
  });
}
