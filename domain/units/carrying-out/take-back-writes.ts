import { fromDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { lockedUntil } from '../period/period';
import { type ChangePlan, involved } from '../restructuring/change';
import { compareCommunes, compareUnits, measure } from '../restructuring/compare';
import { lockTree, lockUnits } from '../restructuring/rules';
import { raiseVersions } from './apply-writes';
import { sealOf } from './carry-out-writes';
import { moveDueRows } from './due-move-writes';
import type { UndoPreview, UndoProblem } from './undo';

/** The plan and units that are kept of a confirmed restructuring. */
export type KeptChange = { plan: Omit<ChangePlan, 'placed'>; touched: string[] };

/**
 * Takes a restructuring back and says everything that became different; leaving the transaction makes it a preview.
 * Decision 0039 says when it is refused, and what goes back.
 */
export async function takeBack(tx: Transaction, changeId: string): Promise<Result<UndoPreview, UndoProblem>> {
  await lockTree(tx);
  const change = await tx.unitChange.findUniqueOrThrow({
    where: { id: changeId },
    select: { kind: true, effectiveOn: true, preview: true, undoneAt: true },
  });
  const { plan, touched } = change.preview as unknown as KeptChange;
  const from = fromDate(change.effectiveOn);
  const units = [...new Set([...touched, ...(await unitsAbove(tx, touched))])];
  await lockUnits(tx, touched);
  await moveDueRows(tx);
  const refused = change.undoneAt
    ? problem('already-undone')
    : await refusalOfUndo(tx, changeId, { plan: { ...plan, placed: {} }, touched });
  if (refused) return refused;

  const before = await measure(tx, touched, from);
  const [row] = await tx.$queryRaw<{ newer: string[] }[]>`
    SELECT app.take_back_units(${changeId}::uuid, ${units}::uuid[]) AS newer`;
  if (row?.newer.length) return problem('newer-rows');
  await raiseVersions(tx, involved({ ...plan, placed: {} }));
  await tx.$executeRaw`SET CONSTRAINTS unit_placed, derived.period_locked IMMEDIATE`;
  const after = await measure(tx, touched, from, before.communes);
  const undone = {
    unitId: plan.unitId,
    kind: change.kind,
    from,
    ahead: from > today(),
    units: compareUnits(touched, before, after),
    communes: compareCommunes(before, after),
  };
  return ok({ ...undone, digest: sealOf([changeId, undone]) });
}

async function refusalOfUndo(
  tx: Transaction,
  changeId: string,
  { plan, touched }: { plan: ChangePlan; touched: string[] },
) {
  const [kept] = await tx.$queryRaw<{ rows: number }[]>`
    SELECT jsonb_array_length(done) AS rows FROM unit_change WHERE id = ${changeId}::uuid`;
  if (!kept?.rows) return problem('nothing-kept');
  const newer = await tx.unitChange.count({
    where: {
      id: { gt: changeId },
      undoneAt: null,
      OR: touched.map((unitId) => ({ preview: { path: ['touched'], array_contains: unitId } })),
    },
  });
  if (newer > 0) return problem('newer-change');
  for (const unitId of involved(plan)) {
    const until = await lockedUntil(tx, { unitId }, plan.from);
    if (until) return problem('period-locked', { until });
  }
  return null;
}

/** The units to which things of a unit that closed empty went. */
async function unitsAbove(tx: Transaction, unitIds: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT parent_id::text AS id FROM unit_parent WHERE unit_id = ANY (${unitIds}::uuid[])`;
  return rows.map(({ id }) => id);
}
