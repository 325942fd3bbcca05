import { activeOn, type Day, fromDate, today } from '@/domain/days/day';
import { lastDayBefore } from '@/domain/days/ending';
import { problem } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import type { Transaction } from '@/prisma/transaction';

type Changed = { id: string; unitId: string; foundedOn: Day };

/** Why nothing can be noted of a model for this day: before it was founded, or ahead. */
export function refusalOfDay({ foundedOn }: Changed, day: Day) {
  if (day > today()) return problem('day-in-future');
  if (day < foundedOn) return problem('before-founding', { day: foundedOn });
  return null;
}

/** Keeps the model as it is until the end of the transaction: whoever ends it meanwhile waits, and so does the next change. */
export const holdModel = (tx: Transaction, modelId: string) =>
  tx.$queryRaw`SELECT 1 AS held FROM digital_model WHERE id = ${modelId}::uuid FOR NO KEY UPDATE`;

/** Why nothing can be added to a model from this day on: it has ended, or figures of the day are closed; null when it can. */
export async function refusalOfAdding(tx: Transaction, model: Changed, day: Day) {
  return (await refusalOfEnded(tx, model)) ?? (await refusalOfEnding(tx, model, day));
}

/** Why nothing can be added to a model at all: it has ended. */
export async function refusalOfEnded(tx: Transaction, model: Pick<Changed, 'id'>) {
  await holdModel(tx, model.id);
  const ended = await tx.modelStatus.findFirst({
    where: { modelId: model.id, ...activeOn(today()), status: 'ended' },
    select: { validFrom: true },
  });
  return ended ? problem('model-ended', { day: lastDayBefore(fromDate(ended.validFrom)) }) : null;
}

/** The same for what ends: also an ended model is tidied up. */
export async function refusalOfEnding(tx: Transaction, model: Changed, day: Day) {
  await holdModel(tx, model.id);
  const until = await lockedUntil(tx, { modelId: model.id }, day);
  return until ? problem('period-locked', { until }) : null;
}

export type RefusalProblem = 'day-in-future' | 'before-founding' | 'model-ended' | 'period-locked';
