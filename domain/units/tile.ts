/** A place on the hexagon map, in axial coordinates. */
export type Tile = { q: number; r: number };

const around: readonly Tile[] = [
  { q: 1, r: 0 },
  { q: 1, r: -1 },
  { q: 0, r: -1 },
  { q: -1, r: 0 },
  { q: -1, r: 1 },
  { q: 0, r: 1 },
];

/** The free tile that is fewest steps away from one, found ring by ring. */
export function freeTile(taken: readonly Tile[], near: Tile): Tile {
  const key = ({ q, r }: Tile) => `${q},${r}`;
  const full = new Set(taken.map(key));
  const seen = new Set([key(near)]);
  // each ring is bigger than the one before: among more tiles than are taken one is free
  for (let ring = [near]; ; ) {
    const free = ring.find((tile) => !full.has(key(tile)));
    if (free) return free;
    const next = ring.flatMap(({ q, r }) => around.map((step) => ({ q: q + step.q, r: r + step.r })));
    ring = next.filter((tile) => !seen.has(key(tile)) && seen.add(key(tile)));
  }
}
