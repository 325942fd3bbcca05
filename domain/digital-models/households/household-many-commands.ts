import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { type RefusalProblem, refusalOfAdding, refusalOfDay } from '../refusals';
import type { AddHouseholdsInput } from './household';
import { findFamily, knowsAllWithHouseholds } from './household-change-queries';
import { noteHouseholds, planHouseholds, writeHouseholds } from './household-writes';

export type ManyProblem = 'not-found' | 'not-allowed' | 'not-a-family' | 'household-in-family' | RefusalProblem;

/**
 * Takes the households of several women into a Digital Family from a day on, all or none. One on record comes as it
 * is, else one is made; their women are members from that day (decision 0050).
 */
export async function addHouseholds(
  viewer: Viewer,
  input: AddHouseholdsInput,
): Promise<Result<{ id: string; count: number }, ManyProblem>> {
  const found = await findFamily(viewer, input.modelId);
  if (!found.ok) return found;
  const model = found.value;
  const { sizes, from } = input;
  const headIds = [...new Set(input.headPersonIds)];
  if (!(await knowsAllWithHouseholds(viewer, model, headIds))) return problem('not-found');
  const wrongDay = refusalOfDay(model, from);
  if (wrongDay) return wrongDay;

  return countedTransaction(async (tx) => {
    const refused = await refusalOfAdding(tx, model, from);
    if (refused) return refused;
    const plan = await planHouseholds(tx, headIds, { sizes, from });
    if ('refused' in plan) return problem(plan.refused, { name: plan.name });
    const ids = await writeHouseholds(tx, plan, { modelId: model.id, unitId: model.unitId, from });
    await noteHouseholds(tx, viewer, model, 'created', 'addHouseholds', { householdIds: ids, from });
    return ok({ id: model.id, count: ids.length });
  });
}
