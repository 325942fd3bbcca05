import { problem } from '@/domain/result';
import { firstOpenDay, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';

type Work<Answer> = (tx: Transaction) => Promise<Answer>;
type PeriodLocked = ReturnType<typeof problem<'period-locked'>>;

/**
 * Runs a change of something that figures count, in one transaction. Days of a closed month stay as they are: the database looks last,
 * and refuses ('period-locked' with the first open day).
 */
export async function countedTransaction<Answer>(
  run: Work<Answer>,
  within: (work: Work<Answer>) => Promise<Answer> = transaction,
): Promise<Answer | PeriodLocked> {
  try {
    return await within(run);
  } catch (error) {
    const until = firstOpenDay(error);
    if (until) return problem('period-locked', { until });
    throw error;
  }
}
