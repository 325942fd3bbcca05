import type { GridPlace, Point } from '@/components/charts/map/hexagon';
import { type EarthPoint, metresFrom } from '@/domain/calendar/where';

/** The drawing of a commune: its tile in the middle, room around it for the names of those beside it. */
export const drawing = { width: 360, height: 330, middle: { x: 180, y: 165 }, radius: 108 } as const;

/** How far from the middle of its tile the farthest hall stands. */
const REACH = 72;
/** Marks bear a number and must not cover each other. */
const APART = 25;
const ROUNDS = 40;
/** A single hall is not blown up to the rim. */
const LEAST_METRES = 1_000;
const SCALES_METRES = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];
const SCALE_MAX = 90;

export type PlacedPoints = { points: Point[]; scale: { metres: number; length: number } };

/**
 * Places points in the drawing, north up, true to one scale from the point inside the commune; without one, from the
 * middle of them all. Marks that would cover each other are moved apart.
 */
export function placePoints(places: readonly EarthPoint[], inside: EarthPoint | null): PlacedPoints {
  const middle = inside ?? middleOf(places);
  const metres = places.map((place) => metresFrom(middle, place));
  const farthest = Math.max(LEAST_METRES, ...metres.map(({ east, north }) => Math.hypot(east, north)));
  const share = REACH / farthest;
  const points = metres.map(({ east, north }) => ({
    x: drawing.middle.x + east * share,
    y: drawing.middle.y - north * share,
  }));
  const scale = SCALES_METRES.findLast((length) => length * share <= SCALE_MAX) ?? SCALES_METRES[0] ?? 200;
  return { points: moveApart(points).map(rounded), scale: { metres: scale, length: Math.round(scale * share) } };
}

const middleOf = (places: readonly EarthPoint[]): EarthPoint => ({
  lat: places.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, places.length),
  lon: places.reduce((sum, { lon }) => sum + lon, 0) / Math.max(1, places.length),
});

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });

function moveApart(points: Point[]): Point[] {
  const moved = points.map((point) => ({ ...point }));
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, one] of moved.entries())
      for (const other of moved.slice(at + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        const push = (APART - distance) / 2;
        // Two in one place part from west to east.
        const [ux, uy] = distance < 0.01 ? [1, 0] : [dx / distance, dy / distance];
        one.x -= ux * push;
        one.y -= uy * push;
        other.x += ux * push;
        other.y += uy * push;
      }
  return moved;
}

export type Beside = Point & { anchor: 'start' | 'middle' | 'end' };

/** The side of the tile on which the name of a neighbour stands; the honeycomb knows six directions. */
export function besideOf(middle: GridPlace, neighbour: GridPlace): Beside {
  const [q, r] = [neighbour.q - middle.q, neighbour.r - middle.r];
  const { x, y } = drawing.middle;
  const side = (drawing.radius * Math.sqrt(3)) / 2;
  if (r === 0)
    return q > 0 ? { x: x + side + 6, y: y + 5, anchor: 'start' } : { x: x - side - 6, y: y + 5, anchor: 'end' };
  const east = q + r / 2 > 0;
  return {
    x: east ? x + side * 0.62 : x - side * 0.62,
    y: r < 0 ? y - drawing.radius * 0.86 : y + drawing.radius * 0.97,
    anchor: east ? 'start' : 'end',
  };
}
