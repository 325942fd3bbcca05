import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, fromDate, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { findUnit } from '@/domain/units/queries';
import { lockTree } from '@/domain/units/restructuring/rules';
import type { Transaction } from '@/prisma/transaction';
import { FIRST_DAY } from '../coverage';
import type { CeaseInput, CeaseProblem, DeclareInput, DeclareProblem } from './record-keeping';

type Declared = Result<{ id: string }, DeclareProblem>;

/** The commune that the viewer may speak for, or why there is none. */
async function findCommune(viewer: Viewer, unitId: string) {
  const unit = await findUnit(viewer, unitId, 'coverage.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'coverage.declare', unit.path)) return problem('not-allowed');
  return unit.level === 'commune' ? ok(unit) : problem('level-differs');
}

/**
 * From this day on a commune keeps its records here, and its figures count in those of the province. A day of a closed period is
 * refused ('period-locked' with the first open day).
 */
export async function declareRecordKeeping(viewer: Viewer, input: DeclareInput): Promise<Declared> {
  const { unitId, from } = input;
  const commune = await findCommune(viewer, unitId);
  if (!commune.ok) return commune;
  if (from < FIRST_DAY) return problem('before-record', { day: FIRST_DAY });
  if (from > today()) return problem('day-ahead');
  return countedTransaction(async (tx) => {
    // two who declare it at once, and a merger of the commune, wait for each other
    await lockTree(tx);
    const refused = await refusalOfDeclaring(tx, input);
    if (refused) return refused;
    await tx.recordKeeping.create({
      data: { unitId, validFrom: toDate(from), declaredById: viewer.accountId },
      select: { id: true },
    });
    await trail(tx, viewer, 'declareRecordKeeping', unitId, { from });
    return ok({ id: unitId });
  });
}

async function refusalOfDeclaring(tx: Transaction, { unitId, from }: DeclareInput) {
  const { openedOn, closedOn, recordKeepings } = await readKeeping(tx, unitId);
  if (closedOn) return problem('closed-already', { day: fromDate(closedOn) });
  if (from < fromDate(openedOn)) return problem('before-opened', { day: fromDate(openedOn) });
  const kept = recordKeepings.find(({ validTo }) => !validTo || fromDate(validTo) > from);
  if (kept) return problem('declared-already', { day: fromDate(kept.validFrom) });
  const until = await lockedUntil(tx, { unitId }, from);
  return until ? problem('period-locked', { until }) : null;
}

const readKeeping = (tx: Transaction, unitId: string) =>
  tx.unit.findUniqueOrThrow({
    where: { id: unitId },
    select: {
      openedOn: true,
      closedOn: true,
      recordKeepings: { select: { id: true, validFrom: true, validTo: true } },
    },
  });

/**
 * After this day a commune keeps its records here no more, for a reason. What was counted until then stays; days of a closed period are
 * refused ('period-locked' with the first open day).
 */
export async function ceaseRecordKeeping(
  viewer: Viewer,
  input: CeaseInput,
): Promise<Result<{ id: string }, CeaseProblem>> {
  const { unitId, lastDay, reason } = input;
  const commune = await findCommune(viewer, unitId);
  if (!commune.ok) return commune;
  if (lastDay > today()) return problem('day-ahead');
  return countedTransaction(async (tx) => {
    await lockTree(tx);
    const { closedOn, recordKeepings } = await readKeeping(tx, unitId);
    if (closedOn) return problem('closed-already', { day: fromDate(closedOn) });
    const running = recordKeepings.find(({ validTo }) => !validTo);
    if (!running) return problem('silent-already');
    const since = fromDate(running.validFrom);
    if (lastDay < since) return problem('cease-too-early', { day: since });
    const from = addDays(lastDay, 1);
    const until = await lockedUntil(tx, { unitId }, from);
    if (until) return problem('period-locked', { until });
    const data = { validTo: toDate(from), endReason: reason };
    await tx.recordKeeping.update({ where: { id: running.id }, data, select: { id: true } });
    await trail(tx, viewer, 'ceaseRecordKeeping', unitId, { lastDay, reason });
    return ok({ id: unitId });
  });
}

const trail = (
  tx: Transaction,
  viewer: Viewer,
  action: 'declareRecordKeeping' | 'ceaseRecordKeeping',
  unitId: string,
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: action === 'ceaseRecordKeeping' ? 'ended' : 'changed',
    action,
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    change,
  });
