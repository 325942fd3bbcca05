import { type Day, today } from '@/domain/day';
import type { Transaction } from '@/prisma/transaction';

/**
 * The first day that is open again, when a change from `from` on (up to `to`; without it up to today) would alter
 * figures of a period that is closed for this unit; null when nothing is closed. What "closed" means is the
 * database's `app.period_locked`.
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
