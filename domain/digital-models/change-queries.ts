import { may } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { toUnit } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { ModelKind } from './digital-model';
import { hostToday, modelsWithin, peopleArea, statusToday } from './people/host';
import type { ModelStatus } from './status';

export type ModelToChange = {
  id: string;
  kind: ModelKind;
  name: string;
  foundedOn: Day;
  status: ModelStatus | null;
  unitId: string;
  /** where its people come from: the sub-association of its host, groups included */
  area: UnitPath;
};

/**
 * A model that the viewer is about to change. Beyond her reach it is 'not-found', as if there were none; where she may
 * see it but not do this, 'not-allowed'.
 */
export async function findModelToChange(
  viewer: Viewer,
  modelId: string,
  permission: Permission,
): Promise<Result<ModelToChange, 'not-found' | 'not-allowed'>> {
  if (!isId(modelId)) return problem('not-found');
  const row = await db.digitalModel.findFirst({
    where: { id: modelId, ...modelsWithin(viewer, 'digital-models.see') },
    select: {
      id: true,
      kind: true,
      name: true,
      foundedOn: true,
      modelHosts: hostToday(),
      modelStatuses: statusToday(),
    },
  });
  const unit = row?.modelHosts[0] && toUnit(row.modelHosts[0].unit);
  if (!row || !unit || !may(viewer, 'digital-models.see', unit.path)) return problem('not-found');
  if (!may(viewer, permission, unit.path)) return problem('not-allowed');
  const { id, kind, name } = row;
  return ok({
    id,
    kind,
    name,
    foundedOn: fromDate(row.foundedOn),
    status: row.modelStatuses[0]?.status ?? null,
    unitId: unit.id,
    area: peopleArea(unit),
  });
}
