import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { modelsWithin } from './host';

/** How many belong to a model today. */
export type PeopleCount = { members: number; households: number };

/** Counts members and households of today of the models that the viewer may see; one without any is left out. */
export async function countPeople(viewer: Viewer, modelIds: readonly string[]): Promise<Map<string, PeopleCount>> {
  // counted for these models alone: a count within the list's own query goes through all members of the province
  const where = {
    modelId: { in: [...modelIds] },
    model: modelsWithin(viewer, 'digital-models.see'),
    ...activeOn(today()),
  };
  const [members, households] = await Promise.all([
    db.modelMember.groupBy({ by: ['modelId'], where, _count: true }),
    db.modelHousehold.groupBy({ by: ['modelId'], where, _count: true }),
  ]);
  const counts = new Map<string, PeopleCount>();
  const of = (modelId: string) => counts.get(modelId) ?? { members: 0, households: 0 };
  for (const { modelId, _count } of members) counts.set(modelId, { ...of(modelId), members: _count });
  for (const { modelId, _count } of households) counts.set(modelId, { ...of(modelId), households: _count });
  return counts;
}
