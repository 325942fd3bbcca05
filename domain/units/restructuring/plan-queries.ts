import { may, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { db, longTransaction } from '@/prisma/client';
import { carryOut } from '../carrying-out/carry-out-writes';
import { toUnit, unitSelect } from '../unit';
import { type ChangePlan, type ChangeProblem, involved, pathAbove } from './change';
import type { Previewed } from './preview';

/**
 * Whether the viewer may carry out a plan: she sees every unit in it, and answers for the unit above each that
 * changes. So a commune's official changes its sub-associations and groups, never the commune itself.
 */
export async function allowPlan(viewer: Viewer, plan: ChangePlan): Promise<Result<true, 'not-found' | 'not-allowed'>> {
  const ids = involved(plan);
  const rows = await db.unit.findMany({
    where: { id: { in: ids }, ...withinReach(viewer, 'units.see') },
    select: unitSelect(),
    take: ids.length,
  });
  if (rows.length < ids.length) return problem('not-found');
  const allowed = rows.map(toUnit).every(({ id, path }) => {
    // Of a foundation, and of the place that something moves under, she answers for that unit.
    if (plan.kind === 'found') return may(viewer, 'units.found', path);
    if (plan.kind === 'move' && id === plan.targetId) return may(viewer, 'units.change', path);
    if (plan.declare && id === plan.targetId && !may(viewer, 'coverage.declare', path)) return false;
    return may(viewer, 'units.change', pathAbove(path));
  });
  return allowed ? ok(true) : problem('not-allowed');
}

/** A plan of the viewer's own that is not carried out yet; null when there is none. */
export async function findPlan(viewer: Viewer, planId: string): Promise<ChangePlan | null> {
  if (!isId(planId)) return null;
  const row = await db.unitPlan.findFirst({
    where: { id: planId, accountId: viewer.accountId },
    select: { plan: true },
  });
  return row && (row.plan as ChangePlan);
}

/** Leaves a transaction with a value and without its changes. */
export class TakenBack<Value> extends Error {
  constructor(readonly value: Value) {
    super('taken back');
  }
}

/** Everything that a plan would change, found by carrying it out and taking it back. */
export async function previewPlan(viewer: Viewer, planId: string): Promise<Result<Previewed, ChangeProblem>> {
  const plan = await findPlan(viewer, planId);
  if (!plan) return problem('not-found');
  const allowed = await allowPlan(viewer, plan);
  if (!allowed.ok) return allowed;
  try {
    return await longTransaction(async (tx) => {
      throw new TakenBack(await carryOut(tx, plan));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as Result<Previewed, ChangeProblem>;
    throw error;
  }
}
