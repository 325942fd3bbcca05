import type { Unit, UnitLevel } from './unit';

/** The unit that hosts a model or a pair, as lists and records name it, with the units above it. */
export type Host = {
  unitId: string;
  level: UnitLevel;
  name: string;
  path: string;
  communeId: string | null;
  communeName: string | null;
  /** of a group: the sub-association it belongs to */
  subAssociationId: string | null;
  subAssociationName: string | null;
};

/** `names` hold the names of the units above, by id. */
export function toHost(unit: Unit, names: ReadonlyMap<string, string>): Host {
  const above = unit.level === 'group' ? unit.subAssociationId : null;
  return {
    unitId: unit.id,
    level: unit.level,
    name: unit.name,
    path: unit.path,
    communeId: unit.communeId,
    communeName: unit.communeId ? (names.get(unit.communeId) ?? null) : null,
    subAssociationId: above,
    subAssociationName: above ? (names.get(above) ?? null) : null,
  };
}

/** The unit with its sub-association where that tells groups apart: "Tổ 1, Chi hội Khu phố 5". */
export const placeName = (unit: Unit, names: ReadonlyMap<string, string>): string =>
  [unit.name, toHost(unit, names).subAssociationName].filter(Boolean).join(', ');

/** The units above, whose names `toHost` wants. */
export const unitsAbove = (unit: Unit) => [unit.communeId, unit.level === 'group' ? unit.subAssociationId : null];
