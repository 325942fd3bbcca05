import { byVietnameseName } from '@/domain/order';

/** More than this come to no hall at once. */
export const TICKED_MAX = 60;

/** A sub-association or group that was ticked in a list, with the sub-association it belongs to: a sub-association with itself. */
export type TickedUnit = { id: string; name: string; subAssociationId: string; subAssociation: string };

/** The lowest unit of a commune that holds all of them: the one that was ticked, their sub-association, or the commune. */
export function holderOf(communeId: string, units: readonly TickedUnit[]): string {
  const [first] = units;
  if (!first) return communeId;
  if (units.length === 1) return first.id;
  return units.every(({ subAssociationId }) => subAssociationId === first.subAssociationId)
    ? first.subAssociationId
    : communeId;
}

export type TickedPlace = { name: string; groups: string[] };

/** Ticked units as one reads them: each sub-association with the groups of it that were ticked, in Vietnamese order. */
export function placesOf(units: readonly TickedUnit[]): TickedPlace[] {
  const places = new Map<string, TickedPlace>();
  for (const { id, name, subAssociationId, subAssociation } of units) {
    const place = places.get(subAssociationId) ?? { name: subAssociation, groups: [] };
    if (id !== subAssociationId) place.groups.push(name);
    places.set(subAssociationId, place);
  }
  return [...places.values()]
    .map(({ name, groups }) => ({
      name,
      groups: groups.sort((one, other) => byVietnameseName({ name: one }, { name: other })),
    }))
    .sort(byVietnameseName);
}
