import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { FIRST_DAY, lastAskedDay } from '../coverage';
import type { RuleInput, RuleProblem } from './ruling';

/**
 * From this day on the province counts as covered what has this. Days before keep the reading they had; a day of a closed month is
 * refused ('period-locked' with the first open day).
 */
export async function ruleCoverage(viewer: Viewer, input: RuleInput): Promise<Result<{ id: string }, RuleProblem>> {
  const { reading, from, decision } = input;
  if (!mayForProvince(viewer, 'coverage.rule')) return problem('not-allowed');
  if (from < FIRST_DAY) return problem('before-record', { day: FIRST_DAY });
  if (from > lastAskedDay()) return problem('too-far', { day: lastAskedDay() });
  return transaction(async (tx) => {
    // of two who rule at once the second sees what the first said
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rulings of coverage'))`;
    const newest = await newestRuling(tx);
    const refused = newest && refusalBeside(newest, input);
    if (refused) return refused;
    const until = await closedUntil(tx, from);
    if (until) return problem('period-locked', { until });
    if (newest)
      await tx.coverageRuling.update({
        where: { id: newest.id },
        data: { validTo: toDate(from) },
        select: { id: true },
      });
    const { id } = await tx.coverageRuling.create({
      data: { reading, validFrom: toDate(from), decision, decidedById: viewer.accountId },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'ruleCoverage',
      subjectType: 'coverage-ruling',
      subjectId: id,
      change: { reading, from, decision },
    });
    return ok({ id });
  });
}

const newestRuling = (tx: Transaction) =>
  tx.coverageRuling.findFirst({
    orderBy: { validFrom: 'desc' },
    select: { id: true, reading: true, validFrom: true },
  });

function refusalBeside(newest: { reading: string; validFrom: Date }, { reading, from }: RuleInput) {
  const day = fromDate(newest.validFrom);
  if (day > from) return problem('ruled-later', { day });
  return day === from || newest.reading === reading ? problem('ruled-already', { day }) : null;
}

/** The first day after every closed month, where one of them lies on the day or later. */
async function closedUntil(tx: Transaction, from: Day): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    SELECT max(p.ends_on)::text AS until FROM report r JOIN reporting_period p ON p.id = r.period_id
    WHERE r.state = 'locked' AND p.ends_on > ${from}::date`;
  return row?.until ?? null;
}
