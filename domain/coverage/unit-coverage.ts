import type { Day } from '@/domain/days/day';
import type { CommuneCoverage, CoverageLevel, UnitGap } from './coverage';
import { type MatrixRow, type MatrixUnit, unitsOf } from './matrix/matrix';
import { coveredBefore, type MovedUnit, type Way } from './moves/move';

/** The coverage of a unit after something was recorded: what that moved, the figure of its commune, and what is next. */
export type UnitCoverage = {
  name: string;
  level: CoverageLevel;
  covered: boolean;
  /** what a deed moved of it, or that it moved nothing; null where that is not known */
  moved: Way | 'nothing' | null;
  /** where a deed moved that: the first day on which it counts, or counts no more */
  turns: Day | null;
  /** `before`: how many it were without the deed */
  commune: { id: string; name: string; units: number; covered: number; before: number };
  /** what it still lacks, where nothing is on record that brings it */
  gap: UnitGap | null;
  /** the gap to mend next: its own, else the next one of its level, else the next one of all; null where none is the viewer's */
  next: UnitGap | null;
  /** what the same deed moved elsewhere */
  others: MovedUnit[];
};

/**
 * The coverage of one unit of a matrix; null for one that is not in it. `communes`: the rows of its commune on the same day; `moved`: what
 * a deed moved, null where that is not known.
 */
export function unitCoverageIn(
  rows: readonly MatrixRow[],
  communes: readonly CommuneCoverage[],
  unitId: string,
  moved: readonly MovedUnit[] | null,
): UnitCoverage | null {
  const units = unitsOf(rows);
  const unit = units.find((each) => each.unitId === unitId);
  const commune = communes.find(({ level }) => level === unit?.level);
  if (!unit || !commune) return null;
  const { communeId: id, name, units: all, covered } = commune;
  const here = moved?.find((each) => each.unitId === unitId);
  const turns = here?.way === 'later' ? here.turns : null;
  const comes = turns !== null && !unit.covered;
  return {
    name: unit.name,
    level: unit.level,
    covered: unit.covered,
    moved: here?.way ?? (moved && 'nothing'),
    turns,
    commune: { id, name, units: all, covered, before: coveredBefore(covered, id, unit.level, moved ?? []) },
    gap: comes ? null : unit.gap,
    next: nextGap(units, unit, comes),
    others: (moved ?? []).filter((each) => each !== here),
  };
}

/** As one goes on through the commune from here, and around; what comes by itself needs no deed. */
function nextGap(units: readonly MatrixUnit[], here: MatrixUnit, comes: boolean): UnitGap | null {
  const at = units.indexOf(here);
  const around = [...(comes ? [] : [here]), ...units.slice(at + 1), ...units.slice(0, at)].filter(
    ({ gap }) => gap?.remedy,
  );
  return (around.find((unit) => unit === here || unit.level === here.level) ?? around[0])?.gap ?? null;
}
