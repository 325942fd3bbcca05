export type Placing = {
  /** codes of areas by the code of the place that has them on the day */
  areasOf: ReadonlyMap<string, readonly string[]>;
  /** areas of which nobody knows whose they are on the day */
  blank: readonly string[];
  /** places of the day that have no area in this edition */
  undrawn: readonly string[];
};

/** Whose the areas of an edition are on a day: of the commune with that code, or of the one that took it over. */
export function placeAreas(
  areas: readonly string[],
  places: readonly string[],
  heirs: Readonly<Record<string, string>>,
): Placing {
  const there = new Set(places);
  const areasOf = new Map<string, string[]>();
  const blank: string[] = [];
  for (const area of areas) {
    const owner = there.has(area) ? area : heirs[area];
    if (owner && there.has(owner)) areasOf.set(owner, [...(areasOf.get(owner) ?? []), area]);
    else blank.push(area);
  }
  return { areasOf, blank, undrawn: places.filter((code) => !areasOf.has(code)) };
}
