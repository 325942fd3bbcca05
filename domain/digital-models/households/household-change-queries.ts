import { withinAreas } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { problem, type Result } from '@/domain/result';
import { db } from '@/prisma/client';
import { findModelToChange, type ModelToChange } from '../change-queries';
import { candidatesWithin } from '../people/model-people';

/** A Digital Family whose households the viewer is about to change; another model has none. */
export async function findFamily(
  viewer: Viewer,
  modelId: string,
): Promise<Result<ModelToChange, 'not-found' | 'not-allowed' | 'not-a-family'>> {
  const found = await findModelToChange(viewer, modelId, 'digital-models.keep-people');
  return found.ok && found.value.kind !== 'digital_family' ? problem('not-a-family') : found;
}

/** Whether all of them are members of the model's sub-association whom the viewer reaches. */
export async function knowsAll(viewer: Viewer, model: Pick<ModelToChange, 'area'>, ids: string[]): Promise<boolean> {
  const where = { AND: [{ id: { in: ids } }, candidatesWithin(viewer, model.area)] };
  return (await db.person.count({ where })) === ids.length;
}

/** The same of women who come with their households: one that is kept elsewhere, with whoever lives there, stays there. */
export async function knowsAllWithHouseholds(
  viewer: Viewer,
  model: Pick<ModelToChange, 'area'>,
  ids: string[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  if (!(await knowsAll(viewer, model, ids))) return false;
  const elsewhere = { headPersonId: { in: ids }, NOT: { unit: withinAreas([model.area]) } };
  return (await db.household.count({ where: { ...elsewhere, householdMembers: { some: activeOn(today()) } } })) === 0;
}
