import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { toDate, today } from '@/domain/days/day';
import { endDetail } from '@/domain/days/ending';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { refusalOfGuidingDay } from '../guiding';
import { findPair } from '../queries';
import type { ContactInput } from './contact';
import { metTodayId } from './met-today';

export type RecordContactProblem =
  | 'not-found'
  | 'not-allowed'
  | 'before-pair'
  | 'after-pair'
  | 'not-yet'
  | 'period-locked'
  | 'already-recorded';

/**
 * Records that the two of a pair met, called or wrote, on one of its days up to today. Sent twice under one id it is one
 * contact; `already-recorded` is another one under that id.
 */
export async function recordContact(
  viewer: Viewer,
  input: ContactInput,
): Promise<Result<{ id: string; pairId: string }, RecordContactProblem>> {
  const pair = await findPair(viewer, input.pairId);
  if (!pair) return problem('not-found');
  if (!pair.may.guide) return problem('not-allowed');
  const refused = refusalOfGuidingDay(pair, input.day);
  if (refused) return refused;

  const { id, pairId, day, minutes, skillId = null } = input;
  try {
    return await countedTransaction(async (tx) => {
      const until = await lockedUntil(tx, { pairId: pair.id }, day, day);
      if (until) return problem('period-locked', { until });
      const skill = skillId && (await tx.skill.findFirst({ where: { id: skillId }, select: { id: true } }));
      if (skillId && !skill) return problem('not-found');
      const row = { id, pairId, onDay: toDate(day), skillId, minutes, recordedById: viewer.accountId };
      const { count } = await tx.pairContact.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) return (await isTheSame(tx, row)) ? ok({ id, pairId }) : problem('already-recorded');
      await record(tx, viewer, {
        verb: 'created',
        action: 'recordContact',
        subjectType: 'pair',
        subjectId: pairId,
        unitId: pair.host?.unitId ?? null,
        change: { day, skillId, minutes },
      });
      return ok({ id, pairId });
    });
  } catch (error) {
    // ended by somebody else between the look at it and the record
    if (refusal(error) === 'contact_within') return problem('after-pair', endDetail(pair.from, pair.to ?? today()));
    throw error;
  }
}

/** Minutes of a meeting that is told with one tap. */
const USUAL_MINUTES = 30;

/** Records that the two of a pair met today, half an hour: told once more that day, by whomever, it is the same contact. */
export function recordMetToday(viewer: Viewer, { pairId }: Pick<ContactInput, 'pairId'>) {
  const day = today();
  return recordContact(viewer, { id: metTodayId(pairId, day), pairId, day, minutes: USUAL_MINUTES });
}

async function isTheSame(
  tx: Transaction,
  {
    id,
    pairId,
    onDay,
    skillId,
    minutes,
  }: { id: string; pairId: string; onDay: Date; skillId: string | null; minutes: number },
): Promise<boolean> {
  return (await tx.pairContact.count({ where: { id, pairId, onDay, skillId, minutes } })) > 0;
}
