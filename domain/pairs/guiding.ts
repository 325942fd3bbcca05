import { type Day, today } from '@/domain/days/day';
import { endDetail } from '@/domain/days/ending';
import { problem } from '@/domain/result';
import type { PairRow } from './pair';

/** Refuses a day on which something cannot have happened in a pair: in the future, before it began, or when it had ended. */
export function refusalOfGuidingDay({ from, to }: Pick<PairRow, 'from' | 'to'>, day: Day) {
  if (day < from) return problem('before-pair', { day: from });
  if (to !== null && day >= to) return problem('after-pair', endDetail(from, to));
  return day > today() ? problem('not-yet', { day: today() }) : null;
}
