import type { CommuneCoverage, CoverageLevel, UnitGap } from './coverage';
import { type MatrixRow, type MatrixUnit, unitsOf } from './matrix/matrix';

/** A record that may have made a unit count. */
export type Bringing = { modelId: string } | { pairId: string };

/** The coverage of a unit after something was recorded: what that brought it, the figure of its commune, and what is next. */
export type UnitCoverage = {
  name: string;
  level: CoverageLevel;
  covered: boolean;
  /** it counts because of what was recorded, and did not without it; null where that is not known */
  gained: boolean | null;
  /** it counted until yesterday because of what was recorded, and counts no more */
  lost: boolean;
  commune: { id: string; name: string; units: number; covered: number };
  /** what it still lacks */
  gap: UnitGap | null;
  /** the gap to mend next: its own, else the next one of its level, else the next one of all; null where none is the viewer's */
  next: UnitGap | null;
};

/** The coverage of one unit of a matrix; null for one that is not in it. `communes`: the rows of its commune on the same day. */
export function unitCoverageIn(
  rows: readonly MatrixRow[],
  communes: readonly CommuneCoverage[],
  unitId: string,
  { gained, lost }: Pick<UnitCoverage, 'gained' | 'lost'>,
): UnitCoverage | null {
  const units = unitsOf(rows);
  const unit = units.find((each) => each.unitId === unitId);
  const commune = communes.find(({ level }) => level === unit?.level);
  if (!unit || !commune) return null;
  const { communeId: id, name, units: all, covered } = commune;
  return {
    name: unit.name,
    level: unit.level,
    covered: unit.covered,
    gained: gained && unit.covered,
    lost: lost && !unit.covered,
    commune: { id, name, units: all, covered },
    gap: unit.gap,
    next: nextGap(units, unit),
  };
}

/** As one goes on through the commune from here, and around. */
function nextGap(units: readonly MatrixUnit[], here: MatrixUnit): UnitGap | null {
  const at = units.indexOf(here);
  const around = [here, ...units.slice(at + 1), ...units.slice(0, at)].filter(({ gap }) => gap?.remedy);
  return (around.find((unit) => unit === here || unit.level === here.level) ?? around[0])?.gap ?? null;
}
