import 'server-only';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { findUnit, listUnits } from '@/domain/units/queries';
import type { Unit, UnitLevel } from '@/domain/units/unit';

export type HostChoices = {
  /** to choose from first, when she has more than one */
  communes: Unit[];
  communeId: string | undefined;
  /** null until a commune is chosen */
  units: Unit[] | null;
  unit: Unit | null;
};

/** Units that may host a model or a pair: those of her only commune, or of the one she chose. */
export async function hostChoices(
  viewer: Viewer,
  permission: Permission,
  levels: readonly UnitLevel[],
  asked: { commune?: string | undefined; unit?: string | undefined },
): Promise<HostChoices> {
  const [communes, unit] = await Promise.all([
    listUnits(viewer, { permission, levels: ['commune'] }),
    asked.unit && isId(asked.unit) ? findUnit(viewer, asked.unit, permission) : null,
  ]);
  const wanted = asked.commune ?? unit?.communeId;
  const communeId = communes.find(({ id }) => id === wanted)?.id;
  if (communes.length > 1 && !communeId) return { communes, communeId, units: null, unit };
  const units = await listUnits(viewer, { permission, levels: [...levels], ...(communeId ? { communeId } : {}) });
  return { communes, communeId, units, unit };
}

/** One value of an address, also where it was written several times. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

type Known<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without what is not said: queries take a key only with its value. */
export const known = <Values extends object>(values: Values): Known<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<Values>;
