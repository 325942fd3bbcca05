import type { CoverageState } from '@/domain/coverage/coverage';

/** A place on the honeycomb in axial coordinates: x = q + r/2, y = r·√3/2, in widths of a tile. */
export type GridPlace = { q: number; r: number };

export type Point = { x: number; y: number };
export type Box = Point & { width: number; height: number };

/** How a commune can stand on a day. "Not reported" is not zero, and without units there is no percent at all. */
export const coverageStates = ['some', 'zero', 'not_reported', 'no_units'] as const satisfies readonly CoverageState[];

/** A count of people that is too small to show has a look of its own. */
export type TileState = CoverageState | 'fewer_than_five';

/** One commune on the map. */
export type HexagonTile = GridPlace & {
  code: string;
  name: string;
  slug: string;
  state: TileState;
  /** the share with one decimal; null unless the state is `some` or `zero` */
  percent: number | null;
  /** what it bears in place of its share, and what is said after it: how it changed */
  note?: { short: string; words: string };
};

/** The five steps of the coverage scale: below 20, 20–39, 40–59, 60–79, 80 and more. */
export type CoverStep = 1 | 2 | 3 | 4 | 5;

/** The same colours, said by the drawing itself: without its styles a map would be black. */
export const plainFill: Record<CoverStep, string> = {
  1: '#fce6c9',
  2: '#f8bfab',
  3: '#ec93ac',
  4: '#99226a',
  5: '#4a0d49',
};

/** Keeps a name readable where it runs into the pattern around the plain middle. */
export const halos: Partial<Record<TileState, string>> = { not_reported: '#F1E7D6', fewer_than_five: '#FFFDF7' };

const rowHeight = Math.sqrt(3) / 2;
/** Tiles are drawn a little smaller than their cell, so that paper shows between them. */
const drawnShare = 0.955;

const round = (value: number) => Math.round(value * 10) / 10;

/** The middle of a tile whose cell is `width` wide. */
export const centerOf = ({ q, r }: GridPlace, width: number): Point => ({
  x: (q + r / 2) * width,
  y: r * rowHeight * width,
});

/** The distance from the middle to a corner of the drawn tile. */
export const radiusOf = (width: number): number => (width / Math.sqrt(3)) * drawnShare;

/** Six corners, top first and clockwise, as a polygon's `points`. */
export function cornersOf({ x, y }: Point, radius: number): string {
  const side = radius * rowHeight;
  const corners = [
    [x, y - radius],
    [x + side, y - radius / 2],
    [x + side, y + radius / 2],
    [x, y + radius],
    [x - side, y + radius / 2],
    [x - side, y - radius / 2],
  ] as const;
  return corners.map(([left, top]) => `${round(left)},${round(top)}`).join(' ');
}

/** Several tiles of one look as one path: the sides are the same text for each, so that many cost little. */
export function outlinesOf(middles: readonly Point[], radius: number): string {
  const [across, down] = [round(radius * rowHeight), round(radius / 2)];
  const sides = `l${across} ${down}v${round(radius)}l-${across} ${down}-${across}-${down}v-${round(radius)}z`;
  return middles.map(({ x, y }) => `M${round(x)} ${round(y - radius)}${sides}`).join('');
}

/** The same in a large picture, where nobody sees half a unit: from tile to tile in whole steps, which come again and weigh little. */
export function combOf(middles: readonly Point[], radius: number): string {
  const [across, down, side] = [Math.round(radius * rowHeight), Math.round(radius / 2), Math.round(radius)];
  const sides = `l${across} ${down}v${side}l-${across} ${down}-${across}-${down}v-${side}z`;
  const tops = middles
    .map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y - radius) }))
    .sort((one, other) => one.y - other.y || one.x - other.x);
  const steps = tops.map(({ x, y }, at) => {
    const before = tops[at - 1] ?? { x: 0, y: 0 };
    return `${at === 0 ? 'M' : 'm'}${x - before.x} ${y - before.y}${sides}`;
  });
  return steps.join('');
}

/** The box around all drawn tiles, with a margin. */
export function boundsOf(places: readonly GridPlace[], width: number, margin = 0): Box {
  if (places.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const centers = places.map((place) => centerOf(place, width));
  const across = radiusOf(width) * rowHeight + margin;
  const down = radiusOf(width) + margin;
  const left = Math.min(...centers.map(({ x }) => x)) - across;
  const top = Math.min(...centers.map(({ y }) => y)) - down;
  const right = Math.max(...centers.map(({ x }) => x)) + across;
  const bottom = Math.max(...centers.map(({ y }) => y)) + down;
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) };
}

export const viewBoxOf = ({ x, y, width, height }: Box): string => [x, y, width, height].map(round).join(' ');

/** Steps from one tile to another. */
export const distanceBetween = (one: GridPlace, other: GridPlace): number => {
  const q = one.q - other.q;
  const r = one.r - other.r;
  return (Math.abs(q) + Math.abs(r) + Math.abs(q + r)) / 2;
};

/** The tiles beside a tile; at the edge of the map fewer than six. Not all of them are communes that border it. */
export const tilesBeside = <Place extends GridPlace>(middle: GridPlace, places: readonly Place[]): Place[] =>
  places.filter((place) => distanceBetween(place, middle) === 1);

/** Row by row from the north, each row from the west: the order in which the map is read out. */
export const inReadingOrder = <Place extends GridPlace>(places: readonly Place[]): Place[] =>
  [...places].sort((one, other) => one.r - other.r || one.q - other.q);

/** The same, a list for each row. */
export function rowsOf<Place extends GridPlace>(places: readonly Place[]): Place[][] {
  const rows = new Map<number, Place[]>();
  for (const place of inReadingOrder(places)) rows.set(place.r, [...(rows.get(place.r) ?? []), place]);
  return [...rows.values()];
}

/** The whole number that a picture shows. Only 0 is 0 and only 100 is 100: 0.3 shows as 1, 99.8 as 99. */
export function wholePercent(percent: number): number {
  if (percent <= 0) return 0;
  if (percent >= 100) return 100;
  return Math.min(99, Math.max(1, Math.round(percent)));
}

/** The step follows the number that is shown, so that no tile says "40%" in the colour of 20–39. */
export function coverStep(percent: number): CoverStep {
  const shown = wholePercent(percent);
  if (shown < 20) return 1;
  if (shown < 40) return 2;
  if (shown < 60) return 3;
  return shown < 80 ? 4 : 5;
}

/** The places of the hundred tiles of a honeycomb percent: five rows, filled column by column. */
export const combPlaces: readonly Point[] = Array.from({ length: 100 }, (_, index) => {
  const row = index % 5;
  return { x: Math.floor(index / 5) + (row % 2) / 2, y: row * rowHeight };
});
