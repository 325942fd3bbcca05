import type { Day } from '@/domain/days/day';
import type { CoverageLevel } from '../coverage';

/** What may stand otherwise after a deed: units, and whatever a model, a pair or a woman who guides counts for. */
export type Touched = { unitId?: string; modelId?: string; pairId?: string; personId?: string };

/** Whether a unit counts today, and the first day after on which that turns, by what is on record. */
export type Turn = { unitId: string; covered: boolean; turns: Day | null };

/** It counts today and did not, it did and does not, or another day turns it than before. */
const ways = ['gained', 'lost', 'later'] as const;
export type Way = (typeof ways)[number];

/** What a deed moved of one unit. */
export type Move = { unitId: string; way: Way };

/** The same as it stands now, with the figure of its commune: `before` is what that would be without the deed. */
export type MovedUnit = Move &
  Turn & {
    name: string;
    /** of a group: its sub-association */
    parentName: string | null;
    level: CoverageLevel;
    commune: { id: string; name: string; units: number; covered: number; before: number };
  };

/** More than this no deed on one record moves. */
const MOVES_MAX = 24;

/** What stands otherwise after a deed than before it. */
export function movesBetween(before: readonly Turn[], after: readonly Turn[]): Move[] {
  const was = new Map(before.map((turn) => [turn.unitId, turn]));
  return after.flatMap(({ unitId, covered, turns }) => {
    const earlier = was.get(unitId);
    if (!earlier || (earlier.covered === covered && earlier.turns === turns)) return [];
    return { unitId, way: earlier.covered === covered ? 'later' : covered ? 'gained' : 'lost' };
  });
}

/** What an address can say was moved; null where it is too much for one. */
export const textOfMoves = (moves: readonly Move[]): string | null =>
  moves.length > MOVES_MAX ? null : moves.map(({ unitId, way }) => `${way}_${unitId}`).join('.');

/** The moves of such a text. */
export const movesOfText = (text: string): Move[] =>
  text.split('.').flatMap((part) => {
    const [word, unitId = ''] = part.split('_');
    const way = ways.find((each) => each === word);
    return way ? { unitId, way } : [];
  });

/** Whether a unit still stands as a deed left it. */
export const stillHolds = ({ way, covered }: { way: Way; covered: boolean }): boolean =>
  way === 'later' || covered === (way === 'gained');

/** How many units of a level were covered in a commune before a deed that moved these. */
export const coveredBefore = (
  covered: number,
  communeId: string,
  level: CoverageLevel,
  moved: readonly { way: Way; level: CoverageLevel; commune: { id: string } }[],
): number =>
  moved
    .filter((unit) => unit.level === level && unit.commune.id === communeId)
    .reduce((count, { way }) => count - (way === 'gained' ? 1 : way === 'lost' ? -1 : 0), covered);
