/** A place on the earth in degrees: longitude, then latitude. */
export type Position = [number, number];
/** A closed line: its last position is its first. */
export type Ring = Position[];
/** Outer ring first, then its holes. */
export type Area = Ring[];

/** The area within a ring in square degrees; negative where it runs clockwise. */
export const turnedArea = (ring: Ring): number =>
  ring.slice(1).reduce((sum, to, at) => sum + cross(ring[at] ?? to, to), 0) / 2;

const cross = ([x, y]: Position, [otherX, otherY]: Position) => x * otherY - otherX * y;

/** Square degrees within an outer ring and outside its holes, whichever way they run. */
export const sizeOf = (areas: readonly Area[]): number =>
  areas.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(turnedArea(outer)) - holes.reduce((inner, hole) => inner + Math.abs(turnedArea(hole)), 0),
    0,
  );

/** Outer rings run clockwise, holes the other way: drawings on the sphere take the side on their right for the inside. */
export const rewound = (area: Area): Area =>
  area.map((ring, at) => (turnedArea(ring) < 0 === (at === 0) ? ring : [...ring].reverse()));

type Segment = { at: number; from: Position; to: Position; left: number; right: number };

/** Does a line cross itself? Where it only touches itself it does not. Segments are met from the west. */
export function crossesItself(ring: Ring): boolean {
  const segments = ring.slice(1).map((to, at): Segment => {
    const from = ring[at] ?? to;
    return { at, from, to, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]) };
  });
  let open: Segment[] = [];
  for (const segment of segments.sort((one, other) => one.left - other.left)) {
    open = open.filter(({ right }) => right >= segment.left);
    if (open.some((other) => cut(segment, other))) return true;
    open.push(segment);
  }
  return false;
}

/** Both ends of each lie on different sides of the other. */
const cut = (one: Segment, other: Segment) => parted(one, other) && parted(other, one);

const parted = ({ from, to }: Segment, other: Segment) => side(from, to, other.from) * side(from, to, other.to) < 0;

const side = ([x, y]: Position, [toX, toY]: Position, [atX, atY]: Position) =>
  Math.sign((toX - x) * (atY - y) - (toY - y) * (atX - x));
