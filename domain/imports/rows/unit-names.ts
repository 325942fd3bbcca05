import { searchKey } from '@/domain/texts/clean-text';
import type { UnitLevel } from '@/domain/units/unit';
import { type Reason, reason } from '../import';

/** A unit that a row may belong to: the chosen one, or one below it. */
export type UnitPlace = {
  id: string;
  name: string;
  level: UnitLevel;
  path: string;
  subAssociationId: string | null;
  demo: boolean;
};

/** The cells of a row that name the unit; empty where it says nothing. */
export type UnitCells = { unit: string; subAssociation: string; group: string };

/** The units of an import, by the keys of their names. */
export type UnitNames = { chosen: UnitPlace; byKey: ReadonlyMap<string, UnitPlace[]>; all: readonly UnitPlace[] };

export type FoundUnit = { unit: UnitPlace } | { reason: Reason };

/**
 * A name as it is compared: without marks and signs, without "Chi hội (Phụ nữ)" in front, KP written out, numbers
 * without leading noughts. "Chi hội PN KP.05" and "Khu phố 5" are one.
 */
export const unitKey = (text: string): string =>
  searchKey(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^chi hoi( phu nu| pn| lhpn)?\b/, '')
    .replace(/^to (hoi |phu nu |pn )/, 'to ')
    .replace(/\bkp ?(?=\d)/g, 'khu pho ')
    .replace(/^(?:kp|k pho) /, 'khu pho ')
    .replace(/\b0+(?=\d)/g, '')
    .trim();

export function unitNames(chosen: UnitPlace, below: readonly UnitPlace[]): UnitNames {
  const all = [chosen, ...below.filter(({ id }) => id !== chosen.id)];
  const byKey = new Map<string, UnitPlace[]>();
  for (const unit of all) {
    const key = unitKey(unit.name);
    byKey.set(key, [...(byKey.get(key) ?? []), unit]);
  }
  return { chosen, byKey, all };
}

/**
 * The unit of a row, without a word the chosen one. A group is sought in the sub-association that the row names; of
 * two namesakes that nothing tells apart, the row is refused rather than guessed.
 */
export function findUnit(names: UnitNames, { unit, subAssociation, group }: UnitCells): FoundUnit {
  if (subAssociation) {
    const found = one(matching(names, subAssociation, 'khu pho'), subAssociation);
    if ('reason' in found || !group) return found;
    return one(matching(names, group, 'to').filter(below(found.unit)), group);
  }
  if (group) return one(matching(names, group, 'to'), group);
  if (!unit) return { unit: names.chosen };
  const whole = matching(names, unit);
  return whole.length > 0 ? one(whole, unit) : inParts(names, unit);
}

const below = (above: UnitPlace) => (unit: UnitPlace) => unit.id !== above.id && unit.path.startsWith(above.path);

/** Units of this name; a bare number is read with the usual word before it: "5" in the column of groups is Tổ 5. */
function matching({ byKey }: UnitNames, text: string, usual?: string): UnitPlace[] {
  const key = unitKey(text);
  const numbered = usual && /^\d+$/.test(key) ? byKey.get(`${usual} ${key}`) : undefined;
  return numbered ?? byKey.get(key) ?? [];
}

function one(found: readonly UnitPlace[], text: string): FoundUnit {
  const [first, second] = found;
  if (!first) return { reason: reason('unit-unknown', text) };
  return second ? { reason: reason('unit-ambiguous', text) } : { unit: first };
}

/** "Tổ 1 - Khu phố 5", "Khu phố 5, Tổ 1": the lowest of the parts, in the higher ones. */
function inParts(names: UnitNames, text: string): FoundUnit {
  const parts = text
    .split(/\s*[-–—,;/()]\s*/)
    .filter(Boolean)
    .map((part) => matching(names, part));
  if (parts.length < 2 || parts.some((found) => found.length === 0)) return { reason: reason('unit-unknown', text) };
  const fitting = parts
    .flat()
    .filter((unit) =>
      parts.every((found) => found.some((other) => other.id === unit.id || unit.path.startsWith(other.path))),
    );
  return one([...new Map(fitting.map((unit) => [unit.id, unit])).values()], text);
}
