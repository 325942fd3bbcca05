import type { Option, OptionGroup } from '@/components/ui/plain-fields';
import type { Unit } from '@/domain/units/unit';

/** Sub-associations in their order, each with its groups below it; a plain list where there are no groups. */
export function hostOptions(units: readonly Unit[]): (Option | OptionGroup)[] {
  const groups = units.filter(({ level }) => level === 'group');
  const subs = units.filter(({ level }) => level === 'sub_association');
  if (groups.length === 0) return subs.map(({ id, name }) => ({ value: id, label: name }));
  return subs.map(({ id, name }) => ({
    label: name,
    options: [
      { value: id, label: name },
      ...groups
        .filter(({ subAssociationId }) => subAssociationId === id)
        .map((group) => ({ value: group.id, label: `${group.name}, ${name}` })),
    ],
  }));
}
