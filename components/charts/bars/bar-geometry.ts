import { fittedIn } from '../letters/letters';

/** A drawing of bars: where they begin and how far the longest goes. `above`: names stand above their bars, for there is no room beside them. */
export type BarFrame = { width: number; left: number; right: number; row: number; above: boolean };

export const wideBars: BarFrame = { width: 704, left: 190, right: 580, row: 34, above: false };
/** Phones get their own drawing, not a shrunk one. */
export const narrowBars: BarFrame = { width: 328, left: 0, right: 232, row: 52, above: true };
/** For units, whose names are longer, and how many of how many beside the share. */
export const wideUnitBars: BarFrame = { ...wideBars, left: 270, right: 560 };
export const narrowUnitBars: BarFrame = { ...narrowBars, right: 196 };

const BAR = 22;
const GAP = 10;

/** A name as it fits beside its bar, or above it. */
export const nameIn = (name: string, { left, width, above }: BarFrame): string =>
  fittedIn(name, above ? width : left - GAP);

type Row = {
  name: { x: number; y: number; anchor: 'start' | 'end' };
  bar: { x: number; y: number; width: number; height: number };
  word: { x: number; y: number };
};

/** Where each bar of these lengths stands, in percent of the room that there is. A word follows its bar. */
export function barsIn(
  lengths: readonly (number | null)[],
  { left, right, row, above }: BarFrame,
): { height: number; rows: Row[] } {
  const rows = lengths.map((length, at): Row => {
    const top = at * row + (above ? 22 : (row - BAR) / 2);
    const width = Math.round((10 * ((right - left) * (length ?? 0))) / 100) / 10;
    const baseline = top + BAR - 6;
    return {
      name: above ? { x: 0, y: top - 6, anchor: 'start' } : { x: left - GAP, y: baseline, anchor: 'end' },
      bar: { x: left, y: top, width, height: BAR },
      word: { x: left + width + (width > 0 ? GAP : 0), y: baseline },
    };
  });
  return { height: lengths.length * row, rows };
}
