import { centerOf, type GridPlace, type Point } from './hexagon';

/**
 * Four places at the rim of the small map whose names give a bearing; by official code, since names may change.
 * The offset leads from the middle of the tile to the text, in widths of a tile.
 */
const bearings: Record<string, { dx: number; dy: number; anchor: 'start' | 'middle' | 'end' }> = {
  '25309': { dx: 0, dy: -0.84, anchor: 'middle' },
  '26122': { dx: 0.5, dy: -0.84, anchor: 'end' },
  '26068': { dx: -0.48, dy: 1.1, anchor: 'start' },
  '26485': { dx: -0.82, dy: 0.24, anchor: 'end' },
};

export type BearingName = Point & { code: string; name: string; anchor: 'start' | 'middle' | 'end' };

/** The names that the small map bears, with their place; codes that are not on the map are left out. */
export const bearingNames = (
  tiles: readonly (GridPlace & { code: string; name: string })[],
  width: number,
): BearingName[] =>
  tiles.flatMap(({ code, name, q, r }) => {
    const bearing = bearings[code];
    if (!bearing) return [];
    const { x, y } = centerOf({ q, r }, width);
    return [{ code, name, x: x + bearing.dx * width, y: y + bearing.dy * width, anchor: bearing.anchor }];
  });
