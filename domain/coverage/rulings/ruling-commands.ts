import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { FIRST_DAY, lastAskedDay } from '../coverage';
import type { RuleInput, RuleProblem, WithdrawRulingInput, WithdrawRulingProblem } from './ruling';

/**
 * From this day on the province counts as covered what has this. Days before keep the reading they had; a day of a closed month is
 * refused ('period-locked' with the first open day).
 */
export async function ruleCoverage(viewer: Viewer, input: RuleInput): Promise<Result<{ id: string }, RuleProblem>> {
  const { reading, from, decision } = input;
  const needsHouseholds = input.households === 'on' && reading !== 'pair';
  if (!mayForProvince(viewer, 'coverage.rule')) return problem('not-allowed');
  if (from < FIRST_DAY) return problem('before-record', { day: FIRST_DAY });
  if (from > lastAskedDay()) return problem('too-far', { day: lastAskedDay() });
  return transaction(async (tx) => {
    await lockRulings(tx);
    const newest = await newestRuling(tx);
    const refused = newest && refusalBeside(newest, { reading, needsHouseholds, from });
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
      data: { reading, needsHouseholds, validFrom: toDate(from), decision, decidedById: viewer.accountId },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'ruleCoverage',
      subjectType: 'coverage-ruling',
      subjectId: id,
      change: { reading, households: needsHouseholds, from, decision },
    });
    return ok({ id });
  });
}

/**
 * A ruling whose day has not come is taken back, with the reason; it stays on record, and the one before it goes on. One whose day is
 * here is refused ('ruling-in-force').
 */
export async function withdrawRuling(
  viewer: Viewer,
  { rulingId, reason }: WithdrawRulingInput,
): Promise<Result<{ id: string }, WithdrawRulingProblem>> {
  if (!mayForProvince(viewer, 'coverage.rule')) return problem('not-allowed');
  return transaction(async (tx) => {
    await lockRulings(tx);
    const ruling = await tx.coverageRuling.findUnique({
      where: { id: rulingId },
      select: { reading: true, validFrom: true, validTo: true, withdrawnAt: true },
    });
    if (!ruling) return problem('not-found');
    const day = fromDate(ruling.validFrom);
    if (ruling.withdrawnAt) return problem('ruling-withdrawn');
    if (day <= today()) return problem('ruling-in-force', { day });
    const until = await closedUntil(tx, day);
    if (until) return problem('period-locked', { until });
    const { validFrom, validTo } = ruling;
    await tx.coverageRuling.update({
      where: { id: rulingId },
      data: { validTo: validFrom, withdrawnAt: new Date(), withdrawnById: viewer.accountId, withdrawReason: reason },
      select: { id: true },
    });
    await tx.coverageRuling.updateMany({ where: { validTo: validFrom, withdrawnAt: null }, data: { validTo } });
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawRuling',
      subjectType: 'coverage-ruling',
      subjectId: rulingId,
      change: { reading: ruling.reading, from: day, reason },
    });
    return ok({ id: rulingId });
  });
}

/** Of two who rule or withdraw at once the second sees what the first said. */
const lockRulings = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rulings of coverage'))`;

const newestRuling = (tx: Transaction) =>
  tx.coverageRuling.findFirst({
    where: { withdrawnAt: null },
    orderBy: { validFrom: 'desc' },
    select: { id: true, reading: true, needsHouseholds: true, validFrom: true },
  });

type Asked = { reading: string; needsHouseholds: boolean };

function refusalBeside(newest: Asked & { validFrom: Date }, { reading, needsHouseholds, from }: Asked & { from: Day }) {
  const day = fromDate(newest.validFrom);
  if (day > from) return problem('ruled-later', { day });
  const isTheSame = newest.reading === reading && newest.needsHouseholds === needsHouseholds;
  return day === from || isTheSame ? problem('ruled-already', { day }) : null;
}

/** The first day after every closed month, where one of them lies on the day or later. */
async function closedUntil(tx: Transaction, from: Day): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ until: Day | null }[]>`
    SELECT max(p.ends_on)::text AS until FROM report r JOIN reporting_period p ON p.id = r.period_id
    WHERE r.state = 'locked' AND p.ends_on > ${from}::date`;
  return row?.until ?? null;
}
