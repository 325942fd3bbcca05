import { type Day, today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';

/**
 * The first open day, where a change from `from` to `to`, or to today, would alter figures of a period closed for
 * this unit; null when none is. The database's `app.period_locked` says what is closed.
 */
export async function lockedUntil(
  tx: Transaction,
  unitId: string,
  from: Day,
  to: Day = from > today() ? from : today(),
): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    SELECT max(p.ends_on)::text AS until FROM reporting_period p
    WHERE p.starts_on <= ${to}::date AND p.ends_on > ${from}::date
      AND app.period_locked(${unitId}::uuid, greatest(p.starts_on, ${from}::date))`;
  return row?.until ?? null;
}
