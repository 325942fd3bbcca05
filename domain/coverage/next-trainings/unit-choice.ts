import { compareWords } from '@/domain/order';
import type { CoverageLevel, MissingPart } from '../coverage';
import { type Lack, lackOf } from './next-training';
import { UNITS_A_CLASS } from './weights';

/** A unit that is not covered, as it can be ticked for a class. */
export type UnmetUnit = {
  id: string;
  name: string;
  level: CoverageLevel;
  subAssociationId: string;
  subAssociation: string;
  missing: MissingPart[];
  because: string[];
};

export type OfferedUnit = UnmetUnit & {
  lack: Lack | null;
  /** what it lacks is there and only has to be put to use: at the desk, without a class */
  atDesk: boolean;
  /** its sub-association has a class on the same course soon */
  taughtSoon: boolean;
  ticked: boolean;
};

/** A Digital Family that is planned or paused is activated, and a pair that stands is tied: neither needs a class. */
const isAtDesk = ({ missing, because }: UnmetUnit) =>
  !missing.includes('pair') &&
  (!missing.includes('family') || because.some((reason) => reason === 'family_planned' || reason === 'family_paused'));

/** As one goes through a commune: sub-association by sub-association, each before its groups. */
const byPlace = (one: UnmetUnit, other: UnmetUnit) =>
  compareWords(one.subAssociation, other.subAssociation) ||
  compareWords(one.subAssociationId, other.subAssociationId) ||
  Number(one.level === 'group') - Number(other.level === 'group') ||
  compareWords(one.name, other.name) ||
  compareWords(one.id, other.id);

/**
 * The units of a commune as a class is offered to them: sub-associations with most to learn first, each before its groups, and
 * ticked are the first that fill a class, but for those of `soon`, sub-associations that have one on the same course anyway.
 */
export function offerUnits(units: readonly UnmetUnit[], soon: readonly string[] = []): OfferedUnit[] {
  const needs = units.map((unit) => ({
    ...unit,
    lack: lackOf(unit.missing),
    atDesk: isAtDesk(unit),
    taughtSoon: soon.includes(unit.subAssociationId),
  }));
  const count = new Map<string, number>();
  for (const { subAssociationId, atDesk, taughtSoon } of needs)
    count.set(subAssociationId, (count.get(subAssociationId) ?? 0) + (atDesk || taughtSoon ? 0 : 1));
  const ordered = needs.sort(
    (one, other) =>
      (count.get(other.subAssociationId) ?? 0) - (count.get(one.subAssociationId) ?? 0) || byPlace(one, other),
  );
  const ticked = new Set(
    ordered
      .filter(({ atDesk, taughtSoon }) => !atDesk && !taughtSoon)
      .slice(0, UNITS_A_CLASS)
      .map(({ id }) => id),
  );
  return ordered.map((unit) => ({ ...unit, ticked: ticked.has(unit.id) }));
}
