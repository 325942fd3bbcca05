import type { Option, OptionGroup } from '@/components/ui/plain-fields';
import type { Commune, Unit } from '@/domain/units/unit';

/** What the fields of a session offer, as plain values and labels. */
export type SessionChoices = {
  communeWords: string;
  courses: Option[];
  units: (Option | OptionGroup)[];
  venues: Option[];
  trainers: Option[];
  languages: Option[];
  mayApprove: boolean;
};

/** The commune as a whole, then each sub-association with its groups under its name. */
export function unitOptions(units: Unit[], commune: Commune, whole: string): (Option | OptionGroup)[] {
  const own = units.filter(({ id }) => id === commune.id).map(({ id }) => ({ value: id, label: whole }));
  const groups = units.filter(({ level }) => level === 'group');
  const heads = units.filter(({ level }) => level === 'sub_association');
  const below = heads.map((head) => ({
    label: head.name,
    options: [head, ...groups.filter((group) => group.subAssociationId === head.id)].map((unit) => ({
      value: unit.id,
      label: unit === head ? head.name : `${unit.name}, ${head.name}`,
    })),
  }));
  const named = new Set(heads.map(({ id }) => id));
  const alone = groups
    .filter(({ subAssociationId }) => !named.has(subAssociationId ?? ''))
    .map(({ id, name }) => ({ value: id, label: name }));
  return [...own, ...below, ...alone];
}
