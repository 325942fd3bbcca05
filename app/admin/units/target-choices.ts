import 'server-only';
import type { Option } from '@/components/ui/forms/plain-fields';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Viewer } from '@/domain/access/viewer';
import type { UnitScope } from '@/domain/units/choice/choice';
import { listUnits } from '@/domain/units/queries';
import type { ChangeKind } from '@/domain/units/restructuring/change';
import type { UnitRecord } from '@/domain/units/tree';
import type { UnitLevel } from '@/domain/units/unit';
import { askForUnit } from './question';

export type TargetChoices = {
  /** which unit takes over, or which one it moves under; null where the change asks for none */
  target: UnitQuestion | null;
  /** units that can be merged along with it */
  sources: Option[];
};

/**
 * Other units that a change asks for: those of the unit's own commune, or all communes for a commune, within her
 * reach.
 */
export async function targetChoices(
  viewer: Viewer,
  unit: UnitRecord,
  kind: ChangeKind,
  targetId: string | undefined,
): Promise<TargetChoices> {
  if (kind !== 'move' && kind !== 'merge' && kind !== 'close') return { target: null, sources: [] };
  const [{ question }, sources] = await Promise.all([
    askForUnit(viewer, targetScope(unit, kind), targetId),
    kind === 'merge' ? listSources(viewer, unit) : [],
  ]);
  return { target: question, sources };
}

function targetScope(unit: UnitRecord, kind: 'move' | 'merge' | 'close'): UnitScope {
  const level = kind === 'move' ? (unit.level === 'sub_association' ? 'commune' : 'sub_association') : unit.level;
  const isNow = kind === 'move' ? (level === 'commune' ? unit.communeId : unit.subAssociationId) : unit.id;
  return {
    permission: 'units.change',
    levels: [level],
    within: level === 'commune' ? undefined : (unit.communeId ?? undefined),
    without: isNow ? [isNow] : [],
  };
}

/** Its neighbours: communes, sub-associations of its commune, groups of its sub-association. */
async function listSources(viewer: Viewer, { id, level, communeId, subAssociationId }: UnitRecord): Promise<Option[]> {
  const levels: UnitLevel[] = [level];
  const place = {
    ...(level !== 'commune' && communeId ? { communeId } : {}),
    ...(level === 'group' && subAssociationId ? { subAssociationId } : {}),
  };
  const units = await listUnits(viewer, { permission: 'units.change', levels, ...place });
  return units.filter((unit) => unit.id !== id).map((unit) => ({ value: unit.id, label: unit.name }));
}
