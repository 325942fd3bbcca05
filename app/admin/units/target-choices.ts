import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Option } from '@/components/ui/forms/plain-fields';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Viewer } from '@/domain/access/viewer';
import type { UnitScope } from '@/domain/units/choice/choice';
import { findUnitChoices } from '@/domain/units/choice/choice-queries';
import type { ChangeKind } from '@/domain/units/restructuring/change';
import type { UnitRecord } from '@/domain/units/tree';
import { askForUnit } from './question';

/** More than the communes of the city, or the groups of any sub-association. */
const SOURCES_OFFERED = 200;

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
  const around = level === 'group' ? subAssociationId : level === 'commune' ? null : communeId;
  const scope: UnitScope = {
    permission: 'units.change',
    levels: [level],
    within: around ?? undefined,
    without: [id],
  };
  const [t, { choices }] = await Promise.all([
    getTranslations('units.choice'),
    findUnitChoices(viewer, scope, { most: SOURCES_OFFERED }),
  ]);
  return choices.map(({ id: value, name, origin }) => ({
    value,
    label: origin ? [name, t('origin', { name: origin })].join(' · ') : name,
  }));
}
