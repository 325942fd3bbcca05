import { type Box, boundsOf, centerOf, type GridPlace, type Point } from './hexagon';
import { textWidth } from './tile-name';

export type Callout = {
  /** Official code of the commune. */
  code: string;
  /** the meaning of the commune in the picture, in a few words */
  label: string;
  href: string;
};

export type PlacedCallout = Callout & { name: string; from: Point; to: Point; side: 'left' | 'right' };

const nameSize = 21;
const labelSize = 16;
const gap = 26;
const blockHeight = 58;

/**
 * Every callout beside the map, on the side that is nearer to the rim in its row, never two over each other.
 * Codes that are not on the map are left out.
 */
export function placeCallouts(
  callouts: readonly Callout[],
  tiles: readonly (GridPlace & { code: string; name: string })[],
  width: number,
): PlacedCallout[] {
  const placed = callouts.flatMap((callout) => {
    const tile = tiles.find(({ code }) => code === callout.code);
    if (!tile) return [];
    const from = centerOf(tile, width);
    const nearby = tiles.filter(({ r }) => Math.abs(r - tile.r) <= 1).map((place) => centerOf(place, width).x);
    const left = Math.min(...nearby) - width / 2 - gap;
    const right = Math.max(...nearby) + width / 2 + gap;
    const side = from.x - left <= right - from.x ? ('left' as const) : ('right' as const);
    return [{ ...callout, name: tile.name, from, to: { x: side === 'left' ? left : right, y: from.y }, side }];
  });
  for (const side of ['left', 'right'] as const) spread(placed.filter((callout) => callout.side === side));
  return placed;
}

/** Moves blocks of text on one side down until none overlaps the one above. */
function spread(callouts: PlacedCallout[]) {
  let free = Number.NEGATIVE_INFINITY;
  for (const callout of callouts.sort((one, other) => one.from.y - other.from.y)) {
    callout.to.y = Math.max(callout.to.y, free);
    free = callout.to.y + blockHeight;
  }
}

/** The map's box with the callouts' text beside it. */
export function boxWithCallouts(callouts: readonly PlacedCallout[], tiles: readonly GridPlace[], width: number): Box {
  const box = boundsOf(tiles, width, 3);
  const ends = callouts.map(({ name, label, to, side }) => {
    const length = Math.max(textWidth(name) * nameSize, textWidth(label) * labelSize) + 8;
    return side === 'left' ? to.x - length : to.x + length;
  });
  const left = Math.min(box.x, ...ends);
  const right = Math.max(box.x + box.width, ...ends);
  const bottom = Math.max(box.y + box.height, ...callouts.map(({ to }) => to.y + 36));
  const top = Math.min(box.y, ...callouts.map(({ to }) => to.y - 28));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
