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

type Offer = {
  /** sub-associations that have the same course soon anyway */
  soon?: readonly string[];
  /** in thousandths: how many units that lack the same were covered after classes before; 0 where nothing was seen */
  worth?: (unit: UnmetUnit, lack: Lack) => number;
};

/**
 * The units of a commune as a class is offered to them: sub-associations in which it may move most first, each before its groups.
 * Ticked are the first that fill a class.
 */
export function offerUnits(units: readonly UnmetUnit[], { soon = [], worth = () => 0 }: Offer = {}): OfferedUnit[] {
  const needs = units.map((unit) => ({
    ...unit,
    lack: lackOf(unit.missing),
    atDesk: isAtDesk(unit),
    taughtSoon: soon.includes(unit.subAssociationId),
  }));
  const worths = new Map<string, number>();
  for (const unit of needs) {
    // each counts for something, also where nothing was seen yet
    const own = unit.lack === null || unit.atDesk || unit.taughtSoon ? 0 : 1 + worth(unit, unit.lack);
    worths.set(unit.subAssociationId, (worths.get(unit.subAssociationId) ?? 0) + own);
  }
  const ordered = needs.sort(
    (one, other) =>
      (worths.get(other.subAssociationId) ?? 0) - (worths.get(one.subAssociationId) ?? 0) || byPlace(one, other),
  );
  const ticked = new Set(
    ordered
      .filter(({ atDesk, taughtSoon }) => !atDesk && !taughtSoon)
      .slice(0, UNITS_A_CLASS)
      .map(({ id }) => id),
  );
  return ordered.map((unit) => ({ ...unit, ticked: ticked.has(unit.id) }));
}
