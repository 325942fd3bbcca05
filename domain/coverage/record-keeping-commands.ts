import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { fromDate, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period';
import { countedTransaction } from '@/domain/units/period-writes';
import { findUnit } from '@/domain/units/queries';
import { lockTree } from '@/domain/units/restructuring/rules';
import type { Transaction } from '@/prisma/transaction';
import { FIRST_DAY } from './coverage';
import type { DeclareInput, DeclareProblem } from './record-keeping';

type Declared = Result<{ id: string }, DeclareProblem>;

/**
 * From this day on a commune keeps its records here, and its figures count in those of the province. A day of a closed period is
 * refused ('period-locked' with the first open day).
 */
export async function declareRecordKeeping(viewer: Viewer, input: DeclareInput): Promise<Declared> {
  const { unitId, from } = input;
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'coverage.declare', unit.path)) return problem('not-allowed');
  if (unit.level !== 'commune') return problem('level-differs');
  if (from < FIRST_DAY) return problem('before-record', { day: FIRST_DAY });
  if (from > today()) return problem('day-ahead');
  return countedTransaction(async (tx) => {
    // two who declare it at once, and a merger of the commune, wait for each other
    await lockTree(tx);
    const refused = await refusalOf(tx, input);
    if (refused) return refused;
    await tx.recordKeeping.create({
      data: { unitId, validFrom: toDate(from), declaredById: viewer.accountId },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'declareRecordKeeping',
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      change: { from },
    });
    return ok({ id: unitId });
  });
}

async function refusalOf(tx: Transaction, { unitId, from }: DeclareInput) {
  const unit = await tx.unit.findUniqueOrThrow({
    where: { id: unitId },
    select: { openedOn: true, closedOn: true, recordKeepings: { select: { validFrom: true, validTo: true } } },
  });
  if (unit.closedOn) return problem('closed-already', { day: fromDate(unit.closedOn) });
  if (from < fromDate(unit.openedOn)) return problem('before-opened', { day: fromDate(unit.openedOn) });
  const kept = unit.recordKeepings.find(({ validTo }) => !validTo || fromDate(validTo) > from);
  if (kept) return problem('declared-already', { day: fromDate(kept.validFrom) });
  const until = await lockedUntil(tx, { unitId }, from);
  return until ? problem('period-locked', { until }) : null;
}
