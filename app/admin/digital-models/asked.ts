import { oneOf } from '@/app/address';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { type ModelStatus, modelStatuses } from '@/domain/digital-models/status';

/** The filters of the list. */
export type Asked = {
  kind?: ModelKind | undefined;
  status?: ModelStatus | undefined;
  communeId?: string | undefined;
  /** models of this very unit */
  unitId?: string | undefined;
  q?: string | undefined;
};

export const modelsPath = '/admin/digital-models';

/** The filters of an address; a value that it should not hold is left out. */
export const askedOf = (query: Record<string, string | string[] | undefined>): Asked => ({
  kind: modelKinds.find((each) => each === oneOf(query.kind)),
  status: modelStatuses.find((each) => each === oneOf(query.status)),
  communeId: oneOf(query.commune),
  unitId: oneOf(query.unit),
  q: oneOf(query.q)?.slice(0, 100),
});

/** The address of the list that answers this. */
export function addressOf({ communeId, unitId, ...asked }: Asked & { after?: string }): string {
  const entries = Object.entries({ ...asked, commune: communeId, unit: unitId }).filter(([, value]) => value);
  return entries.length ? `${modelsPath}?${new URLSearchParams(entries as [string, string][])}` : modelsPath;
}
