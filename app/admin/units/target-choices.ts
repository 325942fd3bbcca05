import 'server-only';
import type { Option, OptionGroup } from '@/components/ui/plain-fields';
import type { Viewer } from '@/domain/access/viewer';
import type { ChangeKind } from '@/domain/units/change';
import { listUnits } from '@/domain/units/queries';
import type { UnitRecord } from '@/domain/units/tree';
import type { Unit } from '@/domain/units/unit';

export type TargetChoices = { targets: (Option | OptionGroup)[]; sources: Option[] };

const none: TargetChoices = { targets: [], sources: [] };
const toOption = ({ id, name }: Unit): Option => ({ value: id, label: name });

/** Units that can take over from one or that it can move under: of its own commune, of communes all, within her reach. */
export async function targetChoices(viewer: Viewer, unit: UnitRecord, kind: ChangeKind): Promise<TargetChoices> {
  const within = unit.communeId ? { communeId: unit.communeId } : {};
  const of = (levels: Unit['level'][], more = {}) => listUnits(viewer, { permission: 'units.change', levels, ...more });
  if (kind === 'move') {
    if (unit.level === 'sub_association') return { ...none, targets: others(await of(['commune']), unit.communeId) };
    return { ...none, targets: others(await of(['sub_association'], within), unit.subAssociationId) };
  }
  if (kind !== 'merge' && kind !== 'close') return none;
  if (unit.level === 'commune') {
    const communes = others(await of(['commune']), unit.id);
    return { targets: communes, sources: communes };
  }
  if (unit.level === 'sub_association') {
    const subs = others(await of(['sub_association'], within), unit.id);
    return { targets: subs, sources: subs };
  }
  const all = await of(['sub_association', 'group'], within);
  const groups = all.filter(({ level, id }) => level === 'group' && id !== unit.id);
  const below = (id: string | null) => groups.filter(({ subAssociationId }) => subAssociationId === id).map(toOption);
  const targets = all
    .filter(({ level, id }) => level === 'sub_association' && below(id).length > 0)
    // its own sub-association first
    .sort((a, b) => Number(b.id === unit.subAssociationId) - Number(a.id === unit.subAssociationId))
    .map(({ id, name }) => ({
      label: name,
      options: below(id).map(({ value, label }) => ({ value, label: `${label}, ${name}` })),
    }));
  return { targets, sources: below(unit.subAssociationId) };
}

const others = (units: Unit[], id: string | null) => units.filter((unit) => unit.id !== id).map(toOption);
