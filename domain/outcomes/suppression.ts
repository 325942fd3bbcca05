/** A count of people by a sensitive attribute is shown from this on; below it only that it is fewer. */
export const SHOWN_FROM = 10;

/** Counts as they may be shown: null where there are fewer than ten, none at all among them. */
export type Suppressed = {
  cells: (number | null)[][];
  /** for each column the sum of what is shown, and so at least so many; never the true total */
  atLeast: number[];
};

/**
 * A table of counts by a sensitive attribute, as it may be shown. There is no total that holds what is hidden: the foot
 * of a column is the sum of its shown cells, rows have none, since a woman may belong to several columns. So nothing is
 * recoverable by subtracting: whatever the hidden cells hold, the same table is shown.
 */
export function suppress(counts: readonly (readonly number[])[]): Suppressed {
  const cells = counts.map((row) => row.map((count) => (count < SHOWN_FROM ? null : count)));
  const width = Math.max(0, ...counts.map((row) => row.length));
  const atLeast = Array.from({ length: width }, (_, at) => cells.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  return { cells, atLeast };
}
